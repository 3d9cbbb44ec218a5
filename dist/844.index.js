"use strict"
exports.id=844
exports.ids=[844,247]
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
return"completed"===asked.kind?{value:asked.value,serverTimeMs}:null}},7844:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{createTestSessionsApi:()=>createTestSessionsApi})
var doubt_refusals=__webpack_require__(2007),dist=__webpack_require__(7934),statuses=__webpack_require__(6356),read_moment=__webpack_require__(4402),api_error=__webpack_require__(408),check_run=__webpack_require__(332),lenient=__webpack_require__(440);// src/checkly/gather-test-runs.ts
const testResultSchema=dist.Ikc({testSessionResultId:lenient.Qq,testSessionResultLink:lenient.Qq,checkId:lenient.Qq,checkType:lenient.Qq,name:lenient.Qq,runLocation:lenient.Qq,resultType:lenient.oX,status:lenient.Qq,hasErrors:lenient.Jt,hasFailures:lenient.Jt,isDegraded:lenient.Jt,aborted:lenient.Jt,responseTime:lenient.cc,startedAt:lenient.oX,stoppedAt:lenient.oX,errorGroupIds:dist.NpB(dist.YOg(dist.YjP()),[])}),ENDED=new Set(["PASSED","FAILED","CANCELLED"])
function hasEnded({status,resultType},isSessionOver){if("RUNNING"===status||""===status||"PENDING"===resultType)return!1
return null!==resultType||isSessionOver||ENDED.has(status)}function buildAttempt(result,isFinal){const{status,hasErrors,hasFailures,isDegraded,aborted}=result,hasFailed="FAILED"===status&&!hasErrors&&!hasFailures&&!aborted,flags={isCancelled:"CANCELLED"===status&&!hasErrors&&!hasFailures,hasErrors:hasErrors||!ENDED.has(status),hasFailures:hasFailures||hasFailed,aborted,isDegraded}
return{id:result.testSessionResultId,link:result.testSessionResultLink,location:result.runLocation,...(0,check_run.vO)(flags),isFinal,responseTimeMs:result.responseTime,startedAtMs:(0,read_moment.T)(result.startedAt),stoppedAtMs:(0,read_moment.T)(result.stoppedAt),errorGroupIds:result.errorGroupIds}}function startOf({startedAtMs}){return startedAtMs??0}// src/checkly/read-test-session.ts
const MOST_NAMED=10,sessionSchema=dist.Ikc({testSessionId:dist.FsL(dist.YjP(),dist.uRe()),testSessionLink:lenient.Qq,name:lenient.Qq,status:dist.FsL(dist.YjP(),dist.hq()),startedAt:lenient.oX,stoppedAt:lenient.oX,timeElapsed:lenient.cc,results:dist.lqM(dist.mee(dist.YOg(testResultSchema)),null)})
function readTestSession(body,id,place,required){const parsed=dist.xLC(sessionSchema,body)
if(!parsed.success)return(0,api_error._)(parsed.issues[0])
const session=parsed.output,ownId=session.testSessionId.toLowerCase()
if(null!==id&&ownId!==id.toLowerCase())return`the answer is about another session, ${ownId}`
const isOver="RUNNING"!==session.status,runs=function(results,place,isOver){const byCheck=new Map
for(const result of results){const key=result.checkId.toLowerCase()||`${result.checkType} ${result.name}`,own=byCheck.get(key)
if(void 0===own)byCheck.set(key,[result])
else own.push(result)}return[...byCheck.values()].flatMap(own=>function(results,place,isOver){const ended=results.filter(it=>hasEnded(it,isOver)),typed=ended.filter(it=>"FINAL"===it.resultType),finals=typed.length>0?typed:ended.filter(it=>null===it.resultType),open=results.filter(it=>!hasEnded(it,isOver)),attempts=ended.filter(it=>!finals.includes(it)).map(it=>buildAttempt(it,!1)),ends=finals.map(it=>buildAttempt(it,!0)).toSorted((a,b)=>startOf(a)-startOf(b)),groups=ends.map(end=>[end])
for(const attempt of attempts){const next=ends.findIndex(end=>startOf(end)>=startOf(attempt))
groups[-1===next?groups.length-1:next]?.push(attempt)}const check=function(results){const named=results.find(({name})=>""!==name)??results[0]
return{id:named?.checkId.toLowerCase()??"",name:named?.name??"",type:named?.checkType??""}}(results),runs=groups.map(own=>(0,check_run.MS)(check,own[0]?.location||place,own,"missing"))
if(0===open.length&&groups.length>0)return runs
const pending=isOver?"missing":open.every(({startedAt})=>null===startedAt)?"queued":"running",known=0===groups.length?attempts:[],location=open[0]?.runLocation||results[0]?.runLocation||place,state="queued"===pending&&known.length>0?"running":pending
return[...runs,(0,check_run.MS)(check,location,known,state)]}(own,place,isOver))}(session.results??[],place,isOver),startedAtMs=(0,read_moment.T)(session.startedAt),stoppedAtMs=(0,read_moment.T)(session.stoppedAt),isTimed=null!==startedAtMs&&null!==stoppedAtMs&&stoppedAtMs>=startedAtMs
return{kind:"test",id:ownId,name:session.name.trim(),link:session.testSessionLink,check:null,status:isOver?deriveStatus(session.status,runs):session.status,isOver,owes:isOver?describeOwed(session.results,runs,required):"",runs,source:null,startedAtMs,stoppedAtMs,elapsedMs:isTimed?stoppedAtMs-startedAtMs:session.timeElapsed,raw:body}}function deriveStatus(status,runs){return(0,statuses.j)([status,...runs.flatMap(({final})=>null===final?[]:final.state.toUpperCase())])}function describeOwed(results,runs,required){if(null===results)return"the API lists no results of it"
const finals=runs.filter(({final})=>null!==final)
if(0===finals.length)return"none of its checks has a final result"
const pending=runs.length-finals.length
if(pending>0)return`${pending} of its ${runs.length} checks ${1===pending?"has":"have"} no final result`
const isTold=createCheckTest(finals.map(({check})=>check)),untold=required.filter(check=>!isTold(check)).map(({id,name})=>name||id)
if(0===untold.length)return""
const more=untold.length>MOST_NAMED?` and ${untold.length-MOST_NAMED} more`:""
return`it has no result of check ${untold.slice(0,MOST_NAMED).join(", ")}${more}`}function createCheckTest(checks){const ids=new Set(checks.map(({id})=>id)),all=groupTypes(checks),withoutId=groupTypes(checks.filter(({id})=>""===id))
return({id,name,type})=>{if(""!==id&&ids.has(id))return!0
const types=(""===id?all:withoutId).get(name)
return void 0!==types&&(""===type||types.has("")||types.has(type))}}function groupTypes(checks){const types=new Map
for(const{name,type}of checks.filter(check=>""!==check.name))types.set(name,(types.get(name)??new Set).add(type))
return types}var sessions_api=__webpack_require__(5491),clock=__webpack_require__(2839),look_up=__webpack_require__(200);// src/checkly/find-lost-session.ts
const listSchema=dist.Ikc({entries:dist.YOg(dist.Ikc({id:dist.FsL(dist.YjP(),dist.uRe()),name:lenient.Qq,region:lenient.Qq,privateLocationId:lenient.oX,startedAt:lenient.oX}))}),MOST_READS=4,FIRST_PAUSE_MS=500,DATE_STEP_MS=1e3
function isOwn(entry,{name,place},sentByServerMs){return entry.name===name&&(place.isPrivate?entry.region===place.code||null!==entry.privateLocationId:entry.region===place.code&&null===entry.privateLocationId)&&((0,read_moment.T)(entry.startedAt)??0)>=sentByServerMs}async function readFound(api,id,place,limit){const found=await(0,look_up.T)(api,`/v1/test-sessions/${id}`,limit,body=>readTestSession(body,id,place,[]))
return found?.value??"it was found, but could not be read; see Checkly"}var locations=__webpack_require__(4247);// src/checkly/start-test-session.ts
const START_ADVICE={400:"Check location, private-location, check-id, tags and env.",403:'The key may not start test sessions: its user needs the role "Read & Run" or above, and account-id must be the account the key belongs to.',404:"The API itself did not say that nothing matched: check api-url."}
function writeStart(request){const{target,place,variables,retries,allowDeactivated}=request,known=Object.entries(request.metadata).filter(([,value])=>null!==value&&""!==value)
return{name:request.name,runLocation:place.code,target:{...(0,sessions_api.vN)(target),allowDeactivated},...variables.length>0&&{environmentVariables:variables.map(({name,value,secret})=>secret?{key:name,value,secret:!0}:{key:name,value})},retryStrategy:0===retries?null:{type:"FIXED",maxRetries:retries,baseBackoffSeconds:0,sameRegion:!0},refreshCache:request.refreshCache,...known.length>0&&{metadata:Object.fromEntries(known)}}}// src/checkly/test-sessions.ts
const ADVICE={400:"Check test-session-id and account-id.",404:"No such test session in this account: check test-session-id, and that account-id and api-key belong to the account that ran it."}
function createTestSessionsApi(api){const doubt=(0,doubt_refusals.Y)(),known=new Map,decodeSession=id=>body=>{const{place="",checks=[]}=known.get(id)??{},session=readTestSession(body,id,place,checks)
if("string"!=typeof session)keepChecks(session,place)
return session}
function keepChecks({id,runs},place){const before=known.get(id)?.checks??[],named=runs.map(({check})=>check).filter(({id,name})=>""!==id||""!==name),isKnown=createCheckTest(before),others=named.filter(check=>!isKnown(check))
known.set(id,{place,checks:[...before,...others]})}async function read(call){return(await api.call({...call,advice:ADVICE})).answer}return{kind:"test",poll:(id,waitSeconds,limit)=>(0,sessions_api.mO)(api,doubt,id,`/v1/test-sessions/${id}/completion`,waitSeconds,limit,decodeSession(id),ADVICE),read:async(id,limit,purpose)=>{const answer=await read((0,sessions_api.q4)(purpose,`/v1/test-sessions/${id}`,limit,decodeSession(id)))
if("completed"===answer.kind)doubt.noteRead(id)
return answer},async start(request,limit){const answer=await async function(api,request,limit){let sentAtMs=clock.Xb.now()
const called=await api.call({purpose:"start",limit,prepare:()=>{sentAtMs=clock.Xb.now()
return{path:"/v1/test-sessions/trigger",body:writeStart(request),overallMs:sessions_api.uq}},decode:body=>{const session=readTestSession(body,null,request.place.code,[])
return"string"==typeof session?session:[session]},advice:START_ADVICE})
return async function(api,request,called,sentAtMs,limit){const{answer,status,error}=called
if(404===status&&404===error?.statusCode||403===status&&"ERR_NO_MATCHING_CHECKS"===error?.errorCode)return async function(api,{code,isPrivate},message,limit){const known=isPrivate?(await(0,locations.readPrivateLocations)(api,limit))?.map(({slug})=>slug):await(0,locations.readPublicLocations)(api,limit),input=isPrivate?"private-location":"location",said=""===message?"":` (the API said: ${message.slice(0,300)})`
if(null==known)return{kind:"refused",cause:`no check matched in ${code}, or there is no such location, and the locations could not be looked up${said}. Check ${input}, tags and check-id.`}
if(known.includes(code))return{kind:"completed",value:[]}
return{kind:"refused",cause:`there is no ${isPrivate?"private ":""}location "${code}"${said}. ${0===known.length?"The account has none.":`There are: ${known.slice(0,40).join(", ")}.`} Check ${input}.`}}(api,request.place,error?.message??"",limit)
const lost=(0,sessions_api.Qd)(called)
if(null===lost)return answer
const found=await async function(api,start,sentAtMs,limit){const{nameToken,place}=start
if(null===nameToken)return"look for it in Checkly; without test-session-name it would be found by its name"
const query=new URLSearchParams({textSearch:nameToken,limit:"100"})
for(let reads=1;;reads+=1){const listed=await(0,look_up.T)(api,`/v1/test-sessions?${query}`,limit,body=>{const parsed=dist.xLC(listSchema,body)
return parsed.success?parsed.output.entries:(0,api_error._)(parsed.issues[0])})
if(null===listed)return"it could not be looked for; see Checkly"
const nowMs=clock.Xb.now(),sentByServerMs=(listed.serverTimeMs??nowMs)-(nowMs-sentAtMs)-DATE_STEP_MS,own=listed.value.filter(entry=>isOwn(entry,start,sentByServerMs))
if(own.length>1)return`${own.length} sessions have its name; see Checkly`
if(void 0!==own[0])return readFound(api,own[0].id,place.code,limit)
if(reads===MOST_READS)return"no session with its name can be found; see Checkly"
await(0,clock.pw)(FIRST_PAUSE_MS*2**(reads-1),limit.signal)}}(api,request,sentAtMs,limit)
if("string"!=typeof found)return{kind:"completed",value:[found]}
return{kind:"refused",cause:`${lost}. The session in ${request.place.code} may have been started all the same, so the request is not sent again: ${found}.`}}(api,request,called,sentAtMs,limit)}(api,request,limit)
for(const session of"completed"===answer.kind?answer.value:[]){doubt.noteStart(session.id)
const place=request.place.code,checks=request.target.checkIds.map(id=>({id,name:"",type:""}))
known.set(session.id,{place,checks})
keepChecks(session,place)}return answer},cancel:(id,limit)=>(0,sessions_api.B_)(api,`/v1/test-sessions/${id}/cancel`,limit,ADVICE),readResult:({sessionId,resultId},limit)=>{const path=`/v1/test-sessions/${sessionId}/results/${encodeURIComponent(resultId)}`
return read((0,sessions_api.q4)("details",path,limit,body=>({body})))}}}}}
