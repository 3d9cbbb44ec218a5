"use strict";

exports.id = 173;

exports.ids = [ 173 ];

exports.modules = {
 173: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   renderJUnitReport: () => renderJUnitReport
  });
  var fxb = __webpack_require__(585);
  var neutralise_blocks = __webpack_require__(212);
  var neutralise_text = __webpack_require__(261);
  var report_view = __webpack_require__(232);
  var describe_flags = __webpack_require__(897);
  var failure_details = __webpack_require__(100);
  var count_results = __webpack_require__(329);
  var measure_times = __webpack_require__(277);
  // src/reports/report-files/junit-cases.ts
  /**
 * A session's locations as test cases. A session that did not pass has at least one case that is a
 * failure or an error, so that no reporter shows it green.
 */
  function buildTestCases(view, details) {
   const cases = view.locations.map(place => buildCase(place, view, details));
   const isShown = cases.some(it => it.failure !== void 0 || it.error !== void 0);
   if (view.fate.state === "passed" || isShown) return cases;
   const problem = {
    "@type": view.status,
    "@message": toAttribute(view.reason)
   };
   return [ ...cases, {
    "@name": "session",
    "@classname": toAttribute(view.name),
    "@time": "0.000",
    error: problem
   } ];
  }
  function buildCase(place, view, details) {
   const isPassed = view.fate.state === "passed";
   const {final} = place;
   const timeMs = final === null ? null : (0, measure_times /* measureAttempt */ .Y)(final);
   const testCase = {
    "@name": toAttribute(place.location),
    "@classname": toAttribute(view.name),
    "@time": formatSeconds(timeMs ?? 0)
   };
   const before = place.attempts.filter(attempt => attempt !== final && (0, count_results /* judgeResult */ .p8)(attempt) === "failed");
   const reason = final === null ? "" : (0, describe_flags /* describeFlags */ .J)(final);
   switch (place.kind) {
   case "passed":
    return {
     ...testCase,
     ...collectReruns(before, "flaky", details),
     ...printLink(final)
    };

   case "degraded":
    {
     const problem = buildProblem("degraded", reason, final, details);
     return isPassed ? {
      ...testCase,
      ...collectReruns(before, "flaky", details),
      "system-out": "degraded"
     } : {
      ...testCase,
      failure: problem,
      ...collectReruns(before, "rerun", details)
     };
    }

   case "failed":
    {
     const problem = buildProblem(view.status, reason, final, details);
     const outcome = final?.hasFailures === true ? {
      failure: problem
     } : {
      error: problem
     };
     return {
      ...testCase,
      ...outcome,
      ...collectReruns(before, "rerun", details)
     };
    }

   case "cancelled":
   case "missing":
    {
     const what = place.kind === "missing" ? "no final result from this location" : "cancelled";
     const problem = buildProblem(place.kind, isPassed ? what : `${what}: ${view.reason}`, final, details);
     return isPassed ? {
      ...testCase,
      skipped: problem
     } : {
      ...testCase,
      error: problem,
      ...collectReruns(before, "rerun", details)
     };
    }
   }
  }
  /** A time as JUnit has it, in seconds with three digits behind the point. */  function formatSeconds(durationMs) {
   return (Math.max(0, durationMs) / 1e3).toFixed(3);
  }
  function buildProblem(type, reason, result, details) {
   const read = result === null ? void 0 : details.get(result.checkResultId);
   const lines = [ ...(read?.facts ?? []).map(([label, value]) => `${label}: ${value}`), ...(read?.assertions ?? []).map(failure_details /* describeFailedAssertion */ .N), read?.excerpt ?? "", result?.checkResultLink ?? "" ].filter(line => line !== "");
   const problem = {
    "@type": toAttribute(type),
    "@message": toAttribute(read?.reason || reason)
   };
   return lines.length === 0 ? problem : {
    ...problem,
    "#text": (0, neutralise_blocks /* cleanXml */ .$2)(lines.join("\n"))
   };
  }
  function collectReruns(attempts, kind, details) {
   const failures = attempts.filter(attempt => attempt.hasFailures).map(buildRerun);
   const errors = attempts.filter(attempt => !attempt.hasFailures).map(buildRerun);
   return {
    ...failures.length > 0 && {
     [`${kind}Failure`]: failures
    },
    ...errors.length > 0 && {
     [`${kind}Error`]: errors
    }
   };
   function buildRerun(attempt) {
    const {"#text": text, ...problem} = buildProblem("ATTEMPT", (0, describe_flags /* describeFlags */ .J)(attempt), attempt, details);
    return text === void 0 ? problem : {
     ...problem,
     "system-out": text
    };
   }
  }
  function printLink(result) {
   return result === null || result.checkResultLink === "" ? {} : {
    "system-out": (0, neutralise_blocks /* cleanXml */ .$2)(result.checkResultLink)
   };
  }
  function toAttribute(text) {
   return (0, neutralise_blocks /* cleanXml */ .$2)((0, neutralise_text /* foldText */ .TH)(text, 500));
  }
  // src/reports/report-files/junit-report.ts
  /**
 * The report as JUnit XML: sessions as suites, locations as cases, failed attempts as the rerun
 * elements of Maven Surefire. Valid against the schema of Jenkins' xUnit plugin (junit-10.xsd).
 */
  function renderJUnitReport(report) {
   const {stopped, remarkable, plain} = (0, report_view /* buildReportView */ .U)(report);
   const suites = [ ...stopped, ...remarkable, ...plain ].map(view => buildSuite(view, report));
   const total = count => suites.reduce((sum, it) => sum + count(it), 0);
   const builder = new fxb.A({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false
   });
   return builder.build({
    "?xml": {
     "@version": "1.0",
     "@encoding": "UTF-8"
    },
    testsuites: {
     "@name": "Checkly",
     "@tests": total(suite => suite.testcase.length),
     "@failures": total(suite => suite["@failures"]),
     "@errors": total(suite => suite["@errors"]),
     "@time": formatSeconds(report.verdict.timeElapsedMs ?? report.waitedMs),
     testsuite: suites
    }
   });
  }
  function buildSuite(view, {startedHere, details}) {
   const {session} = view.fate;
   const cases = buildTestCases(view, details);
   const properties = {
    sessionId: view.fate.id,
    link: view.link,
    status: view.status,
    checkId: session?.checkId ?? "",
    checkType: session?.checkType ?? "",
    runSource: session?.runSource ?? "",
    startedHere: String(startedHere)
   };
   return {
    "@name": (0, neutralise_blocks /* cleanXml */ .$2)((0, neutralise_text /* foldText */ .TH)(view.name, 300)),
    "@tests": cases.length,
    "@failures": cases.filter(it => it.failure !== void 0).length,
    "@errors": cases.filter(it => it.error !== void 0).length,
    "@skipped": cases.filter(it => it.skipped !== void 0).length,
    "@time": formatSeconds(view.tookMs ?? 0),
    "@timestamp": (0, neutralise_blocks /* cleanXml */ .$2)(session?.startedAt ?? "", 40),
    "@id": (0, neutralise_blocks /* cleanXml */ .$2)(view.fate.id, 100),
    properties: {
     property: Object.entries(properties).map(([name, value]) => ({
      "@name": name,
      "@value": (0, neutralise_blocks /* cleanXml */ .$2)(value, 2e3)
     }))
    },
    testcase: cases
   };
  }
  }
};
