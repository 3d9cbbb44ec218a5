"use strict";

exports.id = 505;

exports.ids = [ 505 ];

exports.modules = {
 505: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   readApiError: () => readApiError,
   readCheckSession: () => readCheckSession,
   readTriggerResponse: () => readTriggerResponse
  });
  var valibot_0 = __webpack_require__(934);
  const text = valibot_0.NpB(valibot_0.YjP(), "");
  const maybeText = valibot_0.NpB(valibot_0.mee(valibot_0.YjP()), null);
  const maybeNumber = valibot_0.NpB(valibot_0.mee(valibot_0.aig()), null);
  const flag = valibot_0.NpB(valibot_0.zMY(), false);
  const checkResultSchema = valibot_0.Ikc({
   checkResultId: text,
   checkResultLink: text,
   checkId: text,
   checkType: text,
   name: text,
   runLocation: text,
   resultType: maybeText,
   hasErrors: flag,
   hasFailures: flag,
   isDegraded: flag,
   aborted: flag,
   isCancelled: flag,
   responseTime: maybeNumber,
   startedAt: maybeText,
   stoppedAt: maybeText
  });
  const sessionFields = {
   checkSessionId: valibot_0.YjP(),
   checkSessionLink: text,
   checkId: text,
   checkType: text,
   name: maybeText,
   status: valibot_0.FsL(valibot_0.YjP(), valibot_0.hq()),
   startedAt: maybeText,
   stoppedAt: maybeText,
   timeElapsed: maybeNumber,
   runLocations: valibot_0.NpB(valibot_0.YOg(valibot_0.YjP()), []),
   runSource: maybeText
  };
  const checkSessionSchema = valibot_0.Ikc({
   ...sessionFields,
   results: valibot_0.YOg(checkResultSchema)
  });
  // The id becomes a part of paths, of the state for post and of outputs.
    const startedSessionSchema = valibot_0.Ikc({
   ...sessionFields,
   checkSessionId: valibot_0.FsL(valibot_0.YjP(), valibot_0.uRe()),
   results: valibot_0.lqM(valibot_0.YOg(checkResultSchema), [])
  });
  const triggerResponseSchema = valibot_0.Ikc({
   sessions: valibot_0.YOg(startedSessionSchema)
  });
  const apiErrorSchema = valibot_0.Ikc({
   message: valibot_0.YjP(),
   statusCode: valibot_0.NpB(valibot_0.mee(valibot_0.aig()), null)
  });
  /**
 * Reads a body as the session that was asked for.
 * Returns a sentence that says what is wrong when it is not that session's JSON.
 */  function readCheckSession(body, id) {
   const parsed = valibot_0.xLC(checkSessionSchema, body);
   if (!parsed.success) return describeMismatch(parsed.issues[0]);
   if (parsed.output.checkSessionId.toLowerCase() !== id.toLowerCase()) return `the answer is about another session, ${parsed.output.checkSessionId.slice(0, 80)}`;
   return {
    session: parsed.output,
    raw: body
   };
  }
  /** Reads the answer to a trigger request; a sentence instead when it is not what the contract says. */  function readTriggerResponse(body) {
   const parsed = valibot_0.xLC(triggerResponseSchema, body);
   if (!parsed.success) return describeMismatch(parsed.issues[0]);
   const raws = body.sessions;
   return parsed.output.sessions.map((session, index) => ({
    session,
    raw: raws[index] ?? {}
   }));
  }
  /** Reads the body of an error; null when it has no message: an error page of a proxy, say. */  function readApiError(text) {
   try {
    const parsed = valibot_0.xLC(apiErrorSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
   } catch {
    return null;
   }
  }
  function describeMismatch(issue) {
   const path = valibot_0.BuJ(issue);
   if (path === null) return "the answer is not a JSON object";
   return `the answer's ${path} is not what the API documents (${issue.expected ?? "a value"} expected)`;
  }
  }
};
