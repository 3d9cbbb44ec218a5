"use strict"
exports.id=247
exports.ids=[247]
exports.modules={4247:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{readPrivateLocations:()=>readPrivateLocations,readPublicLocations:()=>readPublicLocations})
var valibot_4=__webpack_require__(7934),_time_clock_js_0=__webpack_require__(2839),_time_read_moment_js_5=__webpack_require__(4402),_api_error_js_1=__webpack_require__(408),_lenient_js_2=__webpack_require__(440),_look_up_js_3=__webpack_require__(200)
const publicSchema=valibot_4.YOg(valibot_4.Ikc({region:valibot_4.YjP()})),privateSchema=valibot_4.YOg(valibot_4.Ikc({slugName:valibot_4.YjP(),lastSeen:_lenient_js_2.oX,agentCount:_lenient_js_2.cc}))
async function readPublicLocations(api,limit){return(await(0,_look_up_js_3.T)(api,"/v1/locations",limit,body=>{const parsed=valibot_4.xLC(publicSchema,body)
return parsed.success?parsed.output.map(({region})=>region):(0,_api_error_js_1._)(parsed.issues[0])}))?.value??null}async function readPrivateLocations(api,limit){const found=await(0,_look_up_js_3.T)(api,"/v1/private-locations",limit,body=>{const parsed=valibot_4.xLC(privateSchema,body)
return parsed.success?parsed.output:(0,_api_error_js_1._)(parsed.issues[0])})
if(null===found)return null
const nowMs=found.serverTimeMs??_time_clock_js_0.Xb.now()
return found.value.map(({slugName,lastSeen,agentCount})=>{const lastSeenMs=(0,_time_read_moment_js_5.T)(lastSeen)
return{slug:slugName,lastSeenMs,seenAgoMs:null===lastSeenMs?null:Math.max(0,nowMs-lastSeenMs),agentCount}})}},200:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{T:()=>lookUp})
var _time_clock_js_0=__webpack_require__(2839),_ask_until_answered_js_1=__webpack_require__(4319),_sessions_api_js_2=__webpack_require__(5491)
const LONGEST_MS=6e4
async function lookUp(api,path,limit,decode){const minute=(0,_time_clock_js_0.DZ)(_time_clock_js_0.VF,LONGEST_MS,limit.signal),within={signal:minute.signal,endsAt:Math.min(minute.endsAt,limit.endsAt)}
let serverTimeMs=null
const asked=await(0,_ask_until_answered_js_1.J)({ask:async()=>{const called=await api.call((0,_sessions_api_js_2.q4)("lookup",path,within,decode))
serverTimeMs=called.serverTimeMs
return called.answer},timing:{clock:_time_clock_js_0.VF,sleep:_time_clock_js_0.pw},random:Math.random,limit:within,looksOnceMore:!0,onEvent:()=>{}})
return"completed"===asked.kind?{value:asked.value,serverTimeMs}:null}}}
