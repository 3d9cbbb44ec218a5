"use strict"
exports.id=993
exports.ids=[993,537]
exports.modules={3197:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{$:()=>describeCheckNews,Zv:()=>listNames,To:()=>writeNews})
var neutralise_text=__webpack_require__(5261),words=__webpack_require__(830);// src/time/describe-duration.ts
const UNITS=[["days",86400],["hours",3600],["minutes",60]]
var describe_moment=__webpack_require__(1565);// src/diagnosis/describe-history.ts
function describeHistory({isNew,before,error,unknown},nowMs){if(null!==before)return function(before,nowMs){if("bad"===before.kind){const{state,sinceMs,results,isAtLeast}=before,count=`${isAtLeast?"at least ":""}${(0,words.Fs)(results,"result")}`
return`${state} since ${(0,describe_moment.o)(sinceMs,nowMs)}, ${count}`}return`${"degraded"===before.state?"was degraded, not failing,":"passed"} ${function(ms){const seconds=Math.max(1,Math.round(ms/1e3))
for(const[name,size]of UNITS)if(seconds>=2*size)return`${Math.round(seconds/size)} ${name}`
return 1===seconds?"1 second":`${seconds} seconds`}(before.agoMs)} before this run`}(before,nowMs)
return null===error?unknown:function({firstSeenMs,environments},isNew,nowMs){if(isNew)return"has an error that was not seen before this run"
const where=0===environments.length?"":`, in ${environments.join(", ")}`
return`errors like this one since ${(0,describe_moment.o)(firstSeenMs,nowMs)}${where}`}(error,!0===isNew,nowMs)}function describeAside({before,target},nowMs){return(0,words.tI)(["better"===before?.kind&&before.bad>0?`${before.bad} of ${before.results} results before were as bad`:"",null===target?"":describeTarget(target,nowMs)],"; ")}function describeTarget(target,nowMs){const when=`(${(0,describe_moment.o)(target.endedAtMs,nowMs)})`
switch(target.state){case"passes":return`passes on its configured target ${when}, fails here`
case"fails":return`fails on its configured target too ${when}`
case"differs":return`passes on its configured target in some places only ${when}`}}// src/diagnosis/describe-check-news.ts
const MOST_NAMES=3,NAME_LENGTH=80,ORDER=[!0,null,!1]
function describeCheckNews({runs},histories,nowMs){const groups=new Map
for(const run of runs){const history=histories.get(run)
if(void 0===history)continue
const key=writeKey(history,nowMs),{same,places}=groups.get(key)??{same:[],places:[]}
groups.set(key,{same:[...same,history],places:[...places,run.location]})}return[...groups.values()].flatMap(({same,places})=>{const where=1===groups.size?"":`in ${listNames(places,"location")}`
return function(same){const befores=same.flatMap(({before})=>before??[]),add=count=>befores.reduce((sum,before)=>sum+count(before),0),results=add(before=>before.results),bad=add(before=>"better"===before.kind?before.bad:0),isAtLeast=befores.some(before=>"bad"===before.kind&&before.isAtLeast)
return same.slice(0,1).map(history=>{const{before}=history
return{...history,before:null===before?null:replaceCounts(before,results,bad,isAtLeast)}})}(same).map(history=>({isNew:history.isNew,label:(0,words.tI)([nameNews(history.isNew),where]," "),text:describeHistory(history,nowMs),aside:describeAside(history,nowMs)}))}).toSorted((a,b)=>ORDER.indexOf(a.isNew)-ORDER.indexOf(b.isNew))}function writeNews({label,text,aside}){return(0,words.tI)([label,(0,words.tI)([text,aside],"; ")],": ")}function listNames(names,thing){const shown=names.slice(0,MOST_NAMES).map(name=>(0,neutralise_text.IN)(name,NAME_LENGTH)),left=names.length-shown.length
if(left>0)return`${shown.join(", ")} and ${(0,words.Fs)(left,`more ${thing}`)}`
return shown.length<2?shown.join(""):`${shown.slice(0,-1).join(", ")} and ${shown.at(-1)}`}function nameNews(isNew){if(null===isNew)return"Not known whether new"
return isNew?"New":"Known"}function writeKey(history,nowMs){const{isNew,before}=history,uncounted={...history,before:null===before?null:replaceCounts(before,0,0,!1)}
return JSON.stringify([isNew,describeHistory(uncounted,nowMs),describeAside(uncounted,nowMs)])}function replaceCounts(before,results,bad,isAtLeast){return"bad"===before.kind?{...before,results,isAtLeast}:{...before,results,bad}}},4731:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{r:()=>describeStepNews})
var _text_words_js_3=__webpack_require__(830),_time_describe_moment_js_0=__webpack_require__(1565),_describe_check_news_js_1=__webpack_require__(3197),_failure_knowledge_js_2=__webpack_require__(9238)
const MOST_TOLD=3
function describeStepNews(checks,known,nowMs){const failed=checks.filter(({state})=>"failed"===state).map(check=>({name:check.name||(check.sessions[0]?.id??""),isNew:(0,_failure_knowledge_js_2.i_)(check,known),news:(0,_describe_check_news_js_1.$)(check,known.histories,nowMs),knownSinceMs:findKnownSince(check,known.histories)}))
if(failed.every(({news})=>0===news.length))return null
const[only]=failed
return void 0!==only&&1===failed.length?function({isNew,news:[first,...others]}){const more=others.map(it=>function(text){return`${text.charAt(0).toLowerCase()}${text.slice(1)}`}((0,_describe_check_news_js_1.To)(it))),text=(0,_text_words_js_3.tI)([first?.text??"",first?.aside??"",...more],"; ")
return{count:!0===isNew?1:0,isNew,label:first?.label??"",text,aside:""}}(only):function(failed,nowMs){const total=failed.length,fresh=failed.filter(({isNew})=>!0===isNew),old=failed.filter(({isNew})=>!1===isNew),unknown=total-fresh.length-old.length,count=fresh.length,rest=(0,_text_words_js_3.tI)([0===old.length?"":`${old.length} ${1===old.length?"was":"were"} failing already`,0===unknown?"":`for ${unknown} it is not known`],", ")
if(count>0)return{count,isNew:!0,label:count===total?`All ${total} are new`:`${count} of ${total} ${1===count?"is":"are"} new`,text:(0,_text_words_js_3.tI)([describeFresh(fresh),rest],"; "),aside:""}
if(0===unknown){const text=`${2===total?"both":`all ${total}`} were failing already${function(old,nowMs){const[latest]=old.toSorted((a,b)=>(b.knownSinceMs??0)-(a.knownSinceMs??0))
if(void 0===latest||null===latest.knownSinceMs)return""
return`, the latest since ${(0,_time_describe_moment_js_0.o)(latest.knownSinceMs,nowMs)}: ${(0,_describe_check_news_js_1.Zv)([latest.name],"check")}`}(old,nowMs)}`
return{count,isNew:!1,label:"None is new",text,aside:""}}return 0===old.length?{count,isNew:null,label:"Not known whether they are new",text:findShared(failed),aside:""}:{count,isNew:null,label:"None is known to be new",text:rest,aside:""}}(failed,nowMs)}function describeFresh(fresh){const byText=new Map
for(const{name,news}of fresh){const text=news[0]?.text??""
byText.set(text,[...byText.get(text)??[],name])}const groups=[...byText].slice(0,MOST_TOLD),told=groups.map(([text,names])=>`${(0,_describe_check_news_js_1.Zv)(names,"check")} ${text}`),left=fresh.length-groups.reduce((count,[,names])=>count+names.length,0)
return(0,_text_words_js_3.tI)([...told,left>0?`and ${left} more`:""],"; ")}function findKnownSince({runs},histories){const times=runs.flatMap(run=>{const{isNew,before,error}=histories.get(run)??{}
if(!1!==isNew)return[]
return"bad"===before?.kind?[before.sinceMs]:error?.firstSeenMs??[]})
return 0===times.length?null:Math.max(...times)}function findShared(failed){const texts=new Set(failed.map(({news})=>news[0]?.text??""))
return 1===texts.size?[...texts][0]??"":""}},1212:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{N:()=>describeFailedAssertion})
function describeFailedAssertion({subject,expected,actual}){const wanted=""===expected?subject:`${subject}: expected ${expected}`
return""===actual?wanted:`${wanted}, was ${actual}`}},8537:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{describeSilentLocation:()=>describeSilentLocation,readSilentLocations:()=>readSilentLocations})
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
return`${silent}; ${seen}. ${null===agentCount?"Its agents":`Its ${(0,_text_words_js_2.Fs)(agentCount,"agent")}`} may be busy with other checks.`}function hasBegun({attempts,state},kind){return attempts.length>0||"test"===kind&&"queued"!==state&&"missing"!==state}},937:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{YJ:()=>measureAttempt,q9:()=>buildRunViews,x3:()=>measureDuration})
var _session_check_run_js_0=__webpack_require__(332)
function buildRunViews(runs,status,histories){return(0,_session_check_run_js_0.D1)(runs,status).map(run=>({...run,keyAttempt:(0,_session_check_run_js_0.YA)(run),passedAfterRetry:(0,_session_check_run_js_0.bY)(run),tookMs:measureAttempts(run.attempts),history:histories.get(run)??null}))}function measureAttempts(attempts){let start=Number.POSITIVE_INFINITY,stop=Number.NEGATIVE_INFINITY
for(const{startedAtMs,stoppedAtMs}of attempts){start=Math.min(start,startedAtMs??start)
stop=Math.max(stop,stoppedAtMs??stop)}return stop>=start?stop-start:null}function measureAttempt(attempt){return attempt.responseTimeMs??measureDuration(attempt)}function measureDuration({startedAtMs,stoppedAtMs}){if(null===startedAtMs||null===stoppedAtMs||stoppedAtMs<startedAtMs)return null
return stoppedAtMs-startedAtMs}},9993:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{L:()=>writeReports})
var external_node_fs_=__webpack_require__(3024),external_node_path_=__webpack_require__(6760),redact_json=__webpack_require__(7103),words=__webpack_require__(830),describe_check_news=__webpack_require__(3197),neutralise_text=__webpack_require__(5261),format_duration=__webpack_require__(775);// src/reports/views/describe-ending.ts
const RECENT_MS=5e3
function describeEnding(view,isCounted=!0){const ending=function(view,isCounted){switch(view.status){case"PASSED":return`passed${describePlaces(view,"passed",isCounted)}`
case"FAILED":return`failed${describePlaces(view,"failed",isCounted)}`
case"DEGRADED":return`is degraded${describePlaces(view,"degraded",isCounted)}`
case"CANCELLED":return`was cancelled${describePlaces(view,"cancelled",isCounted)}`
case"TIMED_OUT":return`timed out${describePlaces(view,"missing",isCounted)}`
case"UNFINISHED":return view.runs.some(({state})=>"queued"===state)&&!view.runs.some(({state})=>"running"===state)?`had not started${describePlaces(view,"queued",isCounted)}`:`still running${isCounted?function(view){const{runs}=view,done=runs.filter(({final})=>null!==final).length,counted=runs.length<2?"":`: ${done} of ${(0,words.Fs)(runs.length,"location")} done`,seen=describeSeen(view)
return""===seen?counted:`${counted}, ${seen}`}(view):""}`
case"NOT_STARTED":return`had not started${describePlaces(view,"queued",isCounted)}`
case"UNKNOWN":return"has no verdict"
default:return`ended as ${view.status}`}}(view,isCounted),{state}=view
if("passed"===state&&"PASSED"!==view.status)return`${ending}, let through`
return"failed"===state&&"PASSED"===view.status?`${ending}, which passing-statuses does not list`:ending}function describeSoFar({state,runs}){if("passed"===state)return""
const failures=runs.flatMap(({final,location,attempts})=>{const count=attempts.filter(attempt=>"failed"===attempt.state).length
return null!==final||0===count?[]:`${(0,words.Fs)(count,"attempt")} in ${location.slice(0,60)}`})
return 0===failures.length?"":`${failures.slice(0,3).join(", ")}${failures.length>3?" \u2026":""} failed`}function describeRemarks(view){const{retriedRuns:retried,failedRuns,status}=view,missing=failedRuns.filter(it=>"missing"===it.state).length,notPassed=failedRuns.length-missing,places=retried.slice(0,2).map(({location,attempts})=>`${location.slice(0,60)} (${(0,words.Fs)(attempts.length,"attempt")})`)
if(retried.length>2)places.push(retried.length-2+" more")
const remarks=["PASSED"===status?"":describeEnding(view,!1),0===retried.length?"":`passed after retry in ${places.join(", ")}`,0===missing?"":`no final result from ${(0,words.Fs)(missing,"location")}`,0===notPassed||"PASSED"!==status?"":`passed, though ${(0,words.Fs)(notPassed,"final result")} did not`]
return(0,words.tI)(remarks,"; ")||describeEnding(view)}function describeSeen({seenAgoMs}){return null===seenAgoMs||seenAgoMs<RECENT_MS?"":`as seen ${(0,format_duration.a)(seenAgoMs)} before`}function describePlaces({runs},state,isCounted){const names=runs.filter(view=>view.state===state).map(view=>view.location.slice(0,60)),missing=runs.filter(view=>"missing"===view.state).length,rest=missing>0&&"missing"!==state&&isCounted?`, ${missing} without a result`:"",all=(0,words.Fs)(runs.length,"location")
if(0===names.length)return rest
if(names.length===runs.length&&names.length>1)return 2===names.length?` in both ${names.join(" and ")}`:` in all ${all}`
if(names.length>2)return` in ${names.length} of ${all}${rest}`
const count=1===runs.length||!isCounted?"":`, ${names.length} of ${all}`
return` in ${names.join(" and ")}${count}${rest}`}var name_checks=__webpack_require__(3930);// src/reports/views/marks.ts
const RUN_MARKS={passed:"\u2705",degraded:"\u26a0\ufe0f",cancelled:"\u{1f6ab}",failed:"\u274c",missing:"\u2753",running:"\u23f3",queued:"\u{1f553}"},STATUS_MARKS={PASSED:"\u2705",DEGRADED:"\u26a0\ufe0f",CANCELLED:"\u{1f6ab}",TIMED_OUT:"\u23f1\ufe0f",UNFINISHED:"\u23f3",NOT_STARTED:"\u{1f553}",UNKNOWN:"\u2753"}
function markCheck(view){if("passed"===view.state&&"PASSED"!==view.status)return"\u26a0\ufe0f"
if("failed"===view.state&&("PASSED"===view.status||"DEGRADED"===view.status))return"\u274c"
return(Object.hasOwn(STATUS_MARKS,view.status)?STATUS_MARKS[view.status]:void 0)??"\u274c"}function markNews(isNew){if(null===isNew)return""
return isNew?"\u{1f195}":"\u{1f501}"}// src/reports/views/describe-shared.ts
function countViews(views,isMore=!1){const unit=(0,name_checks.uc)(views.map(({judged})=>judged))
return(0,words.Fs)(views.length,isMore?`more ${unit}`:unit)}function describeShared({views}){const[first]=views,what="unfinished"===first?.state?"not seen to end":"without a verdict"
return`${void 0===first?"":markCheck(first)} ${countViews(views)} ${what}`}function isSaid({reason},message){return""!==reason&&message.includes(reason.replace(/\.$/,""))}function describeNotStarted(views){return`\u{1f553} ${countViews(views)} had not started when the step stopped waiting`}function describeRunning(views,isMore=!1){const what=views.every(({runs})=>runs.every(({state})=>"queued"!==state))?"still running":"unfinished"
return`\u23f3 ${countViews(views,isMore)} ${what} when the step stopped waiting`}var silent_locations=__webpack_require__(8537);// src/reports/views/describe-check.ts
const CHECK_TYPES={AGENTIC:"agentic check",API:"API check",BROWSER:"browser check",DNS:"DNS monitor",GRPC:"gRPC monitor",HEARTBEAT:"heartbeat monitor",ICMP:"ICMP monitor",MULTI_STEP:"multistep check",PLAYWRIGHT:"Playwright check suite",SSL:"SSL monitor",TCP:"TCP monitor",TRACEROUTE:"traceroute monitor",URL:"URL monitor"},RUN_SOURCES={CLI_DEPLOY:"run by a CLI deployment",DEPLOYMENT:"run by a deployment",DEPLOYMENT_CACHE_WARMER:"run to warm the cache of a deployment",EDITOR:"run from the editor",GROUP_RUN_ALL:"run with its whole group",LEGACY_TRIGGER:"run by a trigger link",SCHEDULER:"run on schedule",SCHEDULE_NOW:"run by hand with \u201cschedule now\u201d",TEST_NO_RECORD:"run as an unrecorded test",TEST_RECORD:"run as a recorded test",TRIGGER_API:"triggered through the API",TRIGGER_NO_RECORD:"triggered from the CLI, unrecorded",TRIGGER_RECORD:"triggered from the CLI, recorded"}
function describeCheckType(checkType){return lookUp(CHECK_TYPES,checkType)??checkType}function describeRunSource(runSource){return lookUp(RUN_SOURCES,runSource??"")??runSource??""}function lookUp(words,key){return Object.hasOwn(words,key)?words[key]:void 0}// src/reports/views/notes.ts
const MOST_NAMED=5
function listAddressNotes({addressUse:use},host){if(null===use)return[]
const{calledOther,fixed,notKnown}=use,others=(0,words.tI)([0===fixed.length?"":`Kept to ${1===fixed.length?"its":"their"} configured target: ${nameSome(fixed.map(nameTyped))}.`,0===notKnown.length?"":`Not known what was called: ${countTypes(notKnown)}.`]," ")
return[{isWarning:calledOther.length>0,text:describeApiChecks(use,host??use.host)},{isWarning:!1,text:others}].filter(({text})=>""!==text)}function listSilenceNotes({silentLocations}){return silentLocations.map(location=>({isWarning:!0,text:(0,silent_locations.describeSilentLocation)(location)}))}function describeApiChecks({called,calledOther,notRead},host){const total=called.length+calledOther.length+notRead.length
if(0===total)return""
const all=(0,words.Fs)(total,"API check")
if(called.length===total)return`${total>2?`All ${all}`:2===total?"Both API checks":"The API check"} called ${host}.`
if(notRead.length===total)return`What ${all} called is not known.`
const others=nameSome(calledOther.map(it=>`${it.check.name} (${it.host})`))
return`${(0,words.tI)([`${0===called.length?"None":called.length} of ${all} called ${host}`,0===calledOther.length?"":`${calledOther.length} another: ${others}`],", ")}.${0===notRead.length?"":` Of ${notRead.length} it is not known.`}`}function nameTyped({name,type}){return`${name} (${describeCheckType(type)})`}function countTypes(checks){const counts=new Map
for(const{type}of checks)counts.set(type,(counts.get(type)??0)+1)
return[...counts].map(([type,count])=>(0,words.Fs)(count,describeCheckType(type))).join(", ")}function nameSome(names){const left=names.length-MOST_NAMED
return`${names.slice(0,MOST_NAMED).join(", ")}${left>0?` and ${left} more`:""}`}// src/reports/annotations.ts
const TITLE_LENGTH=150,MOST_ERRORS=9,annotations_MOST_NAMED=5,MOST_WARNINGS=10,MOST_NOTES=3
function annotateNote({text}){return{level:"warning",title:(0,neutralise_text.Ow)(text,TITLE_LENGTH),message:(0,neutralise_text.Ow)(text,900)}}function annotateFailure(view,{details}){const ending=["FAILED","DEGRADED","PASSED"].includes(view.status)?` ${describeEnding(view,!1)}`:"",novelty=null===view.isNew?"":view.isNew?" (new)":" (known)",title=`${(0,neutralise_text.Ow)(view.name,60)}${ending}${novelty}: ${view.reason}`,keyAttempt=view.failedRuns.find(run=>null!==run.keyAttempt)?.keyAttempt,facts=details.get(keyAttempt?.id??"")?.facts??[],other=view.causes.find(({reason,details:read})=>null!==read&&reason!==view.reason)
return annotate("error",title,view,describeEnding(view),[`Why: ${view.reason}`,void 0===other?"":`Why in ${other.locations.slice(0,8).join(", ")}: ${other.reason}`,...view.news.map(describe_check_news.To),...facts.slice(0,2).map(([label,value])=>`${label}: ${value}`)])}function annotateShared(cause){return annotateMany(`${stripMark(describeShared(cause))}: ${cause.reason}`,cause.views)}function annotateMany(what,views){const left=views.length-annotations_MOST_NAMED,names=views.slice(0,annotations_MOST_NAMED).map(({name})=>(0,neutralise_text.Ow)(name,100))
return{level:"error",title:(0,neutralise_text.Ow)(what,TITLE_LENGTH),message:(0,words.tI)([(0,neutralise_text.Ow)(what,900),(0,neutralise_text.Ow)(names.join(", ")+(left>0?` and ${left} more`:""),900)],"\n")}}function stripMark(text){return text.slice(text.indexOf(" ")+1)}function annotateRemark(view){const remarks=describeRemarks(view)
return annotate("warning",`${(0,neutralise_text.Ow)(view.name,60)} ${remarks}`,view,remarks,[])}function annotate(level,title,view,what,facts){const clean=[`${(0,neutralise_text.Ow)(view.name,200)} ${what}`,...facts,(0,neutralise_text.K_)(view.link)?view.link:""].map(line=>(0,neutralise_text.Ow)(line,900))
return{level,title:(0,neutralise_text.Ow)(title,TITLE_LENGTH),message:(0,words.tI)(clean,"\n")}}function shorten(annotations,most,what){const all=annotations.map(({annotation})=>annotation),[first]=all
if(void 0===first||all.length<=most)return all
const left=annotations.slice(most-1).reduce((sum,{count})=>sum+count,0),rest={level:first.level,title:`${(0,words.Fs)(left,"more check")} ${what}`,message:`${(0,words.Fs)(left,"more check")} ${what}. The job summary and the step's log name them.`}
return[...all.slice(0,most-1),rest]}function findWriteTime(path){return(0,external_node_fs_.lstatSync)(path,{throwIfNoEntry:!1})?.mtimeMs??null}var failure_details=__webpack_require__(1212),format_moment=__webpack_require__(5907),run_view=__webpack_require__(937);// src/reports/render-log.ts
const MOST_LOCATIONS=100,IDS_IN_LINE=10
function renderMany(title,views,render){const left=views.length-MOST_LOCATIONS
return{title:(0,neutralise_text.Ow)(title),lines:[...views.slice(0,MOST_LOCATIONS).map(view=>(0,neutralise_text.Ow)(render(view).trim())),...left>0?[`\u2026 and ${left} more`]:[]]}}function renderOpenCheck(view){const soFar=describeSoFar(view)
return`${view.name} ${describeEnding(view)}${""===soFar?"":`; ${soFar}`}  ${view.link}`}function renderCheck(view){const soFar=describeSoFar(view),causes=view.causes.flatMap(cause=>[`${describeWhere(cause,view)}: ${cause.reason||"not read"}`,...null===cause.details?[]:renderDetails(cause.details)]),left=view.runs.length-MOST_LOCATIONS,ending="passed"===view.state?describeRemarks(view):describeEnding(view),lines=[...""===view.reason||view.causes.some(cause=>cause.reason===view.reason)?[]:[`Why: ${view.reason}`],...causes,...view.news.map(describe_check_news.To),...""===soFar?[]:[`So far: ${soFar}`],...view.runs.slice(0,MOST_LOCATIONS).map(run=>function(view){const attempts=view.attempts.map(attempt=>{const timeMs=(0,run_view.YJ)(attempt)
return`${RUN_MARKS[attempt.state]}${null===timeMs?"":` ${(0,format_duration.a)(timeMs)}`}${attempt.location===view.location?"":` in ${attempt.location}`}`})
if("running"===view.state)attempts.push("still running")
else if("queued"===view.state)attempts.push("not started")
else if(null===view.final)attempts.push(0===attempts.length?"no result":"no final result")
const retried=view.passedAfterRetry?" (passed after retry)":"",link="passed"===view.state||null===view.keyAttempt?"":`  ${view.keyAttempt.link}`
return`${RUN_MARKS[view.state]} ${view.location}: ${attempts.join(" \u2192 ")}${retried}${link}`}(run)),...left>0?[`\u2026 and ${(0,words.Fs)(left,"location")} more`]:[],describeFacts(view),...""===view.link?[]:[view.link]]
return{title:(0,neutralise_text.Ow)(`${markCheck(view)} ${view.name} ${ending}`),lines:lines.filter(line=>""!==line).map(line=>(0,neutralise_text.Ow)(line))}}function describeWhere({locations,reason},view){if(1===view.runs.length&&reason===view.reason)return"Why"
return`Why in ${locations.slice(0,8).join(", ")}${locations.length>8?" \u2026":""}`}function renderDetails({facts,assertions,excerpt}){return[...facts.map(([label,value])=>`  ${label}: ${value}`),...(assertions.length>1?assertions:[]).map(assertion=>`  ${(0,failure_details.N)(assertion)}`),...""===excerpt?[]:(0,neutralise_text.v3)(excerpt,30).map(line=>`  \u2502 ${line}`)]}function describeFacts(view){const session=view.judged.sessions[0]?.session,facts=[null===view.failingSinceMs?"":`first failed ${(0,format_moment.K)(view.failingSinceMs)}`,null===view.tookMs||"unfinished"===view.state?"":`took ${(0,format_duration.a)(view.tookMs)}`,describeCheckType(view.judged.check?.type??""),describeRunSource(session?.source??null)]
return(0,words.tI)(facts," \xb7 ")}function renderPlainCheck(view){const took=null===view.tookMs?"":`, ${(0,format_duration.a)(view.tookMs)}`,places=view.runs.slice(0,10).map(it=>it.location),left=view.runs.length-places.length
return(0,neutralise_text.Ow)(`${view.name} (${places.join(", ")}${left>0?` and ${left} more`:""}${took})  ${view.link}`)}var report_dir=__webpack_require__(8043);// src/reports/views/describe-gated.ts
const MOST_PLACES=3
function describeGated(report){const{choice,checks,sessions,startedHere,verdict}=report
if(0===checks.length)return""
const{missing}=verdict,firstMs=findFirstStart(report),at=null===firstMs?"":` ${sessions.length>1&&!startedHere?"from":"at"} ${(0,format_moment.K)(firstMs)}`,later=sessions.length>1&&!startedHere&&null!==firstMs?" on":""
return(0,words.tI)([`${(0,words.Fs)(checks.length,(0,name_checks.uc)(checks))} ${describeChoice(choice)}`.trim(),0===missing.length?"":`${missing.length} more not started`,(0,words.tI)([describeTestSessions(report),describe_gated_describePlaces(report)],1===sessions.length?" ":", "),`${startedHere?"started by this step":"started elsewhere"}${at}${later}`],", ")}function findFirstStart({sessions}){const starts=sessions.flatMap(({session})=>session?.startedAtMs??[])
return 0===starts.length?null:starts.reduce((a,b)=>Math.min(a,b))}function describeChoice(choice){if(null===choice)return""
if("tags"!==choice.input)return`given by ${choice.input}`
return`with tags ${choice.values.map(line=>`"${line}"`).join(" or ")}`}function describeTestSessions({choice,sessions}){if("test"!==choice?.sessionType)return""
return 1===sessions.length?"in a test session":`in ${sessions.length} test sessions`}function describe_gated_describePlaces({checks}){const named=[...new Set(checks.flatMap(({runs})=>runs.map(({location})=>location)))].filter(place=>""!==place)
if(0===named.length)return""
if(named.length>MOST_PLACES)return`in ${named.length} locations`
return`in ${(0,words.tI)([named.slice(0,-1).join(", "),named.at(-1)??""]," and ")}`}// src/reports/report-files/json-report.ts
const FORMAT_VERSION=3
function json_report_describeChoice(report){const{choice,checks,environmentUrl}=report,firstMs=findFirstStart(report)
return{by:choice?.input??null,values:choice?.values??[],sessionType:choice?.sessionType??null,checks:checks.length,startedAt:null===firstMs?null:new Date(firstMs).toISOString(),environmentUrl,sentence:describeGated(report)}}function describeCheck(view){const{judged,state,name,link,reason,isNew,causes,news,runs}=view
return{id:judged.check?.id??"",name,type:judged.check?.type??"",state,status:judged.status,link,reason,new:isNew,news:news.map(describe_check_news.To),causes:causes.map(({reason:why,locations})=>({reason:why,locations})),sessions:judged.sessions.map(({id})=>id),locations:runs.map(run=>({location:run.location,kind:run.state,attempts:run.attempts.map(({id})=>id),history:null===run.history?null:describeHistory(run.history)}))}}function describeHistory({isNew,before,error,target,unknown}){return{new:isNew,unknown,before:null===before?null:describeBefore(before),error:null===error?null:{firstSeen:toIso(error.firstSeenMs),environments:error.environments},target:null===target?null:{state:target.state,endedAt:toIso(target.endedAtMs)}}}function describeBefore(before){const{kind,state,results}=before
return"bad"===kind?{kind,state,since:toIso(before.sinceMs),results,isAtLeast:before.isAtLeast}:{kind,state,endedAt:toIso(before.endedAtMs),agoMs:before.agoMs,bad:before.bad,results}}function toIso(epochMs){return new Date(epochMs).toISOString()}var neutralise_blocks=__webpack_require__(7212);// src/text/neutralise-cells.ts
const LONG_WORD=/(?:&#\d+;|[^\s&]){18,}/g,PIECE=/(?:&#\d+;|[./]|(?:[a-z0-9]\u2060?){12})(?=[!-~])/gi
function escapeCell(text,maxLength=200){const line=(0,neutralise_text.EH)(text,maxLength)
return(0,neutralise_text.k6)(line.replace(LONG_WORD,word=>word.replace(PIECE,`$&${neutralise_text.j7.mayBreak}`)))}// src/reports/summary/attempts.ts
const MAX_ATTEMPTS=8
function renderTime(ms){return null===ms?"":(0,format_duration.a)(ms).replace(" ","\xa0")}function renderAttempts(view){const last=view.attempts.length-1,shown=view.attempts.filter((_,index)=>index<MAX_ATTEMPTS-1||index===last).map(attempt=>function(attempt,location){const label=`${RUN_MARKS[attempt.state]}\xa0${renderTime((0,run_view.YJ)(attempt))}`,place=attempt.location===location?"":` in ${escapeCell(attempt.location,60)}`
return(0,neutralise_blocks.k9)(label.trim(),attempt.link)+place}(attempt,view.location)),left=view.attempts.length-shown.length
if(left>0)shown.splice(-1,0,`${left} more`)
if(null===view.final)shown.push("running"===view.state?"\u23f3 still running":"queued"===view.state?"\u{1f553} not started":0===view.attempts.length?"no result":"no final result")
return shown.join(" \u2192 ")}function listLocations(locations,maximum){const names=locations.slice(0,maximum).map(location=>escapeCell(location,60)),left=locations.length-names.length
if(left>0)return`${names.join(", ")} and ${left} more`
return names.length<2?names.join(""):`${names.slice(0,-1).join(", ")} and ${names.at(-1)}`}// src/reports/summary/attempts-table.ts
const MOST_ROWS=25,MOST_PLAIN_ROWS=3
function renderAttemptsTable({runs}){if(0===runs.length)return""
const plain=runs.filter(view=>!isNotable(view)),shared=plain.length>MOST_PLAIN_ROWS?plain:[],own=shared.length>0?runs.filter(isNotable):runs,rows=own.slice(0,MOST_ROWS).map(renderRow)
if(own.length>MOST_ROWS)rows.push(`| \u2026 and ${(0,words.Fs)(own.length-MOST_ROWS,"location")} more | |\n`)
if(shared.length>0)rows.push(`| \u2705 ${own.length>0?`${shared.length} others`:`all ${shared.length}`} | ${renderPassedLocations(shared,MOST_ROWS)} |\n`)
return`| Location | Attempts, in order |\n| :-- | :-- |\n${rows.join("")}\n`}function renderPassedLocations(views,most){const shown=views.slice(0,most).map(({location,final})=>`${(0,neutralise_blocks.k9)(escapeCell(location,60),final?.link??"")} ${renderTime(final?.responseTimeMs??null)}`.trim()),left=views.length-shown.length
return left>0?`${shown.join(", ")} and ${(0,words.Fs)(left,"location")} more`:shown.join(", ")}function isNotable(view){return"passed"!==view.state||view.passedAfterRetry}function renderRow(view){return`| ${RUN_MARKS[view.state]}\xa0${escapeCell(view.location,60)} | ${renderAttempts(view)} |\n`}// src/reports/summary/gantt-sections.ts
const gantt_sections_MOST_ROWS=20
function listBars({attempts}){const bars=[]
for(const attempt of attempts){const{location,state,startedAtMs:startMs}=attempt,durationMs=(0,run_view.x3)(attempt)
if(null===startMs||null===durationMs)continue
const labelMs=(0,run_view.YJ)(attempt)??durationMs
bars.push({location,isRetry:bars.length>0,state,startMs,durationMs,labelMs})}return bars}// src/reports/summary/attempts-gantt.ts
const MOST_SESSIONS=12,MARKS={passed:"\u2713",degraded:"\u25b3",cancelled:"\u2298",failed:"\u2717"},STYLES={passed:"done, ",degraded:"",cancelled:"",failed:"crit, "},ROW_HEIGHT=24,PADDING=50,TICK_HEIGHT=4,TICKS=[.1,.5,1,2,5,10,20,30,60,120,300,600,1800,3600]
function labelSection(name,views){return(0,neutralise_blocks.$q)(name,views.length>1?14:16)}// src/reports/summary/check-tables.ts
const check_tables_MOST_LOCATIONS=8,NAME_LENGTH=60,NOT_PASSED_HEADER="| Check | Why |\n| :-- | :-- |\n"
function renderNews(news){return(0,words.tI)([markNews(news.isNew),escapeCell((0,describe_check_news.To)(news),300)],"\xa0")}const LOCATIONS_HEADER="| Check | Locations |\n| :-- | :-- |\n"
function renderStartedRow(view){const places=listLocations(view.runs.map(it=>it.location),check_tables_MOST_LOCATIONS)
return`| \u{1f680} ${(0,neutralise_blocks.hL)(view.name,view.link,NAME_LENGTH,escapeCell)}${renderType(view)} | ${places} |\n`}function renderRemarkableRow(view){const isRunning="unfinished"===view.state,notable=view.runs.filter(isNotable),rest=view.runs.filter(it=>!isNotable(it)),missing=notable.filter(it=>"missing"===it.state).length,name=[renderName(view),"PASSED"===view.status||isRunning?"":`${escapeCell(view.status,40)}, let through`,view.retriedRuns.length>0?"passed after retry":"",missing>0&&!isRunning?`${missing} without a final result`:"",describeSeen(view),null===view.lastError?"":escapeCell(view.reason,160)],places=notable.slice(0,check_tables_MOST_LOCATIONS).map(it=>`${escapeCell(it.location,60)}: ${renderAttempts(it)}`)
if(notable.length>check_tables_MOST_LOCATIONS)places.push(`and ${notable.length-check_tables_MOST_LOCATIONS} more`)
if(rest.length>0)places.push(`\u2705 ${renderPassedLocations(rest,check_tables_MOST_LOCATIONS)}`)
return`| ${(0,words.tI)(name,"<br>")} | ${places.join("<br>")} |\n`}const PLAIN_HEADER="| Check | Locations | Took |\n| :-- | :-- | --: |\n"
function renderPlainRow(view){const places=renderPassedLocations(view.runs,check_tables_MOST_LOCATIONS)
return`| ${renderName(view)}${renderType(view)} | ${places} | ${renderTime(view.tookMs)} |\n`}function renderName(view){return`${markCheck(view)}\xa0${(0,neutralise_blocks.hL)(view.name,view.link,NAME_LENGTH,escapeCell)}`}function renderType(view){const type=escapeCell(describeCheckType(view.judged.check?.type??""),40)
return""===type?"":` \xb7 ${type}`}// src/reports/summary/failure-card.ts
const MOST_CAUSES=5,MOST_LINKS=3
function renderTitle(view,ending=describeEnding(view)){return`${markCheck(view)} ${(0,neutralise_blocks.hL)(view.name,view.link)} ${(0,neutralise_text.FV)(ending,300)}`}function renderReasons(view){const known=view.causes.filter(cause=>""!==cause.reason),reasons=known.slice(0,MOST_CAUSES).map(({reason,locations})=>[1===view.causes.length&&reason===view.reason?"Why":`Why in ${listLocations(locations,5)}`,reason])
if(!known.some(cause=>cause.reason===view.reason))reasons.unshift(["Why",view.reason])
const lines=[...reasons,["So far",describeSoFar(view)]].filter(([,text])=>""!==text).map(([label,text])=>`**${label}:** ${(0,neutralise_text.FV)(text??"",400)}`),unread=view.causes.find(cause=>""===cause.reason)
if(void 0!==unread)lines.push(`**Also failed, reason not read:** ${listLocations(unread.locations,10)}`)
const left=known.length-MOST_CAUSES
if(left>0)lines.push(`and ${(0,words.Fs)(left,"more reason")}`)
return lines}function failure_card_renderNews({news}){return news.map(({isNew,label,text,aside})=>{const told=(0,neutralise_text.FV)((0,words.tI)([text,aside],"; "),400)
return(0,words.tI)([markNews(isNew),`**${(0,neutralise_text.FV)(label,300)}:**`,told]," ")})}function renderLinks({runs,judged:{sessions}}){const places=runs.filter(({state,keyAttempt})=>"passed"!==state&&null!==keyAttempt),results=places.slice(0,MOST_LINKS).map(({location,state,final,keyAttempt})=>linkSafely(`${null===final?"failed attempt":`${state} result`} in ${(0,neutralise_text.FV)(location,60)}`,keyAttempt?.link)),bad=new Set(places.map(({location})=>location)),wholes=sessions.filter(({session})=>1===sessions.length||session?.runs.some(run=>bad.has(run.location))).slice(0,MOST_LINKS).map(({session})=>linkSafely("whole session"+(1===sessions.length?"":` in ${(0,neutralise_text.FV)(session?.runs[0]?.location??"",60)}`),session?.link)),line=(0,words.tI)([...results,...wholes]," \xb7 ")
return""===line?"":`**Open:** ${line}`}function linkSafely(markdown,url=""){return(0,neutralise_text.K_)(url)?(0,neutralise_blocks.k9)(markdown,url):""}function renderTimes({failingSinceMs,startedMs,state,tookMs,retriedRuns}){const momentMs=failingSinceMs??startedMs,retried=retriedRuns.length,times=[null===momentMs?"":`**${null===failingSinceMs?"Started":"First failed in this run"}:** ${(0,format_moment.K)(momentMs)}`,null===tookMs||"unfinished"===state?"":`took ${renderTime(tookMs)}`,0===retried?"":`${(0,words.Fs)(retried,"location")} passed after retry`]
return(0,words.tI)(times," \xb7 ")}function renderOrigin({judged:{check,sessions}}){const session=sessions[0]?.session??null,facts=[(0,neutralise_text.FV)(describeCheckType(check?.type??""),60),(0,neutralise_text.FV)(describeRunSource(session?.source??null),60)]
return null===session?"":(0,words.sK)((0,words.tI)(facts," \xb7 "))}function failure_card_renderDetails(details){const facts=details.facts.map(([label,value])=>`- ${(0,neutralise_text.FV)(label)}: ${(0,neutralise_blocks.cR)(value)}\n`),list=0===facts.length?"":`${facts.join("")}\n`,excerpt=""===details.excerpt?"":`${(0,neutralise_blocks.g8)(details.excerpt)}\n\n`
return list+(details.assertions.length>1?function({assertions}){return`| Failed assertion | Expected | Was |\n| :-- | :-- | :-- |\n${assertions.map(({subject,expected,actual})=>`| ${[subject,expected,actual].map(text=>escapeCell(text,120)).join(" | ")} |\n`).join("")}\n`}(details):"")+excerpt}var describe_attempt=__webpack_require__(9884);// src/reports/summary/overview.ts
const overview_MOST_NAMED=5,NOT_READ="reason not read"
function renderCounts(texts){const counts=new Map
for(const text of texts.flat())counts.set(text,(counts.get(text)??0)+1)
const isNotRead=text=>text===NOT_READ?1:0,sorted=[...counts].sort((a,b)=>isNotRead(a[0])-isNotRead(b[0])||b[1]-a[1]),named=sorted.slice(0,overview_MOST_NAMED).map(([text,count])=>`${(0,neutralise_text.FV)(text,120)} (${(0,words.Fs)(count,"check")})`),left=sorted.length-named.length
return left>0?`${named.join(" \xb7 ")} \xb7 and ${left} more`:named.join(" \xb7 ")}// src/reports/summary/page-writer.ts
const NOTE_BYTES=1e3
function foldUnder(title){return[`<details><summary>${title}</summary>\n\n`,"\n</details>\n\n"]}function addRows(page,[before,after],views,render,which){return describeLeft(views.length-page.addRows(before,views,render,after),which)}function describeLeft(count,which){return count>0?[`${(0,words.Fs)(count,"check")} ${which}`]:[]}// src/reports/summary/failed-section.ts
const MOST_OPEN_CARDS=3,MOST_TABLE_ROWS=12,failed_section_MOST_NAMED=5,MOST_NOT_STARTED=30
function addNotPassed(page,view,focus){const{notPassed,report}=view,{main}=focus
if(report.verdict.detached)return addRows(page,[LOCATIONS_HEADER,"\n"],notPassed,renderStartedRow,"that were started")
if(0===main.length)return[]
if(1===main.length)return function(view,{verdict}){return null===view?.judged.sessions[0]?.session&&"error"===verdict.outcome&&verdict.message.includes(view.name)}(main[0],report)?[]:addCards(page,focus)
if(main.length>MOST_TABLE_ROWS)page.add(function(views){const since=views.map(view=>view.failingSinceMs).filter(time=>null!==time)
return`${[`**Why:** ${renderCounts(views.map(({reason})=>[reason===describe_attempt.F?NOT_READ:reason]))}`,`**Where:** ${renderCounts(views.map(view=>view.failedRuns.map(place=>place.location)))}`,0===since.length?"":`**First failure:** ${(0,format_moment.K)(since.reduce((a,b)=>Math.min(a,b)))}`].filter(line=>""!==line&&!line.endsWith(" ")).join("<br>\n")}\n\n`}(main))
const renderRow=it=>function(view,dayMs){const{failedRuns,runs,failingSinceMs,state}=view,places=(failedRuns.length>0?failedRuns:runs).filter(it=>"passed"!==it.state).map(it=>it.location),isTimed=null!==failingSinceMs&&"failed"===state,what=[renderName(view),listLocations(places,3),isTimed?`first failed ${(0,format_moment.K)(failingSinceMs,dayMs)}`:""],why=[escapeCell(view.reason,160),escapeCell(describeSoFar(view)),...view.news.map(renderNews)]
return`| ${(0,words.tI)(what,"<br>")} | ${(0,words.tI)(why,"<br>")} |\n`}(it,report.beganAtMs),[before,after]=foldUnder(`${(0,words.Fs)(main.length-MOST_TABLE_ROWS,"more check")} that failed`),added=page.addRows(NOT_PASSED_HEADER,main.slice(0,MOST_TABLE_ROWS),renderRow,"\n")+page.addRows(before+NOT_PASSED_HEADER,main.slice(MOST_TABLE_ROWS),renderRow,after)
return[...describeLeft(main.length-added,"that failed"),...addCards(page,focus)]}function addCards(page,{main,named}){const isFolded=main.length>MOST_OPEN_CARDS
return addRows(page,isFolded?foldUnder(`Attempts and details of these ${main.length} checks`):["",""],main,function(view){const card=function(view,isNewsSaid){const lines=[...renderReasons(view),...isNewsSaid?[]:failure_card_renderNews(view),renderLinks(view),renderTimes(view),renderOrigin(view)],details=view.causes.find(cause=>null!==cause.details)?.details??null
return[`${(0,words.tI)(lines,"<br>\n")}\n\n`,null===details?"":failure_card_renderDetails(details),renderAttemptsTable(view)].join("")}(view,view===named)
if(isFolded)return`<details>${function(view){const title=`${(0,neutralise_text.FV)(view.name)} ${(0,neutralise_text.FV)(describeEnding(view),300)}`
return`<summary>${markCheck(view)} ${title}</summary>`}(view)}\n\n${card}</details>\n\n`
return view===named?card:`### ${renderTitle(view)}\n\n${card}`},"without attempts and details")}function addRunning(page,{running,shared,report},focus){if(report.verdict.detached)return[]
const open=0===focus.main.length&&0===shared.length?running.slice(0,MOST_TABLE_ROWS):[],folded=running.slice(open.length),[before,after]=foldUnder(describeRunning(folded,open.length>0))
return[...addRows(page,[LOCATIONS_HEADER,"\n"],open,renderRemarkableRow,"that still ran"),...addRows(page,[before+LOCATIONS_HEADER,after],folded,renderRemarkableRow,"that still ran")]}function addShared(page,{shared,report}){if(report.verdict.detached)return[]
return shared.flatMap(cause=>function(page,cause,message){const{reason,views}=cause,title=describeShared(cause),why=isSaid(cause,message)?"":`**Why:** ${(0,neutralise_text.FV)(reason,400)}\n\n`,isFolded=views.length>failed_section_MOST_NAMED
if(!isFolded||""!==why)page.add(`### ${title}\n\n${why}`)
const frame=isFolded?foldUnder(""===why?title:`The ${countViews(views)}`):["","\n"],isLinked=views.some(({link})=>""!==link)
return addRows(page,frame,views,view=>isLinked?`- ${(0,neutralise_blocks.hL)(view.name,view.link)}\n`:`${(0,neutralise_text.FV)(view.name)}<br>\n`,"without a verdict")}(page,cause,report.verdict.message))}var advise_on_timeout=__webpack_require__(4989),describe_verdict=__webpack_require__(748),judge_sessions=__webpack_require__(4498);// src/reports/views/describe-age.ts
function describeAge({sessions,startedHere,beganAtMs}){const old=sessions.filter(({state})=>"passed"===state||"failed"===state).flatMap(({session})=>session&&(0,judge_sessions.c6)(session,beganAtMs)?[session]:[])
if(0===old.length)return""
const firstMs=old.reduce((time,{stoppedAtMs})=>Math.min(time,stoppedAtMs??time),Number.POSITIVE_INFINITY),before=`${(0,format_duration.a)(beganAtMs-firstMs)} before this step began, at ${(0,format_moment.K)(firstMs)}`,again=startedHere?"Starting has not run":"Awaiting does not run"
if(1===sessions.length)return`This session had ended ${before}. ${again} it again.`
return`${old.length===sessions.length?"All":`${old.length} of`} ${(0,words.Fs)(sessions.length,"session")} had ended before, the first ${before}. ${again} them again.`}// src/reports/summary/heading.ts
const MOST_LINKED=5
function heading_renderNews({news}){if(null===news)return""
const label=`**${(0,neutralise_text.FV)(news.label,300)}${""===news.text?"":":"}**`
return(0,words.tI)([markNews(news.isNew),label,(0,neutralise_text.FV)(news.text,800)]," ")}function renderSessions({sessions,choice}){if("test"!==choice?.sessionType)return""
const links=sessions.slice(0,MOST_LINKED).flatMap(({session})=>{if(null===session||!(0,neutralise_text.K_)(session.link))return[]
const place=session.runs[0]?.location??"",name="test session"+(""===place?"":` in ${(0,neutralise_text.FV)(place,60)}`)
return[(0,neutralise_blocks.k9)(name,session.link)]})
return 0===links.length?"":`**In Checkly:** ${links.join(" \xb7 ")}`}function renderGated(report){const gated=(0,neutralise_text.FV)(describeGated(report),600),{environmentUrl,lacksAddress}=report,address=null===environmentUrl?lacksAddress?"none, so they test what they are configured to test":"":(0,neutralise_blocks.k9)((0,neutralise_blocks.cR)(environmentUrl),environmentUrl)
return(0,words.tI)([""===gated?"":`**${report.verdict.detached?"Started":"Gated"}:** ${gated}`,renderSessions(report),""===address?"":`**Address given to the checks:** ${address}`,...listTopNotes(report).map(renderNote)],"<br>\n")}function listTopNotes(report){const notes=listAddressNotes(report,"that host")
return"passed"===report.verdict.outcome?notes:notes.filter(({isWarning})=>isWarning)}function renderNote({isWarning,text}){return`${isWarning?"\u26a0\ufe0f ":""}${(0,neutralise_text.FV)(text,900)}`}function renderVerdict({report,news},{named}){const{verdict,waitedMs,checks}=report,{total,failed,unfinished,notStarted,unknown}=verdict.checks,all=(0,words.Fs)(total,(0,name_checks.uc)(checks))
switch(verdict.outcome){case"passed":return void 0===named?`\u2705 All ${all} passed`:renderTitle(named)
case"failed":return void 0===named?`\u274c ${failed} of ${all} failed${function(news){if(null===news||null===news.isNew)return""
return 0===news.count?", none of them new":`, ${news.count} of them new`}(news)}`:renderTitle(named)
case"timeout":{const had=notStarted===unfinished?"had not started":"had not ended",[one,many]=hasQueued(checks)?[had,had]:["was still running","were still running"]
return`${void 0===named?`\u23f3 ${unfinished} of ${all} ${many}`:renderTitle(named,one)} after ${renderTime(waitedMs)}`}case"cancelled":return"\u{1f6ab} Cancelled with the workflow"+(0===total?"":`: ${unfinished+unknown} of ${all} still running`)
case"error":return"\u274c No verdict: the step fails"
case"detached":return`\u{1f680} Started ${all}, not awaited`
case"no-match":return verdict.succeeds?"\u26a0\ufe0f No check matched; the step passes":"\u274c No check matched; nothing was started"}}function hasQueued(checks){return checks.some(({runs})=>runs.some(({state})=>"queued"===state))}function renderLines({report}){const{verdict}=report
if(hasFigures(report)){const advice="timeout"===verdict.outcome?(0,advise_on_timeout.N)(report.checks,report.silentLocations.map(({slug})=>slug)):""
return[heading_renderCounts(report),advice]}return"detached"===verdict.outcome||"failed"===verdict.outcome?[]:[(0,neutralise_text.FV)(verdict.message,600)]}function heading_renderCounts({verdict,checks}){const{total,passed,failed,unfinished,notStarted,unknown}=verdict.checks,remarks=(0,describe_verdict.JY)(verdict.checks),inBrackets=""===remarks?"":` (${remarks})`
if(passed===total)return total>1&&""!==remarks?`${total} passed${inBrackets}`:""
if(1===total||failed===total||unknown===total||unfinished===total&&(0===notStarted||notStarted===total)&&!verdict.failedFast)return""
const open=unfinished>notStarted&&hasQueued(checks)&&0===notStarted?"unfinished":"still running"
return(0,words.tI)([failed>0?`${failed} failed`:"",unknown>0?`${unknown} without a verdict`:"",unfinished>notStarted?`${unfinished-notStarted} ${verdict.failedFast?"not waited for (fail-fast)":open}`:"",notStarted>0?`${notStarted} not started`:"",passed>0?`${passed} passed${inBrackets}`:""]," \xb7 ")}function hasFigures({verdict:{outcome,checks}}){return["passed","timeout","cancelled"].includes(outcome)||"failed"===outcome&&checks.total>1}// src/reports/summary/render-summary.ts
const MOST_OPEN_ROWS=8
function renderSummary(view,maxBytes,options={gantt:!0}){const page=function(maxBytes){const blocks=[]
let bytesLeft=maxBytes-NOTE_BYTES
function add(block){const bytes=Buffer.byteLength(block)
if(bytes>bytesLeft)return!1
bytesLeft-=bytes
blocks.push(block)
return!0}return{add,addRows:function(before,items,render,after){const frame=Buffer.byteLength(before)+Buffer.byteLength(after),begin=blocks.length
bytesLeft-=frame
let count=0
for(const item of items){if(!add(render(item)))break
count+=1}if(0===count)bytesLeft+=frame
else{blocks.splice(begin,0,before)
blocks.push(after)}return count},finish:function(note){const page=blocks.join("")+note
return Buffer.byteLength(page)<=maxBytes?page:blocks.join("")}}}(maxBytes),focus=// src/reports/summary/focus.ts
function({notPassed,shared,running,notStarted,remarkable,plain,report}){const together=new Set([...running,...notStarted,...shared.flatMap(({views})=>views)]),main=notPassed.filter(view=>!together.has(view)),{outcome}=report.verdict,candidates="passed"===outcome?[...remarkable,...plain]:main
return{main,named:1===candidates.length&&("timeout"!==outcome||main.length===notPassed.length)&&("passed"===outcome||0===shared.length)&&["passed","failed","timeout"].includes(outcome)?candidates[0]:void 0}}(view)
page.add(function(view,focus){const{report}=view,age=describeAge(report),{outcome,notStarted}=report.verdict,lines=[`## ${renderVerdict(view,focus)}`,heading_renderNews(view),...renderLines(view),"failed"===outcome?(0,neutralise_text.FV)(notStarted,600):"",...listSilenceNotes(report).map(renderNote),age&&`\u{1f553} ${age}`,renderGated(report)]
return`${(0,words.tI)(lines,"\n\n")}\n\n`}(view,focus))
const leftOut=[...addNotPassed(page,view,focus),...addShared(page,view),...addRunning(page,view,focus)]
!function(page,{notStarted,report}){if(report.verdict.detached||0===notStarted.length)return
const names=notStarted.slice(0,MOST_NOT_STARTED).map(({name})=>(0,neutralise_text.FV)(name,60)),left=notStarted.length-names.length
page.add(`**${describeNotStarted(notStarted)}:** ${names.join(", ")}${left>0?` and ${left} more`:""}\n\n`)}(page,view)
leftOut.push(...function(page,{remarkable}){return addRows(page,[`### \u26a0\ufe0f ${(0,words.Fs)(remarkable.length,"check")} passed, but worth a look\n\n`+LOCATIONS_HEADER,"\n"],remarkable,renderRemarkableRow,"that passed with a remark")}(page,view))
if(options.gantt)!function(page,{remarkable,report},{main}){if(!report.verdict.detached)page.add(function(views){if(views.length>MOST_SESSIONS)return""
const{shown,leftOut}=function(views){const sections=function(views){const[only]=views
if(void 0!==only&&1===views.length)return only.runs.map(place=>({name:place.location,bars:listBars(place)}))
return views.map(({name,runs})=>({name,bars:runs.filter(isNotable).flatMap(listBars)}))}(views).filter(({bars})=>bars.length>0),shown=sections.some(({bars})=>bars.some(({isRetry})=>isRetry))?function([first,...others]){if(void 0===first)return[]
let rows=first.bars.length
const end=others.findIndex(({bars})=>{rows+=bars.length
return rows>gantt_sections_MOST_ROWS})
return[{...first,bars:first.bars.slice(0,gantt_sections_MOST_ROWS)},...-1===end?others:others.slice(0,end)]}(sections):[]
return{shown,leftOut:sections.slice(shown.length).map(({name})=>name)}}(views)
if(0===shown.length)return""
const bars=shown.flatMap(section=>section.bars),longest=shown.reduce((width,{name})=>Math.max(width,labelSection(name,views).length),0),startMs=bars.reduce((time,bar)=>Math.min(time,bar.startMs),Number.POSITIVE_INFINITY),endMs=bars.reduce((time,bar)=>Math.max(time,bar.startMs+bar.durationMs),0),tickMs=(spanMs=endMs-startMs,1e3*(TICKS.find(it=>spanMs/1e3/it<=3)??3600*Math.ceil(spanMs/36e5/3)))
var spanMs
return["```mermaid","---","config:","  gantt:","    gridLineStartPadding: "+(ROW_HEIGHT*bars.length+PADDING-TICK_HEIGHT),"    leftPadding: "+(20+7*longest),"    rightPadding: 20","    numberSectionStyles: 2","---","gantt","  title When the attempts ran (UTC)","  dateFormat YYYY-MM-DD HH:mm:ss.SSS","  axisFormat %H:%M:%S"+(tickMs<1e3?".%L":""),`  tickInterval ${tickMs}millisecond`,...shown.flatMap(({name,bars:rows})=>[`  section ${labelSection(name,views)}`,...rows.map(bar=>function(bar,isLocated){const start=new Date(bar.startMs).toISOString().slice(0,23).replace("T"," "),place=isLocated?` ${(0,neutralise_blocks.$q)(bar.location,16)}`:"",lengthMs=Math.max(1,bar.durationMs)
return`  ${MARKS[bar.state]} ${(0,format_duration.a)(bar.labelMs)}${place} :${STYLES[bar.state]}${start}, ${lengthMs}ms`}(bar,views.length>1||bar.location!==name))]),"```\n",0===leftOut.length?"":`Not drawn: ${listLocations(leftOut,5)}.\n\n`].join("\n")}([...main,...remarkable]))}(page,view,focus)
leftOut.push(...function(page,{plain,report}){const isAll=plain.length===report.checks.length,title=isAll?"Results by location":`\u2705 ${(0,words.Fs)(plain.length,"check")} passed at the first attempt`,isFolded=isAll||plain.length>MOST_OPEN_ROWS,[before,after]=isFolded?foldUnder(title):[`### ${title}\n\n`,"\n"]
return addRows(page,[before+PLAIN_HEADER,after],plain,renderPlainRow,"that passed at the first attempt")}(page,view))
page.add(function({report}){const top=listTopNotes(report).map(({text})=>text),rest=listAddressNotes(report,"that host").filter(({text})=>!top.includes(text))
return 0===rest.length?"":`**The address:** ${(0,words.tI)(rest.map(renderNote)," ")}\n\n`}(view))
return page.finish((0===leftOut.length?"":function(leftOut){return`\u2702\ufe0f **Left out for lack of room:** ${leftOut.join(", ")}. The step's log has them, and with \`report-dir\` the file \`checkly-report.json\` has everything.\n\n`}(leftOut))+function({report}){const{verdict,passingStatuses,waitedMs}=report,{total,unfinished}=verdict.checks
if(!hasFigures(report))return""
const tookMs=unfinished>0?null:verdict.timeElapsedMs,isWaitTold=waitedMs>=1e3&&"timeout"!==verdict.outcome,isUsual="PASSED"===passingStatuses.join(),facts=[null===tookMs?"":`${1===total?"took":"checks took"} ${renderTime(tookMs)}`,isWaitTold?`the step waited ${renderTime(waitedMs)}`:"",isUsual?"":`passing statuses: ${(0,neutralise_text.FV)(passingStatuses.join(", "),80)}`]
return`${(0,words.sK)((0,words.tI)(facts," \xb7 "))}\n`}(view))}// src/reports/report-files/markdown-report.ts
const MOST_BYTES=6e4
var describe_step_news=__webpack_require__(4731),failure_knowledge=__webpack_require__(9238),explain_check=__webpack_require__(1779),check_run=__webpack_require__(332),judge_run=__webpack_require__(1018)
function chooseStatus({state,status,runs}){if("unfinished"===state)return(0,judge_run.vb)(runs)?"NOT_STARTED":"UNFINISHED"
if("unknown"===state)return"UNKNOWN"
return status||"UNKNOWN"}function measureCheck({sessions},runs){const session=sessions[0]?.session
if(null!=session&&null!==session.check)return session.elapsedMs
const times=runs.flatMap(({tookMs})=>tookMs??[])
return 0===times.length?null:times.reduce((a,b)=>Math.max(a,b))}function findFirstFailure(runs){const failures=runs.filter(run=>"failed"===run.state||(0,check_run.nT)(run)).flatMap(({attempts})=>attempts).flatMap(attempt=>"failed"===attempt.state?attempt.startedAtMs??[]:[])
return 0===failures.length?null:failures.reduce((a,b)=>Math.min(a,b))}// src/reports/views/report-view.ts
const MOST_RUNNING=3
function isNotStarted({status,lastError}){return"NOT_STARTED"===status&&null===lastError}function findRunning(notPassed,shared,notStarted){const told=new Set([...notStarted,...shared.flatMap(({views})=>views)]),unfinished=notPassed.filter(view=>"unfinished"===view.state&&!told.has(view))
if(notPassed.some(({state})=>"unfinished"!==state))return unfinished
const silent=unfinished.filter(view=>null===view.lastError&&""===describeSoFar(view))
return silent.length>MOST_RUNNING?silent:[]}function isRemarkable(view){return"PASSED"!==view.status||view.runs.some(run=>"passed"!==run.state||run.passedAfterRetry)}// src/reports/write-reports.ts
const MOST_SUMMARY_BYTES=104e4
async function writeReports(report,options){const{log,redact,reportDir}=options,view=function(report){const{known,seenAgoMs,beganAtMs}=report,views=report.checks.map(check=>// src/reports/views/check-view.ts
function(judged,known,seenAgoMs,nowMs){const{state,sessions}=judged,runs=(0,run_view.q9)(judged.runs,judged.status,known.histories),starts=sessions.flatMap(({session})=>session??[]).flatMap(({startedAtMs})=>startedAtMs??[]),main=(0,explain_check.tw)(judged)
return{judged,state,name:judged.name||(main?.id??""),link:(0,explain_check.uZ)(judged),status:chooseStatus(judged),lastError:main?.lastError??null,seenAgoMs:"unfinished"===state?seenAgoMs.get(main?.id??"")??null:null,runs,failedRuns:runs.filter(run=>"passed"!==run.state&&"degraded"!==run.state),failingSinceMs:findFirstFailure(runs),startedMs:0===starts.length?null:starts.reduce((a,b)=>Math.min(a,b)),tookMs:measureCheck(judged,runs),...(0,explain_check.Gs)(judged,known.details),isNew:(0,failure_knowledge.i_)(judged,known),news:(0,describe_check_news.$)(judged,known.histories,nowMs),retriedRuns:runs.filter(run=>run.passedAfterRetry)}}(check,known,seenAgoMs,beganAtMs)),notPassed=(0,failure_knowledge.gg)(views,({isNew})=>isNew).filter(view=>"passed"!==view.state),shared=function(notPassed){const byReason=new Map
for(const view of notPassed){if(null===view.lastError||"failed"===view.state)continue
byReason.set(view.reason,[...byReason.get(view.reason)??[],view])}return[...byReason].filter(([,views])=>views.length>1).map(([reason,views])=>({reason,views}))}(notPassed),notStarted=1===notPassed.length?[]:notPassed.filter(isNotStarted),passed=views.filter(view=>"passed"===view.state)
return{report,notPassed,shared,running:findRunning(notPassed,shared,notStarted),notStarted,remarkable:passed.filter(isRemarkable),plain:passed.filter(view=>!isRemarkable(view)),news:(0,describe_step_news.r)(report.checks,known,beganAtMs)}}(report),paths={},replaced=[]
function attempt(what,write){try{write()}catch(error){log.warning(`The ${what} could not be written: ${(0,words.Uc)(error)}. The verdict stands.`)}}function writeFile(output,name,render,clean=redact){if(null===reportDir)return
attempt(`report file ${name}`,()=>{const path=(0,external_node_path_.join)((0,report_dir.w)(reportDir,options.workspace),name)
if(// src/reports/find-replaced.ts
function(path,eventPath){const writtenMs=findWriteTime(path)
if(null===writtenMs)return!1
const beganMs=""===eventPath?null:findWriteTime(eventPath)
return null===beganMs||writtenMs>=beganMs}(path,process.env.GITHUB_EVENT_PATH??""))replaced.push(name);(0,external_node_fs_.rmSync)(`${path}.new`,{force:!0});(0,external_node_fs_.writeFileSync)(`${path}.new`,clean(render()),{flag:"wx"});(0,external_node_fs_.renameSync)(`${path}.new`,path)
paths[output]=path})}attempt("log of the sessions",()=>{const gated=report.verdict.detached?"":describeGated(report)
if(""!==gated)log.info(`Gated: ${gated}`)
const age=describeAge(report)
if(""!==age)log.info(age)
for(const{isWarning,text}of[...listSilenceNotes(report),...listAddressNotes(report)])if(!isWarning||!options.annotations)log.info(text)
log.groups(function(view){const{report,notPassed,shared,running,notStarted,remarkable,plain}=view
if(report.verdict.detached)return[]
const together=new Set([...running,...notStarted,...shared.flatMap(({views})=>views)]),groups=[...notPassed.filter(it=>!together.has(it)).map(it=>renderCheck(it)),...shared.map(cause=>function(cause,message){const why=isSaid(cause,message)?"":`: ${cause.reason}`,title=`${describeShared(cause)}${why}`
if(cause.views.some(({link})=>""!==link))return renderMany(title,cause.views,({name,link})=>`${name}  ${link}`)
return renderMany(title,Array.from({length:Math.ceil(cause.views.length/IDS_IN_LINE)},(_,row)=>cause.views.slice(row*IDS_IN_LINE,(row+1)*IDS_IN_LINE)),row=>row.map(({name})=>name).join(", "))}(cause,report.verdict.message)),...0===running.length?[]:[renderMany(describeRunning(running),running,renderOpenCheck)],...0===notStarted.length?[]:[renderMany(describeNotStarted(notStarted),notStarted,({name})=>name)],...remarkable.map(it=>renderCheck(it))]
if(plain.length>0)groups.push({title:`\u2705 ${(0,words.Fs)(plain.length,"check")} passed at the first attempt`,lines:plain.map(renderPlainCheck)})
return groups}(view))})
const wanted=options.jobSummary
if(""!==options.summaryPath&&("always"===wanted||"on-failure"===wanted&&!report.verdict.succeeds))attempt("job summary",()=>{(0,external_node_fs_.appendFileSync)(options.summaryPath,`${redact(renderSummary(view,MOST_SUMMARY_BYTES))}\n`)})
writeFile("report-json","checkly-report.json",()=>function({report,notPassed,remarkable,plain,news}){const all=[...notPassed,...remarkable,...plain],views=new Map(all.filter(({judged:{check,sessions}})=>check===(sessions[0]?.session?.check??null)).map(view=>[view.judged.sessions[0]?.id??"",view])),document={formatVersion:FORMAT_VERSION,verdict:report.verdict,startedHere:report.startedHere,gated:json_report_describeChoice(report),passingStatuses:report.passingStatuses,beganAt:new Date(report.beganAtMs).toISOString(),waitedMs:report.waitedMs,timeoutMs:report.timeoutMs,news:null===news?null:(0,describe_check_news.To)(news),checks:all.map(describeCheck),environmentUrl:report.environmentUrl,addressUse:report.addressUse,silentLocations:report.silentLocations.map(({slug,lastSeenMs,agentCount})=>({slug,lastSeen:null===lastSeenMs?null:new Date(lastSeenMs).toISOString(),agentCount})),sessions:report.sessions.map(session=>function({id,state,session,lastError},view){const{failingSinceMs=null,causes=[],runs=[]}=view??{}
return{id,state,status:session?.status??null,name:view?.name??session?.name??id,link:session?.link??"",reason:view?.reason??lastError??"",lastError,failingSince:null===failingSinceMs?null:toIso(failingSinceMs),tookMs:session?.elapsedMs??null,causes:causes.map(({reason,locations})=>({reason,locations})),locations:runs.map(run=>({location:run.location,kind:run.state,passedAfterRetry:run.passedAfterRetry,tookMs:run.tookMs,attempts:run.attempts.map(attempt=>attempt.id)})),session:session?.raw??null}}(session,views.get(session.id))),failureDetails:Object.fromEntries(report.known.details)}
return`${JSON.stringify(document,null,2)}\n`}(view),text=>`${(0,redact_json.K)(text,redact,2)}\n`)
writeFile("report-markdown","checkly-report.md",()=>function(view){return renderSummary(view,MOST_BYTES,{gantt:!1})}(view))
if(null!==reportDir){const{renderJUnitReport}=await __webpack_require__.e(295).then(__webpack_require__.bind(__webpack_require__,9295))
writeFile("report-junit","checkly-report.junit.xml",()=>renderJUnitReport(view))}if(null!==reportDir)!function(folder,paths,replaced,log){const names=Object.values(paths).map(path=>(0,external_node_path_.join)(folder,(0,external_node_path_.basename)(path)))
if(names.length>0)log.info(`Report files, from the workspace: ${names.join(", ")}`)
if(0===replaced.length)return
const files=replaced.map(name=>(0,external_node_path_.join)(folder,name)).join(", ")
log.warning(`An earlier step of this job had written ${files}: its report is replaced. Give each step a report-dir of its own.`)}((0,external_node_path_.relative)(options.workspace,reportDir)||".",paths,replaced,log)
if(options.annotations)attempt("annotations",()=>{for(const{level,title,message}of function({report,notPassed,shared,running,notStarted,remarkable}){if(report.verdict.detached)return[]
const{failedFast,message}=report.verdict,together=new Set([...running,...notStarted,...shared.flatMap(({views})=>views)]),errors=[...notPassed.filter(view=>!(together.has(view)||failedFast&&"unfinished"===view.state)).map(view=>({count:1,annotation:annotateFailure(view,report.known)})),...shared.filter(cause=>!isSaid(cause,message)).map(cause=>({count:cause.views.length,annotation:annotateShared(cause)})),...[{views:running,text:describeRunning(running)},{views:notStarted,text:describeNotStarted(notStarted)}].filter(({views})=>views.length>0&&!failedFast).map(({views,text})=>({count:views.length,annotation:annotateMany(stripMark(text),views)}))],notes=[...listSilenceNotes(report),...listAddressNotes(report)].filter(it=>it.isWarning),warnings=remarkable.map(view=>({count:1,annotation:annotateRemark(view)}))
return[...shorten(errors,MOST_ERRORS,"did not pass"),...notes.slice(0,MOST_NOTES).map(annotateNote),...shorten(warnings,MOST_WARNINGS-Math.min(notes.length,MOST_NOTES),"passed with a remark")]}(view))log[level](message,title)})
return paths}},7212:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{$2:()=>cleanXml,$q:()=>cleanDiagramLabel,cR:()=>renderCode,g8:()=>renderBlock,hL:()=>buildLink,k9:()=>linkMarkdown})
var _neutralise_text_js_0=__webpack_require__(5261)
const BEHIND_AUTOLINK=/(?<=:(?=\/\/)|www(?=\.)|@)/i,URL_DELIMITERS=/[^\w.~:/?#[\]&=%+,;@!-]/g,DIAGRAM_SYNTAX=/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic} \xb7\u2026,.()/+_-]/gu,INVALID_IN_XML=/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
function renderCode(text,maxLength=300){return`<code>${(0,_neutralise_text_js_0.TH)(text,maxLength).split(BEHIND_AUTOLINK).map(_neutralise_text_js_0.Yg).join("\x3c!----\x3e")}</code>`}function renderBlock(text,maxLines=30,maxLength=3e3){return`<pre>${(0,_neutralise_text_js_0.Yg)((0,_neutralise_text_js_0.Hy)(text,maxLines,maxLength)).replaceAll("\n","&#10;")}</pre>`}function buildLink(text,url,maxLength=200,neutralise=_neutralise_text_js_0.FV){const label=neutralise(text,maxLength)
if((0,_neutralise_text_js_0.K_)(url))return`[${label}](${escapeUrl(url)})`
return""===url?label:`${label} (${neutralise(url)})`}function linkMarkdown(markdown,url){return(0,_neutralise_text_js_0.K_)(url)?`[${markdown}](${escapeUrl(url)})`:markdown}function cleanDiagramLabel(text,maxLength){const label=(0,_neutralise_text_js_0.TH)(text,4*maxLength).replaceAll(":","\u2236").replace(DIAGRAM_SYNTAX," ")
return(0,_neutralise_text_js_0.IN)(label.replace(/ +/g," ").trim(),maxLength)||"\u2013"}function cleanXml(text,maxLength=1e4){return(0,_neutralise_text_js_0.IN)((0,_neutralise_text_js_0.Pz)(text,maxLength).replace(INVALID_IN_XML,""),maxLength)}function escapeUrl(url){if(_neutralise_text_js_0.eo.test(url))return url
return new URL(url).href.replace(URL_DELIMITERS,it=>`%${it.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("&","&amp;")}},1565:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{o:()=>describeMoment})
const MONTHS="January February March April May June July August September October November December".split(" ")
function describeMoment(epochMs,nowMs){const moment=new Date(epochMs),year=moment.getUTCFullYear()===new Date(nowMs).getUTCFullYear()?"":` ${moment.getUTCFullYear()}`,time=moment.toISOString().slice(11,16)
return`${moment.getUTCDate()} ${MONTHS[moment.getUTCMonth()]}${year} ${time} UTC`}}}
