"use strict"
exports.id=771
exports.ids=[771]
exports.modules={771:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{readAddressUse:()=>readAddressUse})
var valibot_3=__webpack_require__(7934),_session_check_run_js_0=__webpack_require__(332),_check_result_schema_js_1=__webpack_require__(7611),_choose_results_js_2=__webpack_require__(3007)
const MOST_READ=10,FIXED_TYPES=new Set(["DNS","GRPC","HEARTBEAT","ICMP","SSL","TCP","TRACEROUTE","URL"])
async function readAddressUse(address,checks,sessions,readResult,readsFailures,limit){const{host}=new URL(address),known=checks.flatMap(({check})=>check??[]),hosts=new Map,readAnyway=new Set((readsFailures?(0,_choose_results_js_2.r)(sessions,_choose_results_js_2.f):[]).map(({attempt})=>attempt.id)),results=null===readResult?[]:function(checks){return checks.toSorted((a,b)=>rank(a)-rank(b)).flatMap(({check,runs,sessions})=>{if("API"!==check?.type)return[]
const run=runs.find(({final})=>null!==final&&""!==final.id),owner=sessions.find(({session})=>void 0!==run&&session?.runs.includes(run))
if(null==run?.final||void 0===owner)return[]
return[{check,ref:{sessionId:owner.id,checkId:check.id,resultId:run.final.id}}]})}(checks),free=results.filter(({ref})=>readAnyway.has(ref.resultId)),chosen=[...free,...results.filter(it=>!free.includes(it)).slice(0,MOST_READ)]
await Promise.all(chosen.map(async({check,ref})=>{const answer=await(readResult?.(ref,limit)),called="completed"===answer?.kind?function(body){const parsed=valibot_3.xLC(_check_result_schema_js_1.r,body),result=parsed.success?parsed.output.apiCheckResult:null
if(null===result)return null
const{request,response,requestError}=result,wasMade=Number(response.status)>0||"string"==typeof requestError&&""!==requestError,url="string"==typeof request.url?request.url:""
return wasMade&&/^https?:\/\//i.test(url)&&URL.canParse(url)?new URL(url).host:null}(answer.value.body):null
if(null!==called)hosts.set((0,_session_check_run_js_0.wz)(check),called)}))
const api=known.filter(({type})=>"API"===type),hostOf=check=>hosts.get((0,_session_check_run_js_0.wz)(check)),others=known.filter(({type})=>"API"!==type)
return{host,called:api.filter(check=>hostOf(check)===host),calledOther:api.flatMap(check=>{const other=hostOf(check)
return void 0===other||other===host?[]:[{check,host:other}]}),notRead:api.filter(check=>void 0===hostOf(check)),fixed:others.filter(({type})=>FIXED_TYPES.has(type)),notKnown:others.filter(({type})=>!FIXED_TYPES.has(type))}}function rank({state}){return"passed"===state?0:1}},7611:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{r:()=>checkResultSchema,x:()=>anyPartSchema})
var valibot_1=__webpack_require__(7934),_loose_js_0=__webpack_require__(7155)
const list=valibot_1.NpB(valibot_1.YOg(valibot_1.L5J()),[]),dictionary=valibot_1.FsL(valibot_1.NpB(valibot_1.g1P(valibot_1.YjP(),valibot_1.L5J()),{}),valibot_1.pdi(it=>it)),probeFields={requestError:_loose_js_0.L,request:dictionary,assertions:list,response:dictionary,jobLog:_loose_js_0.L},runSchema=maybe(valibot_1.Ikc({errors:list,jobLog:_loose_js_0.L})),anyPartSchema=valibot_1.Ikc({...probeFields,errors:list}),checkResultSchema=valibot_1.Ikc({overMaxResponseTime:_loose_js_0.L,responseTime:_loose_js_0.L,scheduleError:_loose_js_0.L,errors:list,apiCheckResult:maybe(valibot_1.Ikc(probeFields)),browserCheckResult:runSchema,multiStepCheckResult:runSchema,playwrightCheckResult:runSchema,agenticCheckResult:maybe(valibot_1.Ikc({summary:_loose_js_0.L,assertions:list,errors:list,jobLog:_loose_js_0.L})),tracerouteCheckResult:maybe(valibot_1.Ikc({...probeFields,totalHops:_loose_js_0.L,destinationReached:_loose_js_0.L})),grpcCheckResult:maybe(valibot_1.Ikc({...probeFields,grpcStatusCode:_loose_js_0.L,healthStatus:_loose_js_0.L})),sslCheckResult:maybe(valibot_1.Ikc({...probeFields,failureCategory:_loose_js_0.L,chainTrusted:_loose_js_0.L,hostnameVerified:_loose_js_0.L,daysUntilExpiry:_loose_js_0.L,tlsVersion:_loose_js_0.L,baselineVerdict:_loose_js_0.L}))})
function maybe(schema){return valibot_1.NpB(valibot_1.lqM(valibot_1.mee(schema),null),null)}},3007:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{f:()=>MOST_RESULTS,r:()=>chooseResultsToRead})
const MOST_RESULTS=30
function chooseResultsToRead(sessions,max){const queues=sessions.filter(({state})=>"passed"!==state).map(judged=>({judged,results:listFailedResults(judged.session)})).filter(({results})=>results.length>0).sort((a,b)=>rankSession(a.judged)-rankSession(b.judged)).map(({results})=>results),chosen=[]
for(let round=0;chosen.length<max;round+=1){const next=queues.flatMap(results=>results[round]??[])
if(0===next.length)break
chosen.push(...next.slice(0,max-chosen.length))}return chosen}function listFailedResults(session){if(null===session)return[]
const failed=session.runs.flatMap(({check,attempts})=>attempts.filter(({state,id})=>"failed"===state&&""!==id&&"HEARTBEAT"!==check.type).map(attempt=>({session,check,attempt}))),isFinal=({attempt})=>attempt.isFinal
return[...failed.filter(isFinal),...failed.filter(it=>!isFinal(it)).reverse()]}function rankSession({state,session}){return("failed"===state?0:2)+("FAILED"===session?.status?0:1)}},7155:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{L:()=>loose})
var valibot_0=__webpack_require__(7934)
const loose=valibot_0.lqM(valibot_0.L5J())}}
