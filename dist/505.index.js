"use strict";

exports.id = 505;

exports.ids = [ 505 ];

exports.modules = {
 /***/ 505: 
 /***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   readApiMessage: () => readApiMessage,
   readCheckSession: () => readCheckSession,
   readTriggerResponse: () => readTriggerResponse
  });
  var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(934);
  const text = valibot__WEBPACK_IMPORTED_MODULE_0__.NpB(valibot__WEBPACK_IMPORTED_MODULE_0__.YjP(), "");
  const maybeText = valibot__WEBPACK_IMPORTED_MODULE_0__.NpB(valibot__WEBPACK_IMPORTED_MODULE_0__.mee(valibot__WEBPACK_IMPORTED_MODULE_0__.YjP()), null);
  const maybeNumber = valibot__WEBPACK_IMPORTED_MODULE_0__.NpB(valibot__WEBPACK_IMPORTED_MODULE_0__.mee(valibot__WEBPACK_IMPORTED_MODULE_0__.aig()), null);
  const flag = valibot__WEBPACK_IMPORTED_MODULE_0__.NpB(valibot__WEBPACK_IMPORTED_MODULE_0__.zMY(), false);
  const checkResultSchema = valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc({
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
   checkSessionId: valibot__WEBPACK_IMPORTED_MODULE_0__.YjP(),
   checkSessionLink: text,
   checkId: text,
   checkType: text,
   name: maybeText,
   status: valibot__WEBPACK_IMPORTED_MODULE_0__.FsL(valibot__WEBPACK_IMPORTED_MODULE_0__.YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__.hq()),
   startedAt: maybeText,
   stoppedAt: maybeText,
   timeElapsed: maybeNumber,
   runLocations: valibot__WEBPACK_IMPORTED_MODULE_0__.NpB(valibot__WEBPACK_IMPORTED_MODULE_0__.YOg(valibot__WEBPACK_IMPORTED_MODULE_0__.YjP()), []),
   runSource: maybeText
  };
  const checkSessionSchema = valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc({
   ...sessionFields,
   results: valibot__WEBPACK_IMPORTED_MODULE_0__.YOg(checkResultSchema)
  });
  // The id becomes a part of paths, of the state for post and of outputs.
    const startedSessionSchema = valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc({
   ...sessionFields,
   checkSessionId: valibot__WEBPACK_IMPORTED_MODULE_0__.FsL(valibot__WEBPACK_IMPORTED_MODULE_0__.YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__.uRe()),
   results: valibot__WEBPACK_IMPORTED_MODULE_0__.lqM(valibot__WEBPACK_IMPORTED_MODULE_0__.YOg(checkResultSchema), [])
  });
  const triggerResponseSchema = valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc({
   sessions: valibot__WEBPACK_IMPORTED_MODULE_0__.YOg(startedSessionSchema)
  });
  const apiErrorSchema = valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc({
   message: valibot__WEBPACK_IMPORTED_MODULE_0__.YjP()
  });
  /**
 * Reads a body as the session that was asked for.
 * Returns a sentence that says what is wrong when it is not that session's JSON.
 */  function readCheckSession(body, id) {
   const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__.xLC(checkSessionSchema, body);
   if (!parsed.success) return describeMismatch(parsed.issues[0]);
   if (parsed.output.checkSessionId.toLowerCase() !== id.toLowerCase()) return `the answer is about another session, ${parsed.output.checkSessionId.slice(0, 80)}`;
   return {
    session: parsed.output,
    raw: body
   };
  }
  /** Reads the answer to a trigger request; a sentence instead when it is not what the contract says. */  function readTriggerResponse(body) {
   const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__.xLC(triggerResponseSchema, body);
   if (!parsed.success) return describeMismatch(parsed.issues[0]);
   const raws = body.sessions;
   return parsed.output.sessions.map((session, index) => ({
    session,
    raw: raws[index] ?? {}
   }));
  }
  /** The `message` of an `ApiError`, or null when the text is not one: an error page of a proxy, say. */  function readApiMessage(text) {
   try {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__.xLC(apiErrorSchema, JSON.parse(text));
    return parsed.success ? parsed.output.message : null;
   } catch {
    return null;
   }
  }
  function describeMismatch(issue) {
   const path = valibot__WEBPACK_IMPORTED_MODULE_0__.BuJ(issue);
   if (path === null) return "the answer is not a JSON object";
   return `the answer's ${path} is not what the API documents (${issue.expected ?? "a value"} expected)`;
  }
  /***/ }
};
