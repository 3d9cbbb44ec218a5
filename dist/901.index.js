"use strict";

exports.id = 901;

exports.ids = [ 901 ];

exports.modules = {
 /***/ 901: 
 /***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   reportBadInput: () => reportBadInput
  });
  var _write_reports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(768);
  /** Writes the summary of a step whose inputs cannot be used, and which has asked nothing of the API. */  async function reportBadInput(verdict, beganAtMs, options) {
   const report = {
    verdict: verdict,
    fates: [],
    startedHere: false,
    passingStatuses: [],
    beganAtMs: beganAtMs,
    waitedMs: 0,
    timeoutMs: 0,
    details: new Map
   };
   const inputs = {
    jobSummary: "always",
    annotations: false
   };
   await (0, _write_reports_js__WEBPACK_IMPORTED_MODULE_0__.writeReports)(report, {
    ...options,
    inputs: inputs,
    reportDir: null
   });
  }
  /***/ }
};
