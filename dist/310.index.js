"use strict"
exports.id=310
exports.ids=[310]
exports.modules={1310:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{readTestErrorGroup:()=>readTestErrorGroup})
var valibot_1=__webpack_require__(7934),_time_read_moment_js_2=__webpack_require__(4402),_api_error_js_0=__webpack_require__(408),_sessions_api_js_3=__webpack_require__(5491)
const texts=valibot_1.NpB(valibot_1.YOg(valibot_1.NpB(valibot_1.YjP(),"")),[]),groupSchema=valibot_1.Ikc({firstSeen:valibot_1.NpB(valibot_1.YjP(),""),environments:texts})
async function readTestErrorGroup(api,id,limit){const path=`/v1/test-session-error-groups/${encodeURIComponent(id)}`,{answer}=await api.call((0,_sessions_api_js_3.q4)("details",path,limit,body=>{const parsed=valibot_1.xLC(groupSchema,body)
if(!parsed.success)return(0,_api_error_js_0._)(parsed.issues[0])
const{firstSeen,environments}=parsed.output
return{firstSeenMs:(0,_time_read_moment_js_2.T)(firstSeen),environments:environments.filter(name=>""!==name)}}))
return"completed"===answer.kind?answer.value:null}}}
