"use strict";

exports.id = 901;

exports.ids = [ 901 ];

exports.modules = {
 901: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   reportBadInput: () => reportBadInput
  });
  var _outputs_publish_outputs_js_0 = __webpack_require__(509);
  var _report_dir_js_1 = __webpack_require__(320);
  var _write_reports_js_2 = __webpack_require__(833);
  /**
 * Writes the reports of a step whose inputs cannot be used, and which has asked nothing of the API: the
 * summary unless it is plainly unwanted, and the files if their folder can be made.
 */  async function reportBadInput(verdict, beganAtMs, options) {
   const report = {
    verdict,
    fates: [],
    startedHere: false,
    passingStatuses: [],
    beganAtMs,
    waitedMs: 0,
    timeoutMs: 0,
    details: new Map
   };
   const isUnwanted = options.jobSummary.trim().toLowerCase() === "never";
   const inputs = {
    jobSummary: isUnwanted ? "never" : "always",
    annotations: false
   };
   const reportDir = tryReportDir(options.reportDir.trim(), options.workspace);
   const paths = await (0, _write_reports_js_2.writeReports)(report, {
    ...options,
    inputs,
    reportDir
   });
   (0, _outputs_publish_outputs_js_0.S)(paths, options.log, options.redact);
  }
  /** A folder that cannot be made may be what is wrong with the inputs. */  function tryReportDir(given, workspace) {
   try {
    return given === "" ? null : (0, _report_dir_js_1.G)(given, workspace);
   } catch {
    return null;
   }
  }
  }
};
