"use strict";

exports.id = 43;

exports.ids = [ 43 ];

exports.modules = {
 100: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   N: () => describeFailedAssertion
  });
  /** One line: `status code: expected 200, was 503`. */  function describeFailedAssertion({subject, expected, actual}) {
   const wanted = expected === "" ? subject : `${subject}: expected ${expected}`;
   return actual === "" ? wanted : `${wanted}, was ${actual}`;
  }
  },
 43: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   readDetails: () => readDetails
  });
  var count_results = __webpack_require__(329);
  // src/failure-details/choose-results.ts
  /**
 * Check types whose results say why they failed (Checkly Public API, schema `CheckResult`). The others
 * have no field for it; a type that nobody has heard of may have one.
 */
  const SILENT_TYPES = new Set([ "DNS", "HEARTBEAT", "ICMP", "TCP", "URL" ]);
  /**
 * Which results to read to learn why sessions failed, at most `max` of them. Worst sessions first, and
 * one result of each before a second of any: with a small `max`, every session gets a reason before
 * one session gets all of them. Within a session final results come first, then the latest attempts.
 * @param fates in any order; sessions that passed and those without failed results are left alone
 */  function chooseResultsToRead(fates, max) {
   const queues = fates.filter(fate => fate.state !== "passed").map(fate => ({
    fate,
    results: listFailedResults(fate)
   })).filter(({results}) => results.length > 0).sort((a, b) => rankFate(a.fate) - rankFate(b.fate)).map(({results}) => results);
   const chosen = [];
   for (let round = 0; chosen.length < max; round += 1) {
    const next = queues.flatMap(results => results[round] ?? []);
    if (next.length === 0) break;
    chosen.push(...next.slice(0, max - chosen.length));
   }
   return chosen;
  }
  function listFailedResults({session}) {
   const failed = (session?.results ?? []).filter(result => (0, count_results /* judgeResult */ .p8)(result) === "failed" && result.checkResultId !== "" && !SILENT_TYPES.has(result.checkType));
   return [ ...failed.filter(count_results.z), ...failed.filter(result => !(0, count_results.z)(result)).reverse() ];
  }
  /** Failed sessions before those that never ended; within them FAILED before the other statuses. */  function rankFate({state, session}) {
   return (state === "failed" ? 0 : 2) + (session?.status === "FAILED" ? 0 : 1);
  }
  var dist = __webpack_require__(934);
  // src/failure-details/loose.ts
  /** A field that may be missing or have any value: what is made of it is decided where it is shown. */
  const loose = dist.lqM(dist /* unknown */ .L5J());
  // src/failure-details/check-result-schema.ts
  const list = dist /* fallback */ .NpB(dist /* array */ .YOg(dist /* unknown */ .L5J()), []);
  const dictionary = dist.FsL(dist /* fallback */ .NpB(dist.g1P(dist.YjP(), dist /* unknown */ .L5J()), {}), dist.pdi(it => it));
  const runSchema = maybe(dist /* object */ .Ikc({
   errors: list
  }));
  const probeFields = {
   requestError: loose,
   request: dictionary,
   assertions: list,
   response: dictionary
  };
  /** The parts of a check result that say why it failed, by the kind of check. */  const checkResultSchema = dist /* object */ .Ikc({
   /** Seen at the top level for Playwright check suites. */
   errors: list,
   apiCheckResult: maybe(dist /* object */ .Ikc(probeFields)),
   browserCheckResult: runSchema,
   multiStepCheckResult: runSchema,
   playwrightCheckResult: runSchema,
   agenticCheckResult: maybe(dist /* object */ .Ikc({
    summary: loose,
    assertions: list,
    errors: list
   })),
   tracerouteCheckResult: maybe(dist /* object */ .Ikc({
    ...probeFields,
    totalHops: loose,
    destinationReached: loose
   })),
   grpcCheckResult: maybe(dist /* object */ .Ikc({
    ...probeFields,
    grpcStatusCode: loose,
    healthStatus: loose
   })),
   sslCheckResult: maybe(dist /* object */ .Ikc({
    ...probeFields,
    failureCategory: loose,
    chainTrusted: loose,
    hostnameVerified: loose,
    daysUntilExpiry: loose,
    tlsVersion: loose
   }))
  });
  function maybe(schema) {
   return dist /* fallback */ .NpB(dist.lqM(dist.mee(schema), null), null);
  }
  var words = __webpack_require__(830);
  var failure_details = __webpack_require__(100);
  var neutralise_text = __webpack_require__(261);
  // src/failure-details/read-values.ts
  /** A parameter of a query: its name with what stands around it, and its value. */
  const PARAMETER = /([?&][^=&#?]*=)[^&#]+/g;
  /** Names of query parameters whose values nobody wants to find in a summary. */  const SECRET_NAME = /key|token|secret|pass|auth|sig|session|code/i;
  const CREDENTIALS = /(^[a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i;
  /** Any JSON value as one line of at most `maxLength` characters; '' for null and what is missing. */  function toLine(value, maxLength) {
   return (0, neutralise_text /* foldText */ .TH)(toText(value), maxLength);
  }
  /** Any JSON value as several lines, cut to what can be read in a report. */  function toExcerpt(value) {
   return (0, neutralise_text.Hy)(toText(value), 25, 2500);
  }
  /** A URL without credentials, and without the values of parameters that look like secrets. */  function toUrlLine(value) {
   const url = toText(value).slice(0, 4e3);
   const shown = url.replace(CREDENTIALS, "$1").replace(PARAMETER, (parameter, name) => SECRET_NAME.test(name) ? `${name}\u2026` : parameter);
   return (0, neutralise_text.IN)((0, neutralise_text /* foldText */ .TH)(shown, 4e3), 300);
  }
  /** A fact, or nothing when its value is empty. */  function toFact(label, value) {
   const line = toLine(value, 300);
   return line === "" ? [] : [ [ label, line ] ];
  }
  function toText(value) {
   if (typeof value === "string") return value;
   if (value === null || value === void 0) return "";
   return typeof value === "object" ? JSON.stringify(value) ?? "" : String(value);
  }
  // src/failure-details/read-assertions.ts
  /** As many failed assertions of one result are shown; their number is said when there are more. */
  const MOST_ASSERTIONS = 10;
  /**
 * Assertions are free-form objects (`CheckResultFreeformObject`): every field is optional. API, gRPC,
 * SSL and traceroute checks have source, comparison, property, target, regex, error, actual; agentic
 * ones condition, passed, expected, actual.
 */  const assertionSchema = dist /* object */ .Ikc({
   source: loose,
   property: loose,
   regex: loose,
   comparison: loose,
   target: loose,
   condition: loose,
   expected: loose,
   actual: loose,
   error: loose,
   passed: loose
  });
  const COMPARISONS = {
   EQUALS: "",
   NOT_EQUALS: "not",
   CONTAINS: "to contain",
   NOT_CONTAINS: "not to contain",
   GREATER_THAN: "more than",
   LESS_THAN: "less than",
   HAS_KEY: "to have the key",
   NOT_HAS_KEY: "not to have the key",
   HAS_VALUE: "to have the value",
   NOT_HAS_VALUE: "not to have the value",
   IS_EMPTY: "to be empty",
   NOT_EMPTY: "not to be empty",
   IS_NULL: "null",
   NOT_NULL: "not null"
  };
  /**
 * What failed assertions say: the first of them as the reason, '' when none failed; the first few; and as a
 * fact how many they are, when there are more.
 */  function summariseAssertions(list, known = {}) {
   const failed = readFailedAssertions(list, known);
   const [first] = failed;
   const isCut = failed.length > MOST_ASSERTIONS;
   return {
    reason: first === void 0 ? "" : (0, failure_details /* describeFailedAssertion */ .N)(first),
    facts: isCut ? toFact("Failed assertions", `${failed.length}, the first are shown`) : [],
    assertions: failed.slice(0, MOST_ASSERTIONS)
   };
  }
  /**
 * The assertions that failed, in words. An answer that marks none of them as failed leaves those whose
 * value is known and cannot have passed.
 */  function readFailedAssertions(list, known) {
   const assertions = list.flatMap(item => {
    const parsed = dist.xLC(assertionSchema, item);
    return parsed.success ? parsed.output : [];
   });
   const marked = assertions.filter(it => it.passed === false || isFilled(it.error));
   const failed = marked.length > 0 ? marked : assertions.filter(it => isRefuted(it, known));
   return failed.map(assertion => describeAssertion(assertion, known));
  }
  function describeAssertion(assertion, known) {
   const {source, property, regex, comparison, target, condition, expected, actual, error} = assertion;
   const subject = [ wordsOf(source), toLine(property, 100), isFilled(regex) ? `/${toLine(regex, 100)}/` : "" ];
   const wanted = [ COMPARISONS[toLine(comparison, 40)] ?? wordsOf(comparison), toLine(target, 200) ];
   const was = [ actual, known[toLine(source, 40)], error ].find(isFilled);
   return {
    subject: isFilled(condition) ? toLine(condition, 200) : (0, words /* joinFilled */ .tI)(subject, " ") || "assertion",
    expected: isFilled(expected) ? toLine(expected, 200) : (0, words /* joinFilled */ .tI)(wanted, " "),
    actual: toLine(was, 200)
   };
  }
  /** Whether the known value contradicts the assertion; false where that cannot be told. */  function isRefuted(assertion, known) {
   const value = Number(known[toLine(assertion.source, 40)]);
   const target = Number(assertion.target);
   if (!isFilled(assertion.target) || Number.isNaN(value) || Number.isNaN(target)) return false;
   if (assertion.comparison === "EQUALS") return value !== target;
   if (assertion.comparison === "NOT_EQUALS") return value === target;
   if (assertion.comparison === "GREATER_THAN") return value <= target;
   return assertion.comparison === "LESS_THAN" && value >= target;
  }
  /** `STATUS_CODE` as `status code`; abbreviations stay as they are. */  function wordsOf(constant) {
   const words = toLine(constant, 40).replaceAll("_", " ").toLowerCase();
   return words.replace(/\b(?:json|grpc|tls|ip|ttl)\b/g, word => word.toUpperCase());
  }
  function isFilled(value) {
   return value !== void 0 && value !== null && value !== "" && value !== false;
  }
  // src/failure-details/read-probe.ts
  /** gRPC status codes by number (grpc.io, "Status codes"). */
  const GRPC_STATUSES = "OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED".split(" ");
  /** Why an API check failed: the request's error, or the assertions with request and response. */  function readApiResult(result) {
   const {request, response} = result;
   const status = `${toLine(response.status, 10)} ${toLine(response.statusText, 80)}`.trim();
   const facts = [ ...toFact("Request", `${toLine(request.method, 10)} ${toUrlLine(request.url)}`.trim()), ...toFact("Response", status) ];
   return composeDetails(result, facts, "", {
    STATUS_CODE: response.status
   });
  }
  /** Why a gRPC monitor failed: its status beside the assertions. */  function readGrpcResult(result) {
   const {response} = result;
   const code = result.grpcStatusCode ?? response.grpcStatusCode;
   const status = [ toLine(code, 10), GRPC_STATUSES[Number(toLine(code, 10) || -1)] ?? "" ].join(" ").trim();
   const message = toLine(response.grpcStatusMessage, 200);
   const health = toLine(response.healthStatusLabel ?? result.healthStatus, 40);
   const failed = status !== "" && !status.startsWith("0 ");
   const reason = failed ? (0, words /* joinFilled */ .tI)([ `gRPC status ${status}`, message ], ": ") : "";
   const target = (0, words /* joinFilled */ .tI)([ toLine(response.host, 200), toLine(response.port, 10) ], ":");
   const facts = [ ...toFact("Request", (0, words /* joinFilled */ .tI)([ target, toLine(response.grpcMethod, 200) ], " ")), ...toFact("gRPC status", status), ...toFact("Health", health) ];
   return composeDetails(result, facts, reason, {
    GRPC_STATUS_CODE: code,
    STATUS_CODE: code
   });
  }
  /** Why an SSL monitor failed: trust, host name and expiry beside the assertions. */  function readSslResult(result) {
   const {response, daysUntilExpiry} = result;
   const detail = [ response.chainTrustDetail, response.chainTrustReason ].find(it => toLine(it, 10) !== "");
   const reasons = [ result.chainTrusted === false ? (0, words /* joinFilled */ .tI)([ "the certificate is not trusted", toLine(detail, 200) ], ": ") : "", result.hostnameVerified === false ? "the certificate is for another host name" : "", typeof daysUntilExpiry === "number" && daysUntilExpiry < 0 ? "the certificate has expired" : "", toLine(result.failureCategory, 100).replaceAll("_", " ").toLowerCase() ];
   const facts = [ ...toFact("Host", result.request.hostname ?? result.request.host ?? response.resolvedIp), ...toFact("Days until expiry", daysUntilExpiry), ...toFact("TLS", result.tlsVersion ?? response.protocol), ...toFact("Missing intermediate", response.missingIntermediate) ];
   return composeDetails(result, facts, reasons.find(it => it !== "") ?? "", {
    DAYS_UNTIL_EXPIRY: daysUntilExpiry
   });
  }
  /** Why a traceroute monitor failed: whether the destination was reached, beside the assertions. */  function readTracerouteResult(result) {
   const {response} = result;
   const reached = result.destinationReached ?? response.destinationReached;
   const hops = toLine(result.totalHops ?? response.totalHops, 10);
   const reason = reached === false ? (0, words /* joinFilled */ .tI)([ "the destination was not reached", hops && `${hops} hops` ], ": ") : "";
   const facts = [ ...toFact("Host", (0, words /* joinFilled */ .tI)([ toLine(response.hostname, 200), toLine(response.resolvedIp, 60) ], " ")), ...toFact("Hops", hops), ...toFact("Route cut short", response.truncationReason) ];
   return composeDetails(result, facts, reason, {});
  }
  function composeDetails(probe, facts, reason, known) {
   const failed = summariseAssertions(probe.assertions, known);
   const requestError = toLine(probe.requestError ?? probe.response.requestError, 300);
   return {
    // A request that could not be made has no answer: its assertions say nothing.
    reason: requestError || reason || failed.reason,
    facts: [ ...facts, ...failed.facts ],
    assertions: failed.assertions,
    excerpt: ""
   };
  }
  // src/failure-details/read-run-error.ts
  const locationSchema = dist /* fallback */ .NpB(dist.cl6(dist /* object */ .Ikc({
   file: dist /* fallback */ .NpB(dist.YjP(), ""),
   line: loose,
   column: loose
  })), null);
  /**
 * Errors of runs are free-form: a text, an object with message and stack, or such an object under
 * `error`, beside the test's title and file.
 */  const errorSchema = dist /* object */ .Ikc({
   message: loose,
   stack: loose,
   snippet: loose,
   location: locationSchema,
   error: loose,
   testTitle: loose,
   title: loose,
   testFile: loose,
   projectName: loose
  });
  /** `/app/tests/cart.spec.ts:36:51`, in a stack or at the end of a message. */  const STACK_FRAME = /(?:^|[\s(])((?:file:\/\/)?[^\s():]{1,300}\.[cm]?[jt]sx?:\d{1,7}:\d{1,7})\)?/gm;
  /** The first error of a browser, multistep, Playwright or agentic run; null when there is none. */  function readRunError(errors) {
   const outer = readError(errors[0]);
   if (outer === null) return null;
   const inner = outer.error === void 0 ? outer : readError(outer.error) ?? outer;
   const message = toExcerpt(inner.message ?? inner.stack);
   if (message === "") return null;
   const expected = findLabel(message, "Expected");
   const actual = findLabel(message, "Received");
   return {
    reason: describeError(message, expected, actual),
    facts: [ ...toFact("Test", outer.testTitle ?? outer.title), ...toFact("Project", outer.projectName), ...toFact("At", findLocation(inner, outer)), ...errors.length > 1 ? toFact("Errors", `${errors.length}, the first is shown`) : [] ],
    assertions: [],
    excerpt: composeExcerpt(message, inner.snippet ?? outer.snippet)
   };
  }
  function readError(value) {
   const parsed = dist.xLC(errorSchema, typeof value === "string" ? {
    message: value
   } : value);
   return parsed.success ? parsed.output : null;
  }
  function describeError(message, expected, actual) {
   const firstLine = message.slice(0, message.indexOf("\n") >>> 0).replace(/^(?:Error|AssertionError): /, "");
   const reason = toLine(firstLine, 200);
   return expected === "" || actual === "" ? reason : `${reason}: expected ${expected}, was ${actual}`;
  }
  /** The value of a line such as `Expected string: "200"` in an assertion's message; '' if there is none. */  function findLabel(message, label) {
   const line = new RegExp(`^\\s*${label}(?: [a-z]+)?: +(.+)$`, "m").exec(message)?.[1];
   return toLine(line, 100);
  }
  function findLocation(inner, outer) {
   const location = inner.location ?? outer.location;
   if (location?.file) return [ location.file, location.line, location.column ].map(it => toLine(it, 200)).filter(Boolean).join(":");
   const text = `${toExcerpt(inner.stack)}\n${toExcerpt(inner.message)}`;
   const frames = [ ...text.matchAll(STACK_FRAME) ].map(match => match[1] ?? "");
   const own = frames.find(frame => !frame.includes("node_modules") && !frame.includes("node:"));
   return own ?? toLine(outer.testFile, 200);
  }
  /** The message with the code around it; nothing when the reason says it all. */  function composeExcerpt(message, snippet) {
   const code = toExcerpt(snippet);
   if (code !== "" && !message.includes(code)) return `${message}\n\n${code}`;
   return message.includes("\n") ? message : "";
  }
  // src/failure-details/extract-failure-details.ts
  /** Where each check type's answer says why it failed. TCP, DNS, URL, ICMP and heartbeat have no field. */
  const READERS = {
   API: ({apiCheckResult}) => apiCheckResult && readApiResult(apiCheckResult),
   BROWSER: ({browserCheckResult, errors}) => readRunError(browserCheckResult?.errors ?? errors),
   MULTI_STEP: ({multiStepCheckResult, errors}) => readRunError(multiStepCheckResult?.errors ?? errors),
   PLAYWRIGHT: ({playwrightCheckResult, errors}) => readRunError(playwrightCheckResult?.errors ?? errors),
   AGENTIC: ({agenticCheckResult}) => agenticCheckResult && readAgenticResult(agenticCheckResult),
   TRACEROUTE: ({tracerouteCheckResult}) => tracerouteCheckResult && readTracerouteResult(tracerouteCheckResult),
   GRPC: ({grpcCheckResult}) => grpcCheckResult && readGrpcResult(grpcCheckResult),
   SSL: ({sslCheckResult}) => sslCheckResult && readSslResult(sslCheckResult)
  };
  /**
 * Why a result failed, from the body of the check results API. Pure and lenient: null when the body
 * says nothing that can be read. A check type that nobody has heard of is read as each known one.
 * @param body the parsed answer of `GET /v1/check-results/{checkId}/{checkResultId}`
 * @param checkType in the API's spelling
 */  function extractFailureDetails(body, checkType) {
   const parsed = dist.xLC(checkResultSchema, body);
   if (!parsed.success) return null;
   const own = Object.hasOwn(READERS, checkType) ? READERS[checkType] : void 0;
   for (const read of own === void 0 ? Object.values(READERS) : [ own ]) {
    const details = read(parsed.output);
    if (details !== null && saysSomething(details)) return details;
   }
   return null;
  }
  /** Failed conditions, or else the agent's first error, or its own recap. */  function readAgenticResult(result) {
   const failed = summariseAssertions(result.assertions);
   const error = readRunError(result.errors);
   const summary = toLine(result.summary, 300);
   return {
    reason: failed.reason || error?.reason || summary,
    facts: [ ...toFact("Summary", summary), ...failed.facts ],
    assertions: failed.assertions,
    excerpt: error?.excerpt ?? ""
   };
  }
  function saysSomething({reason, facts, assertions, excerpt}) {
   return reason !== "" || facts.length > 0 || assertions.length > 0 || excerpt !== "";
  }
  // src/failure-details/read-details.ts
  /** At most so many results are read: more reasons than anybody reads. */
  const MOST_RESULTS = 30;
  /**
 * Reads why results failed, the worst sessions first. Best effort: what cannot be read, or not before the
 * signal is aborted, is missing.
 * @returns details by `checkResultId`
 */  async function readDetails(fates, client, budget, signal) {
   const details = new Map;
   await Promise.allSettled(chooseResultsToRead(fates, MOST_RESULTS).map(readOne));
   return details;
   async function readOne(result) {
    await budget.takeTurn(signal);
    if (signal.aborted) return;
    const answer = await client.readResult(result.checkId, result.checkResultId, signal);
    if (answer.kind === "trouble" && answer.rateLimited) budget.reportRefusal(answer.retryAfterMs);
    if (answer.kind !== "completed") return;
    const extracted = extractFailureDetails(answer.value.body, result.checkType);
    if (extracted !== null) details.set(result.checkResultId, extracted);
   }
  }
  }
};
