"use strict"
exports.id=146
exports.ids=[146]
exports.modules={2146:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{reportBadInput:()=>reportBadInput})
var _diagnosis_failure_knowledge_js_0=__webpack_require__(9238),_outputs_publish_outputs_js_1=__webpack_require__(4986),_reports_report_dir_js_2=__webpack_require__(8043),_reports_write_reports_js_3=__webpack_require__(9993)
async function reportBadInput(verdict,beganAtMs,options){const report={verdict,sessions:[],checks:[],choice:null,environmentUrl:null,lacksAddress:!1,addressUse:null,silentLocations:[],startedHere:!1,passingStatuses:[],beganAtMs,waitedMs:0,timeoutMs:0,known:_diagnosis_failure_knowledge_js_0.GN,seenAgoMs:new Map},isUnwanted="never"===options.jobSummary.trim().toLowerCase(),reportDir=function(given,workspace){try{return""===given?null:(0,_reports_report_dir_js_2.G)(given,workspace)}catch{return null}}(options.reportDir.trim(),options.workspace),paths=await(0,_reports_write_reports_js_3.L)(report,{...options,jobSummary:isUnwanted?"never":"always",annotations:!1,reportDir});(0,_outputs_publish_outputs_js_1.S)(paths,options.log,options.redact)}}}
