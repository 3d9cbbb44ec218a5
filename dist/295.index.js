"use strict"
exports.id=295
exports.ids=[295]
exports.modules={9295:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{renderJUnitReport:()=>renderJUnitReport})
var describe_check_news=__webpack_require__(3197),neutralise_blocks=__webpack_require__(7212),neutralise_text=__webpack_require__(5261);// src/text/write-xml.ts
const ESCAPES={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","\n":"&#10;","\r":"&#13;","\t":"&#9;"}
function writeElement(name,element,indent){let attributes="",text="",children=""
for(const[key,value]of Object.entries(element)){if(void 0===value)continue
if(key.startsWith("@"))attributes+=` ${key.slice(1)}="${escapeXml(String(value),/[&<>"\n\r\t]/g)}"`
else if("#text"===key)text=escapeXml(String(value),/[&<>\r]/g)
else children+=writeChildren(key,value,`${indent}  `)}if(""===text&&""===children)return`${indent}<${name}${attributes}/>\n`
return""===children?`${indent}<${name}${attributes}>${text}</${name}>\n`:`${indent}<${name}${attributes}>${text}\n${children}${indent}</${name}>\n`}function writeChildren(name,value,indent){if("object"!=typeof value)return writeElement(name,{"#text":value},indent)
return(Array.isArray(value)?value:[value]).map(element=>writeElement(name,element,indent)).join("")}function escapeXml(text,special){return text.replace(special,character=>ESCAPES[character]??character)}var describe_attempt=__webpack_require__(9884),failure_details=__webpack_require__(1212),run_view=__webpack_require__(937);// src/reports/report-files/junit-cases.ts
function buildCase(run,facts,details){const{end}=facts,{final}=run,timeMs=null===final?null:(0,run_view.YJ)(final),testCase={...nameCase(facts),"@time":formatSeconds(timeMs??0)},before=run.attempts.filter(attempt=>attempt!==final&&"failed"===attempt.state)
if("passed"===run.state||"degraded"===run.state&&"not-passed"!==end){const said="degraded"===run.state?{"system-out":"degraded"}:null===(result=final)||""===result.link?{}:{"system-out":(0,neutralise_blocks.$2)(result.link)}
return{...testCase,...collectReruns(before,"flaky",details),...said}}var result
const what=null===final?function({state}){if("queued"===state)return"not started"
return"running"===state?"still running":"no final result from this location"}(run):"cancelled"===run.state?"cancelled":(0,describe_attempt.B)(final)
if("not-passed"!==end){const why=""===facts.reason?what:`${facts.reason}: ${what}`
return{...testCase,skipped:buildProblem(run.state,why,final,details)}}const problem=buildProblem("failed"===run.state?facts.status:run.state,(null===final||"cancelled"===run.state)&&""!==facts.reason?`${what}: ${facts.reason}`:what,final,details),isFailure="degraded"===run.state||!0===final?.faults.includes("failure")
return{...testCase,...isFailure?{failure:problem}:{error:problem},...collectReruns(before,"rerun",details)}}function buildPlainCase(facts,kind){const problem={"@type":toAttribute(facts.status),"@message":toAttribute(facts.reason)}
return{...nameCase(facts),"@time":"0.000",[kind]:problem}}function formatSeconds(durationMs){return(Math.max(0,durationMs)/1e3).toFixed(3)}function toAttribute(text){return(0,neutralise_blocks.$2)((0,neutralise_text.TH)(text,500))}function nameCase({name,classname}){return{"@name":toAttribute(name),"@classname":toAttribute(classname)}}function buildProblem(type,reason,result,details){const read=null===result?void 0:details.get(result.id),lines=[...(read?.facts??[]).map(([label,value])=>`${label}: ${value}`),...(read?.assertions??[]).map(failure_details.N),read?.excerpt??"",result?.link??""].filter(line=>""!==line),problem={"@type":toAttribute(type),"@message":toAttribute(read?.reason||reason)}
return 0===lines.length?problem:{...problem,"#text":(0,neutralise_blocks.$2)(lines.join("\n"))}}function collectReruns(attempts,kind,details){const failures=attempts.filter(({faults})=>faults.includes("failure")).map(buildRerun),errors=attempts.filter(({faults})=>!faults.includes("failure")).map(buildRerun)
return{...failures.length>0&&{[`${kind}Failure`]:failures},...errors.length>0&&{[`${kind}Error`]:errors}}
function buildRerun(attempt){const{"#text":text,...problem}=buildProblem("ATTEMPT",(0,describe_attempt.B)(attempt),attempt,details)
return void 0===text?problem:{...problem,"system-out":text}}}var judge_run=__webpack_require__(1018);// src/reports/report-files/junit-suites.ts
const GATE="Checkly Gate",FAIL_FAST="not waited for (fail-fast)"
function isRed({failure,error}){return void 0!==failure||void 0!==error}function nameStatus({state,status}){if("unfinished"===state)return"UNFINISHED"
return"unknown"===state||""===status?"UNKNOWN":status}function explainSession({state,status,lastError},view){if(null!==view&&""!==view.reason)return view.reason
if("failed"===state)return lastError??`the session ended as ${status}`
return lastError??"still running when the step stopped waiting"}// src/reports/report-files/junit-report.ts
function renderJUnitReport({report,notPassed,remarkable,plain}){const views=[...notPassed,...remarkable,...plain],own=function(views){const own=new Map
for(const view of views){const{check,sessions}=view.judged,[only]=sessions
if(void 0!==only&&1===sessions.length&&check===(only.session?.check??null))own.set(only,view)}return own}(views),sessions=[...new Set(views.flatMap(({judged})=>judged.sessions))].map(judged=>function(judged,view,report){const{session,state}=judged,isOwn=null===session||null!==session.check,runs=isOwn?view?.runs??[]:(0,run_view.q9)(session.runs,session.status,report.known.histories),unawaited=function({state},{verdict}){if(verdict.detached)return"started, not awaited"
return verdict.failedFast&&"unfinished"===state?FAIL_FAST:""}(judged,report),cases=runs.map(run=>{const facts=isOwn?function(run,judged,view,unawaited){const isPassed="passed"===judged.state,status=nameStatus(judged),letThrough="PASSED"===status?"not counted, since the session passed":`let through, since passing-statuses lists ${status}`
return{name:run.location,classname:view?.name??"",end:""!==unawaited?"unawaited":isPassed?"let-through":"not-passed",status,reason:""!==unawaited?unawaited:isPassed?letThrough:explainSession(judged,view)}}(run,judged,view,unawaited):function(run,judged,report,unawaited){const status=judge_run.h3[run.state]??nameStatus(judged),names={name:run.check.name||run.check.id||"check without a name",classname:run.location||"test session",status}
if(""!==unawaited||report.verdict.failedFast&&("running"===run.state||"queued"===run.state))return{...names,end:"unawaited",reason:unawaited||FAIL_FAST}
return"passed"===judged.state||"passed"===(0,judge_run.Zy)(run,judged.state,report.passingStatuses)?{...names,end:"let-through",reason:`let through, since passing-statuses lists ${status}`}:{...names,end:"not-passed",reason:explainSession(judged,null)}}(run,judged,report,unawaited)
return{testCase:buildCase(run,facts,report.known.details),ids:[run.check.id,judged.id],named:isOwn?"@classname":"@name"}}),rest={name:"session",classname:isOwn?view?.name||judged.id:runs[0]?.location||"test session"},ids=[session?.check?.id??"",judged.id],add=testCase=>void cases.push({testCase,ids,named:"@classname"})
if(""!==unawaited){if(0===cases.length)add(buildPlainCase({...rest,status:"UNFINISHED",reason:unawaited},"skipped"))}else if("passed"!==state&&!cases.some(({testCase})=>isRed(testCase)))add(buildPlainCase({...rest,status:nameStatus(judged),reason:explainSession(judged,view)},"error"))
return{judged,view,cases}}(judged,own.get(judged)??null,report))
!function(cases){for(let round=0;round<3;round+=1){const same=new Map
for(const it of cases){const key=`${it.testCase["@classname"]}\n${it.testCase["@name"]}`,known=same.get(key)
if(void 0===known)same.set(key,[it])
else known.push(it)}for(const group of same.values()){if(1===group.length)continue
for(const[index,{testCase,ids,named}]of group.entries()){const id=round<2?(0,neutralise_blocks.$2)(ids[round]??"",100).slice(0,8):`${index+1}`
if(""!==id)testCase[named]+=` [${id}]`}}}}(sessions.flatMap(({cases})=>cases))
const hasRed=sessions.some(({cases})=>cases.some(({testCase})=>isRed(testCase))),gate=function({verdict},hasRed){const{missing,unstarted,succeeds,outcome,message}=verdict,cases=[...missing.map(id=>[`check-id ${id}`,`No session was started of check ${id}: no active check has that id.`]),...unstarted.map((reason,index)=>[`start ${index+1}`,reason])].map(([name="",reason=""])=>buildPlainCase({name,classname:GATE,status:"NOT_STARTED",reason},"error")),verdictCase={name:"verdict",classname:GATE,status:outcome,reason:message}
if(!succeeds&&!hasRed&&0===cases.length)return[buildPlainCase(verdictCase,"error")]
if("no-match"===outcome&&succeeds)return[buildPlainCase(verdictCase,"skipped")]
return cases}(report,hasRed),suites=[...gate.length>0?[buildSuite("Checkly Gate",gate,{},null,null)]:[],...sessions.map(session=>function({judged,view,cases},{startedHere}){const{session}=judged,properties={sessionId:judged.id,link:session?.link??"",status:view?.status??judged.status,checkId:session?.check?.id??"",checkType:session?.check?.type??"",runSource:session?.source??"",startedHere:String(startedHere),...null!==view&&view.news.length>0&&{new:null===view.isNew?"unknown":String(view.isNew),history:view.news.map(describe_check_news.To).join(". ")}}
return{...buildSuite(view?.name||session?.name||judged.id,cases.map(({testCase})=>testCase),properties,session?.elapsedMs??null,session?.startedAtMs??null),"@id":(0,neutralise_blocks.$2)(judged.id,100)}}(session,report))],total=count=>suites.reduce((sum,it)=>sum+count(it),0)
return`<?xml version="1.0" encoding="UTF-8"?>\n${writeElement("testsuites",{"@name":"Checkly","@tests":total(suite=>suite.testcase.length),"@failures":total(suite=>suite["@failures"]),"@errors":total(suite=>suite["@errors"]),"@time":formatSeconds(report.verdict.timeElapsedMs??report.waitedMs),testsuite:suites},"")}`}function buildSuite(name,cases,properties,tookMs,startedMs){return{"@name":(0,neutralise_blocks.$2)((0,neutralise_text.TH)(name,300)),"@tests":cases.length,"@failures":cases.filter(it=>void 0!==it.failure).length,"@errors":cases.filter(it=>void 0!==it.error).length,"@skipped":cases.filter(it=>void 0!==it.skipped).length,"@time":formatSeconds(tookMs??0),...null===startedMs?{}:{"@timestamp":new Date(startedMs).toISOString()},properties:{property:Object.entries(properties).map(([key,value])=>({"@name":key,"@value":(0,neutralise_blocks.$2)(value,2e3)}))},testcase:cases}}}}
