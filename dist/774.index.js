"use strict"
exports.id=774
exports.ids=[774]
exports.modules={7774:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{readCheckHistory:()=>readCheckHistory})
var valibot_3=__webpack_require__(7934),_session_check_run_js_0=__webpack_require__(332),_time_read_moment_js_5=__webpack_require__(4402),_api_error_js_1=__webpack_require__(408),_lenient_js_2=__webpack_require__(440),_sessions_api_js_4=__webpack_require__(5491)
const MOST_RESULTS=100,FIELDS="id,hasFailures,hasErrors,isDegraded,isCancelled,runLocation,startedAt,stoppedAt",answerSchema=valibot_3.Ikc({entries:valibot_3.lqM(valibot_3.mee(valibot_3.YOg(valibot_3.L5J())),null)}),resultSchema=valibot_3.Ikc({id:_lenient_js_2.Qq,hasFailures:valibot_3.zMY(),hasErrors:valibot_3.zMY(),isDegraded:_lenient_js_2.Jt,isCancelled:_lenient_js_2.Jt,runLocation:valibot_3.FsL(valibot_3.YjP(),valibot_3.hq()),startedAt:_lenient_js_2.oX,stoppedAt:_lenient_js_2.oX})
async function readCheckHistory(api,checkId,beforeMs,limit){const query=`to=${Math.floor(beforeMs/1e3)}&resultType=FINAL&limit=${MOST_RESULTS}&fields=${FIELDS}`,path=`/v2/check-results/${encodeURIComponent(checkId)}?${query}`,{answer}=await api.call((0,_sessions_api_js_4.q4)("history",path,limit,body=>{const parsed=valibot_3.xLC(answerSchema,body)
return parsed.success?(parsed.output.entries??[]).flatMap(readPastResult):(0,_api_error_js_1._)(parsed.issues[0])}))
return"completed"===answer.kind?answer.value:null}function readPastResult(entry){const parsed=valibot_3.xLC(resultSchema,entry)
if(!parsed.success)return[]
const{id,runLocation,startedAt,stoppedAt,...flags}=parsed.output,[started,stopped]=[(0,_time_read_moment_js_5.T)(startedAt),(0,_time_read_moment_js_5.T)(stoppedAt)],[startedAtMs,endedAtMs]=[started??stopped,stopped??started]
if(null===startedAtMs||null===endedAtMs)return[]
const{state}=(0,_session_check_run_js_0.vO)({...flags,aborted:!1})
return[{id,location:runLocation,state,startedAtMs,endedAtMs}]}}}
