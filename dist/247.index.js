"use strict"
exports.id=247
exports.ids=[247]
exports.modules={4247:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{readPrivateLocations:()=>readPrivateLocations,readPublicLocations:()=>readPublicLocations})
var valibot_3=__webpack_require__(7934),_time_clock_js_0=__webpack_require__(2839),_time_read_moment_js_5=__webpack_require__(4402),_api_error_js_1=__webpack_require__(408),_lenient_js_2=__webpack_require__(440),_sessions_api_js_4=__webpack_require__(5491)
const publicSchema=valibot_3.YOg(valibot_3.Ikc({region:valibot_3.YjP()})),privateSchema=valibot_3.YOg(valibot_3.Ikc({slugName:valibot_3.YjP(),lastSeen:_lenient_js_2.oX,agentCount:_lenient_js_2.cc}))
async function readPublicLocations(api,limit){const{answer}=await api.call((0,_sessions_api_js_4.q4)("lookup","/v1/locations",limit,body=>{const parsed=valibot_3.xLC(publicSchema,body)
return parsed.success?parsed.output.map(({region})=>region):(0,_api_error_js_1._)(parsed.issues[0])}))
return"completed"===answer.kind?answer.value:null}async function readPrivateLocations(api,limit){const{answer,serverTimeMs}=await api.call((0,_sessions_api_js_4.q4)("lookup","/v1/private-locations",limit,body=>{const parsed=valibot_3.xLC(privateSchema,body)
return parsed.success?parsed.output:(0,_api_error_js_1._)(parsed.issues[0])}))
if("completed"!==answer.kind)return null
const nowMs=serverTimeMs??_time_clock_js_0.Xb.now()
return answer.value.map(({slugName,lastSeen,agentCount})=>{const lastSeenMs=(0,_time_read_moment_js_5.T)(lastSeen)
return{slug:slugName,lastSeenMs,seenAgoMs:null===lastSeenMs?null:Math.max(0,nowMs-lastSeenMs),agentCount}})}}}
