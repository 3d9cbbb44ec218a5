"use strict"
exports.id=846
exports.ids=[846]
exports.modules={846:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{noteFailures:()=>noteFailures,writeReports:()=>write_reports.L})
var describe_check_news=__webpack_require__(3197),describe_step_news=__webpack_require__(4731),explain_check=__webpack_require__(1779);// src/diagnosis/note-failures.ts
function noteFailures(checks,known,nowMs){const reasons=new Map
for(const check of checks){const read=(0,explain_check.Gs)(check,known.details).causes.find(({details})=>null!==details)
if(void 0!==read)reasons.set(check,read.reason)}const news=(0,describe_step_news.r)(checks,known,nowMs)
return{reasons,news:null===news?"":(0,describe_check_news.To)(news)}}var write_reports=__webpack_require__(9993)}}
