"use strict"
exports.id=537
exports.ids=[537]
exports.modules={8537:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{describeSilentLocation:()=>describeSilentLocation,readSilentLocations:()=>readSilentLocations})
var _text_words_js_2=__webpack_require__(830),_time_format_duration_js_1=__webpack_require__(775),_time_format_moment_js_0=__webpack_require__(5907)
const PUBLIC_CODE=/^[a-z]{2}-[a-z]+-\d$/,LATELY_MS=12e4
async function readSilentLocations(sessions,startedIn,read,limit){const places=function(sessions,startedIn){const places=sessions.flatMap(({kind,runs})=>runs.map(run=>({place:run.location,isAlive:hasBegun(run,kind)}))),alive=new Set(places.filter(({isAlive})=>isAlive).map(({place})=>place))
if(null===startedIn)return[...new Set(places.map(({place})=>place))].filter(place=>""!==place&&!alive.has(place)&&!PUBLIC_CODE.test(place))
const codes=new Set(startedIn.map(({code})=>code))
if([...alive].some(place=>!codes.has(place)))return[]
return startedIn.filter(({code,isPrivate})=>isPrivate&&!alive.has(code)).map(({code})=>code)}(sessions,startedIn)
if(0===places.length)return[]
return(await read(limit)??[]).filter(({slug})=>places.includes(slug))}function describeSilentLocation({slug,lastSeenMs,seenAgoMs,agentCount}){const silent=`Nothing has come from the private location ${slug} yet`
if(null===lastSeenMs||null===seenAgoMs)return`${silent}, and Checkly has not seen an agent of it. Start one.`
const seen=`an agent of it was last seen at ${(0,_time_format_moment_js_0.K)(lastSeenMs)}, ${(0,_time_format_duration_js_1.a)(seenAgoMs)} before`
if(!(seenAgoMs<=LATELY_MS&&0!==agentCount))return`${silent}; ${seen}. See whether one runs there.`
return`${silent}; ${seen}. ${null===agentCount?"Its agents":`Its ${(0,_text_words_js_2.Fs)(agentCount,"agent")}`} may be busy with other checks.`}function hasBegun({attempts,state},kind){return attempts.length>0||"test"===kind&&"queued"!==state&&"missing"!==state}}}
