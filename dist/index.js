(()=>{var leafPrototypes,getProto,installedChunks,__webpack_modules__={408:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{_:()=>describeMismatch,t:()=>readApiError})
var valibot_1=__nccwpck_require__(7934),_lenient_js_0=__nccwpck_require__(440)
const apiErrorSchema=valibot_1.Ikc({message:valibot_1.FsL(valibot_1.YjP(),valibot_1.pdi(message=>message.slice(0,2e3))),statusCode:_lenient_js_0.cc,errorCode:_lenient_js_0.Qq})
function readApiError(text){try{const parsed=valibot_1.xLC(apiErrorSchema,JSON.parse(text))
return parsed.success?parsed.output:null}catch{return null}}function describeMismatch(issue){const path=valibot_1.BuJ(issue)
if(null===path)return"the answer is not a JSON object"
return`the answer's ${path} is not what the API documents (${issue.expected??"a value"} expected)`}},4319:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{J:()=>askUntilAnswered})
var _time_backoff_js_0=__nccwpck_require__(1909)
const MOMENT_MS=2,AT_ONCE_MS=1e3
async function askUntilAnswered(options){const{timing,limit}=options,leftMs=()=>limit.endsAt-timing.clock.now()
let backoff=(0,_time_backoff_js_0.lF)(),lastError=null,wasAnswered=!1
for(;!limit.signal.aborted&&leftMs()>MOMENT_MS;){const answer=await options.ask()
if("completed"===answer.kind||"refused"===answer.kind)return answer
if("no-turn"===answer.kind)break
if(limit.signal.aborted){if("retryable"===answer.kind&&!wasAnswered)lastError??=pickError(answer)
break}const isFullWait="running"===answer.kind&&answer.waitMs>0&&answer.tookMs>=answer.waitMs/2,askedMs=isFullWait?0:choosePause(answer,backoff.pauseMs(options.random))
if("retryable"!==answer.kind||!answer.rateLimited)backoff=isFullWait?(0,_time_backoff_js_0.lF)():backoff.next()
wasAnswered||="running"===answer.kind
lastError="running"===answer.kind?null:pickError(answer)
if(!options.looksOnceMore&&askedMs>=leftMs())break
const pauseMs=options.looksOnceMore?(0,_time_backoff_js_0.oU)(askedMs,leftMs()):askedMs
options.onEvent(null===lastError?{kind:"running",pauseMs}:{kind:"error",error:lastError,pauseMs})
if(pauseMs>0)await timing.sleep(pauseMs,limit.signal)}return{kind:"unanswered",lastError}}function choosePause(answer,backoffMs){if("running"===answer.kind)return Math.max(0,backoffMs-answer.tookMs)
const pauseMs=Math.min(backoffMs-(answer.tookMs<AT_ONCE_MS?0:answer.tookMs),answer.askWithinMs??Number.POSITIVE_INFINITY)
return Math.max(answer.retryAfterMs??0,pauseMs)}function pickError({cause,reached}){return{cause,reached}}},2007:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{Y:()=>doubtRefusals})
const NEW_MS=15e3,DOUBT_MS=5e3,TEMPORARY=new Set([409,421,425,499]),DOUBTED=new Set([401,403,404])
function doubtRefusals(now=()=>performance.now()){const sessions=new Map,find=id=>{const heard=sessions.get(id)??{startedAtMs:null,wasAccepted:!1,refusedSinceMs:null}
sessions.set(id,heard)
return heard}
return{noteStart(id){const heard=find(id)
heard.startedAtMs=now()
heard.wasAccepted=!0},noteRead(id){find(id).wasAccepted=!0},weigh(id,{answer,status,error,tookMs}){const heard=find(id)
if("completed"===answer.kind||"running"===answer.kind)heard.wasAccepted=!0
if("refused"!==answer.kind&&"no-turn"!==answer.kind)heard.refusedSinceMs=null
const doubtMs="refused"===answer.kind&&null!==status?function(heard,status,isApiError){const{startedAtMs,wasAccepted}=heard,newMs=404===status&&null!==startedAtMs?startedAtMs+NEW_MS-now():0
if(newMs>0)return newMs
if(status<300||status>499)return 0
if(wasAccepted&&(TEMPORARY.has(status)||!isApiError))return Number.POSITIVE_INFINITY
const isOdd=[...sessions.values()].some(({wasAccepted})=>wasAccepted)&&(!isApiError||401===status)
if(!(isOdd||wasAccepted&&DOUBTED.has(status)))return 0
heard.refusedSinceMs??=now()
return heard.refusedSinceMs+DOUBT_MS-now()}(heard,status,null!==error&&null!==error.statusCode):0
if("refused"!==answer.kind||doubtMs<=0)return answer
return{kind:"retryable",cause:answer.cause.replace(/\.$/,""),reached:!0,retryAfterMs:null,askWithinMs:doubtMs,rateLimited:!1,tookMs}}}}},9591:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{on:()=>MOST_CONNECTIONS,e6:()=>RequestFailure,w$:()=>sendRequest});// src/checkly/http/decode-body.ts
class UnreadableBody extends Error{}function inflate(zlib,body,limits){return 120===body[0]?zlib.inflateSync(body,limits):zlib.inflateRawSync(body,limits)}// src/checkly/http/send-request.ts
const MOST_CONNECTIONS=512
class RequestFailure extends Error{code
sent
constructor(code,message,sent){super(message)
this.code=code
this.sent=sent}}function sendRequest(plan){return new Promise((resolve,reject)=>{let sent=!1
const headers=void 0===plan.body?plan.headers:function(headers,body){return{...headers,"content-type":"application/json","content-length":String(Buffer.byteLength(body))}}(plan.headers,plan.body),request=plan.request(plan.url,{method:plan.method,headers,agent:plan.agent}),fail=(code,message)=>{settle()
reject(new RequestFailure(code,message,sent))
request.destroy()},giveUp=()=>fail("GIVEN_UP","no answer came in time"),endSilence=()=>{fail("SILENT",`no whole answer within ${Math.round(plan.overallMs/1e3)} s`)},timer=setTimeout(()=>setImmediate(endSilence),plan.overallMs)
plan.signal.addEventListener("abort",giveUp)
const settle=()=>{clearTimeout(timer)
plan.signal.removeEventListener("abort",giveUp)}
request.once("finish",()=>{sent=!0})
request.on("error",error=>fail(error.code??"UNKNOWN",error.message))
const endUnanswered=()=>fail("CUT_OFF","the connection was closed without an answer")
request.once("close",endUnanswered)
request.once("response",response=>{request.off("close",endUnanswered)
const status=response.statusCode??0;(function(response,maxBytes){return new Promise((resolve,reject)=>{const refuse=()=>{reject(new RequestFailure("TOO_LARGE",`the answer is larger than ${maxBytes} bytes`,!0))},cutOff=()=>reject(new RequestFailure("CUT_OFF","the connection was cut in the middle of the answer",!0))
if(Number(response.headers["content-length"]??0)>maxBytes)return refuse()
const chunks=[]
let size=0
response.on("data",chunk=>{size+=chunk.length
if(size>maxBytes)refuse()
else chunks.push(chunk)})
response.once("error",cutOff)
response.once("close",cutOff)
response.once("end",()=>{if(!response.complete)return cutOff()
response.off("close",cutOff);(async function(body,codings,maxBytes){const names=(codings??"").toLowerCase().split(",").map(name=>name.trim()).filter(name=>""!==name&&"identity"!==name)
if(0===names.length)return body
const zlib=await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__,8522,23)),limits={maxOutputLength:maxBytes}
let decoded=body
for(const name of names.reverse())try{if("gzip"===name||"x-gzip"===name)decoded=zlib.gunzipSync(decoded,limits)
else if("br"===name)decoded=zlib.brotliDecompressSync(decoded,limits)
else if("zstd"===name)decoded=zlib.zstdDecompressSync(decoded,limits)
else if("deflate"===name)decoded=inflate(zlib,decoded,limits)
else throw new UnreadableBody(`the answer is in a coding that is not known, ${name.slice(0,40)}`)}catch(error){if(error instanceof UnreadableBody)throw error
throw new UnreadableBody("ERR_BUFFER_TOO_LARGE"===error.code?`the answer is larger than ${maxBytes} bytes`:`the answer's ${name} coding is damaged`)}return decoded})(Buffer.concat(chunks,size),response.headers["content-encoding"],maxBytes).then(body=>resolve(body.toString("utf8").replace(/^\ufeff/,"")),error=>reject(new RequestFailure("UNREADABLE",error.message,!0)))})})})(response,plan.maxBodyBytes).then(body=>{settle()
resolve({status,headers:response.headers,body})},error=>fail(error.code,error.message))})
if(plan.signal.aborted)giveUp()
else request.end(plan.body)})}},440:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{Jt:()=>flag,Qq:()=>text,cc:()=>maybeNumber,oX:()=>maybeText})
var valibot_0=__nccwpck_require__(7934)
const text=valibot_0.NpB(valibot_0.YjP(),""),maybeText=valibot_0.NpB(valibot_0.mee(valibot_0.YjP()),null),maybeNumber=valibot_0.NpB(valibot_0.mee(valibot_0.aig()),null),flag=valibot_0.NpB(valibot_0.zMY(),!1)},5491:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{B_:()=>cancelSession,Qd:()=>findLostStart,WY:()=>readOnce,mO:()=>pollSession,q4:()=>prepareRead,uq:()=>START_MS,vN:()=>writeTarget})
function writeTarget({checkIds,tags}){return{...0===tags.length?{}:{matchTags:tags},...0===checkIds.length?{}:{checkId:checkIds}}}function readOnce(readResult){const answers=new Map
return(ref,limit)=>{const answer=answers.get(ref.resultId)??readResult(ref,limit)
answers.set(ref.resultId,answer)
return answer}}const MARGIN_MS=5e3,START_MS=6e4,PLAIN_MS=15e3
async function pollSession(api,doubt,id,path,waitSeconds,limit,decode,advice){let waitMs=0
const result=await api.call({purpose:"poll",limit,prepare:()=>{const seconds=waitSeconds()
waitMs=1e3*seconds
return{path:`${path}?maxWaitSeconds=${seconds}`,overallMs:waitMs+MARGIN_MS,waitMs}},decode,advice}),answer=doubt.weigh(id,result)
return"completed"===answer.kind&&!answer.value.isOver?{kind:"running",tookMs:result.tookMs,waitMs}:answer}async function cancelSession(api,path,limit,advice){const{answer,status}=await api.call({purpose:"cancel",limit,prepare:()=>({path,body:{},overallMs:PLAIN_MS}),decode:()=>null,advice})
return 204===status?{kind:"completed",value:null}:answer}function findLostStart({answer,sent}){if("running"===answer.kind)return"the API answered 408"
return"retryable"===answer.kind&&!answer.rateLimited&&sent?answer.cause:null}function prepareRead(purpose,path,limit,decode){return{purpose,limit,prepare:()=>({path,overallMs:PLAIN_MS}),decode}}},9884:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{B:()=>describeAttempt,F:()=>UNREAD_FAILURE})
const UNREAD_FAILURE="a failed assertion, a failing script or a timeout",FAULTS={failure:UNREAD_FAILURE,error:"an error kept the check from finishing",aborted:"the run was aborted"}
function describeAttempt({state,faults}){if("cancelled"===state)return"cancelled before it had finished"
if("failed"===state)return faults.map(fault=>FAULTS[fault]).join("; ")
return"degraded"===state?"slower than its limit for degraded":""}},1779:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{Gs:()=>explainCheck,tw:()=>findMainSession,uZ:()=>findCheckLink})
var _session_check_run_js_0=__nccwpck_require__(332),_session_statuses_js_3=__nccwpck_require__(6356),_verdict_judge_run_js_1=__nccwpck_require__(1018),_describe_attempt_js_2=__nccwpck_require__(9884)
function explainCheck(judged,details){const causes=function(status,runs,details){const causes=new Map,isRead=runs.some(run=>details.has((0,_session_check_run_js_0.YA)(run)?.id??""))
for(const run of runs){const{location,state}=run,keyAttempt=(0,_session_check_run_js_0.YA)(run)
if(null===keyAttempt||"passed"===state||"cancelled"===state&&"CANCELLED"===status)continue
const read=details.get(keyAttempt.id)??null
if((0,_session_check_run_js_0.nT)(run)&&null===read)continue
const reason=read?.reason||(isRead&&null===read&&"failed"===state?"":(0,_describe_attempt_js_2.B)(keyAttempt)),cause=causes.get(reason)
if(void 0===cause)causes.set(reason,{reason,locations:[location],details:read})
else{cause.locations.push(location)
cause.details??=read}}return[...causes.values()]}(judged.status,(0,_session_check_run_js_0.D1)(judged.runs,judged.status),details)
return{reason:"passed"===judged.state?"":chooseReason(judged,causes),causes}}function findMainSession({sessions,state}){return sessions.find(it=>it.state===state)??sessions[0]}function findCheckLink(judged){const session=findMainSession(judged)?.session
if(null==session)return""
return(null===session.check?(0,_session_check_run_js_0.D1)(judged.runs,judged.status):[]).map(run=>(0,_session_check_run_js_0.YA)(run)?.link??"").find(link=>""!==link)??session.link}function chooseReason(judged,causes){const{state,status,runs}=judged,main=findMainSession(judged),lastError=main?.lastError??null
if("unfinished"===state){if(null===lastError)return`${function(runs){const open=runs.filter(_session_check_run_js_0.nT)
if(0===open.length||open.some(({state})=>"queued"!==state))return"still running"
return(0,_verdict_judge_run_js_1.vb)(runs)?"had not started":"had not started everywhere"}(runs)} when the step stopped waiting`
return`${null===main?.session?"not seen to end":"still running when last seen"}; then Checkly's API gave trouble: ${lastError}`}if("unknown"===state)return lastError??"the API gave no answer about it"
if("CANCELLED"===status)return"the session was cancelled before it had finished"
if("TIMED_OUT"===status)return"the session ran out of time at Checkly"
const first=causes.find(cause=>""!==cause.reason)?.reason
if(void 0!==first)return first
if("FAILED"===status)return"no result says why"
return _session_statuses_js_3.O.includes(status)?`its status ${status} is not a passing one`:`ended as ${status}, a status this version does not know`}},9238:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{GN:()=>NOTHING_KNOWN,gg:()=>orderChecks,i_:()=>findNew})
var _session_statuses_js_1=__nccwpck_require__(6356),_verdict_verdict_js_0=__nccwpck_require__(772)
const NOTHING_KNOWN={details:new Map,histories:new Map}
function findNew({runs},{histories}){const states=runs.flatMap(run=>{const history=histories.get(run)
return void 0===history?[]:[history.isNew]})
if(states.includes(!0))return!0
return states.length>0&&states.every(isNew=>!1===isNew)?!1:null}function orderChecks(checks,isNew){const rank=check=>1e3*_verdict_verdict_js_0.y.indexOf(check.state)+100*[!0,null,!1].indexOf(isNew(check))+_session_statuses_js_1.O.indexOf(check.status)
return checks.toSorted((a,b)=>rank(a)-rank(b))}},2598:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{d:()=>InputError})
class InputError extends Error{}},7393:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{A:()=>parseLine,HU:()=>parseChoice,IJ:()=>parseUuids,Ir:()=>parseFolder,Mk:()=>parseEnvironmentUrl,O7:()=>parseStatuses,Xu:()=>parseApiKey,Xw:()=>LONGEST_TIMEOUT_SECONDS,kk:()=>UUID,nV:()=>parseApiUrl,oA:()=>parseWholeNumber,oU:()=>parseUuid,yG:()=>parseBoolean})
var _session_statuses_js_4=__nccwpck_require__(6356),_text_name_invisible_js_0=__nccwpck_require__(9878),_text_neutralise_text_js_1=__nccwpck_require__(5261),_quote_odd_js_2=__nccwpck_require__(9061),_unusable_value_js_3=__nccwpck_require__(1442)
const UUID=/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,VISIBLE_ASCII=/^[\x21-\x7e]+$/,LONGEST_KEY=1e3,LONGEST_TIMEOUT_SECONDS=432e3
function parseBoolean(text){if(/^(true|True|TRUE)$/.test(text))return!0
if(/^(false|False|FALSE)$/.test(text))return!1
throw new _unusable_value_js_3.D("true or false")}function parseWholeNumber(text,least,most,unit){const value=/^\d{1,9}$/.test(text)?Number(text):Number.NaN
if(value>=least&&value<=most)return value
throw new _unusable_value_js_3.D(`a whole number of ${unit} from ${least} to ${most}, without a unit`)}function parseChoice(text,choices){const choice=choices.find(one=>one===text.toLowerCase())
if(void 0!==choice)return choice
throw new _unusable_value_js_3.D(`one of ${choices.join(", ")}`)}function parseUuid(text){if(UUID.test(text))return text.toLowerCase()
throw new _unusable_value_js_3.D(`a UUID, for example 3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11${describeDashes(text)}`)}function parseUuids(text){const words=text.split(/[\s,]+/).filter(word=>""!==word),odd=words.find(word=>!UUID.test(word))
if(void 0!==odd||0===words.length){const invisible=(0,_text_name_invisible_js_0.R)(odd??""),why=""===invisible?"is not one":`contains an invisible character, ${invisible}`,which=words.length>1?` (${(0,_quote_odd_js_2.U)(odd??"","one of them")} ${why})`:"",link=text.includes("://")?"; the last UUID of a link is the one":"",json=text.startsWith("[")?"; make text of a JSON array with join(fromJSON(\u2026), ' ')":""
throw new _unusable_value_js_3.D(`UUIDs separated by new lines, commas or blanks${which}${link}${json}${describeDashes(text)}`)}return[...new Set(words.map(word=>word.toLowerCase()))]}function describeDashes(text){const dash=/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.exec(text)?.[0]
return void 0===dash?"":`; its dashes (U+${dash.charCodeAt(0).toString(16).toUpperCase()}) are no hyphens`}function parseStatuses(text){const statuses=text.split(/[\s,]+/).filter(word=>""!==word).map(word=>/^[a-z_]+$/i.test(word)?word.toUpperCase():word)
if(statuses.length>0&&statuses.every(word=>_session_statuses_js_4.O.includes(word)))return[...new Set(statuses)]
throw new _unusable_value_js_3.D(`a list of ${_session_statuses_js_4.O.toReversed().join(", ")}, separated by commas`)}function parseApiUrl(text){if(!VISIBLE_ASCII.test(text)||text.includes("\\"))throw new _unusable_value_js_3.D("an https:// address of ASCII characters, without blanks and backslashes")
const url=URL.canParse(text)?new URL(text):null,safe="https:"===url?.protocol||"http:"===url?.protocol&&(0,_text_neutralise_text_js_1.U9)(url.hostname)
if(null===url||!safe)throw new _unusable_value_js_3.D("an https:// address (http:// only for a loopback host), for example https://api.checklyhq.com")
if(""!==url.username||""!==url.password||/[?#]/.test(url.href))throw new _unusable_value_js_3.D("an address without user, password, query and fragment")
let end=url.pathname.length
for(;"/"===url.pathname[end-1];)end-=1
url.pathname=url.pathname.slice(0,end)
if(/\/v\d+$/i.test(url.pathname))throw new _unusable_value_js_3.D("an address without the version (/v1, /v2) at its end")
return url}function parseEnvironmentUrl(text){const url=/^https?:\/\/\S+$/i.test(text)&&URL.canParse(text)?new URL(text):null
if(null===url)throw new _unusable_value_js_3.D("an http:// or https:// address, for example https://pr-7.example.com")
if(""===url.username&&""===url.password)return text
throw new _unusable_value_js_3.D("an address without user and password; send those as secret-env")}function parseLine(text){if(!/[\r\n]/.test(text)&&!(0,_text_name_invisible_js_0.w)(text))return text
throw new _unusable_value_js_3.D("one line of text that can be seen")}function parseFolder(text){const path=parseLine(text)
if(!/^~(?:[\\/]|$)|\$(?:\w+|\{\w+\})|\$\{\{|%\w+%/.test(path))return path
throw new _unusable_value_js_3.D("the path of a folder as it is, in which no shell replaces ~ and variables (relative ones begin in the workspace)")}function parseApiKey(text){if(!VISIBLE_ASCII.test(text))throw new _unusable_value_js_3.D("one line of visible ASCII characters without blanks (its value is not shown)")
if(/^["'`]|["'`]$/.test(text))throw new _unusable_value_js_3.D("the key without the quotes around it")
if(/^CHECKLY_API_KEY[=:]/i.test(text))throw new _unusable_value_js_3.D("the key without its name in front of it")
if(/^\*+$/.test(text))throw new _unusable_value_js_3.D("the key itself, not what a log shows in its place")
if(text.length>LONGEST_KEY)throw new _unusable_value_js_3.D(`a key, of at most ${LONGEST_KEY} characters`)
return text}},3762:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{cP:()=>MOST_VARIABLES,nN:()=>VARIABLE_NAME,rf:()=>parseVariables,xe:()=>listDoubtfulVariables})
var _unusable_value_js_0=__nccwpck_require__(1442)
const VARIABLE_NAME=/^[A-Za-z_][A-Za-z0-9_]*$/,MOST_VARIABLES=50
function parseVariables(text,secret){const lines=function(text){return text.split("\n").map(line=>line.endsWith("\r")?line.slice(0,-1):line)}(text),variables=[]
for(let at=0;at<lines.length;at+=1){const line=lines[at]??"",number=at+1
if(""===line.trim())continue
const{name,value,delimiter}=splitAssignment(line)
if(!VARIABLE_NAME.test(name)||null===value&&null===delimiter)throw new _unusable_value_js_0.D(`NAME=value on each line (line ${number} ${explainLine(line)})`)
let whole=value??""
if(null!==delimiter){const end=lines.indexOf(delimiter,at+1)
if(""===delimiter||-1===end)throw new _unusable_value_js_0.D(`NAME<<END, the lines of the value, and END alone on a line (line ${number}, ${name}, is not ended so)`)
whole=lines.slice(at+1,end).join("\n")
at=end}if(""===whole)throw new _unusable_value_js_0.D(`NAME=value with a value (line ${number}, ${name}, has none; a secret may not be set)`)
variables.push({name,value:whole,secret,line:number})}return variables}function splitAssignment(line){const equals=line.indexOf("="),heredoc=line.indexOf("<<")
if(heredoc>=0&&(equals<0||heredoc<equals))return{name:line.slice(0,heredoc),value:null,delimiter:line.slice(heredoc+2)}
if(equals<0)return{name:line,value:null,delimiter:null}
return{name:line.slice(0,equals),value:line.slice(equals+1),delimiter:null}}function explainLine(line){if(/^\s*#/.test(line))return"is a comment, which the text of an input cannot hold"
if(/^\s*[-*] /.test(line))return"begins with the dash of a list: leave it out"
if(/^\s*[[{]/.test(line))return"looks like JSON, which is not read"
if(/^\s*export\s/.test(line))return'begins with "export": leave it out'
if(/^\s*[A-Za-z_]\w*\s*:/.test(line))return'has a colon where "=" belongs'
if(/^\s*[A-Za-z_]\w*\s*=/.test(line))return"has a blank around its name: leave it out"
if(!line.includes("="))return'has no "="; a value of several lines is written as NAME<<END'
return"has another name than letters, digits and underscores, beginning with no digit"}function listDoubtfulVariables(variables,input){return variables.flatMap(({name,value})=>{if(value.length>1&&/^(["'])[^\n]*\1$/.test(value))return[`Input ${input}: the quotes around the value of ${name} are sent as a part of it.`]
if(/^\$(?:\w+|\{\w+\})$/.test(value))return[`Input ${input}: the value of ${name} is sent as it stands; no shell replaces a variable in it.`]
return[]})}},9061:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{D:()=>mayHoldVariable,U:()=>quoteOdd})
var _text_neutralise_text_js_0=__nccwpck_require__(5261)
const VARIABLE=/(?:^|[\s/])[A-Za-z_]\w{0,99}=/m
function mayHoldVariable(text){return VARIABLE.test(text)}function quoteOdd(text,instead){return mayHoldVariable(text)?instead:`"${(0,_text_neutralise_text_js_0.IN)(text,81)}"`}},2459:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{A4:()=>listUnhidden,Lj:()=>OWN_WORDS,TR:()=>createHideableTest,W_:()=>listSecretLines})
var _parse_values_js_0=__nccwpck_require__(7393),_parse_variables_js_1=__nccwpck_require__(3762),_unusable_value_js_2=__nccwpck_require__(1442)
const SHORTEST_HIDDEN=4,OWN_WORDS=new Set("true false null none check checks test tests session sessions error errors passed failed degraded cancelled timeout timed_out detached no-match running final attempt pending".split(" ")),PLAIN_IDS=["check-session-id","test-session-id","check-id","account-id"]
function createHideableTest(get,env){const plain=[...PLAIN_IDS.map(get),env.CHECKLY_ACCOUNT_ID??""].join("\n").toLowerCase()
return line=>{const word=line.trim().toLowerCase()
if(word.length<SHORTEST_HIDDEN||OWN_WORDS.has(word))return!1
return!(_parse_values_js_0.kk.test(word)&&plain.includes(word))}}function listSecretLines(get,isHideable){const lines=function(text){try{return(0,_parse_variables_js_1.rf)(text,!0).map(({value})=>value)}catch(error){if(!(error instanceof _unusable_value_js_2.D))throw error
return text.split("\n").flatMap(line=>[line,line.slice(line.indexOf("=")+1)])}}(get("secret-env")).flatMap(value=>value.split(/[\r\n]+/)).map(line=>line.trim()).filter(isHideable)
return[...new Set(lines)]}function listUnhidden(variables,isHideable){return variables.filter(({value})=>value.split(/[\r\n]+/).some(line=>""!==line.trim()&&!isHideable(line))).map(({name})=>`Input secret-env: a line of ${name} is sent, but not hidden: it has fewer than ${SHORTEST_HIDDEN} characters, is a word of every log, or is an id that is given in plain.`)}},1442:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{D:()=>UnusableValue})
class UnusableValue extends Error{allowed
constructor(allowed){super(`must be ${allowed}`)
this.allowed=allowed}}},2237:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{n:()=>describeFailures})
var _diagnosis_explain_check_js_0=__nccwpck_require__(1779),_diagnosis_failure_knowledge_js_1=__nccwpck_require__(9238),_text_neutralise_text_js_2=__nccwpck_require__(5261),_verdict_failed_locations_js_3=__nccwpck_require__(1789)
const MOST_ENTRIES=50,NAME_LENGTH=200,REASON_LENGTH=500,MOST_LOCATIONS=25,LONGEST_LIST=1e5,LONGEST_MESSAGE=3e3
function describeFailures(message,checks,known){const isNew=check=>(0,_diagnosis_failure_knowledge_js_1.i_)(check,known),failed=(0,_diagnosis_failure_knowledge_js_1.gg)(checks.filter(({state})=>"failed"===state),isNew)
return{message:(0,_text_neutralise_text_js_2.TH)(message,LONGEST_MESSAGE),failures:writeList(failed.slice(0,MOST_ENTRIES).map(check=>function(check,known){const main=(0,_diagnosis_explain_check_js_0.tw)(check),link=(0,_diagnosis_explain_check_js_0.uZ)(check)
return{name:(0,_text_neutralise_text_js_2.IN)(check.name||(main?.id??""),NAME_LENGTH),status:(0,_text_neutralise_text_js_2.IN)(check.status,NAME_LENGTH),locations:(0,_verdict_failed_locations_js_3.j)(check).slice(0,MOST_LOCATIONS).map(location=>(0,_text_neutralise_text_js_2.IN)(location,NAME_LENGTH)),reason:(0,_text_neutralise_text_js_2.TH)((0,_diagnosis_explain_check_js_0.Gs)(check,known.details).reason,REASON_LENGTH),link:(0,_text_neutralise_text_js_2.K_)(link)?link:"",new:(0,_diagnosis_failure_knowledge_js_1.i_)(check,known)}}(check,known))),"failures-total":String(failed.length),"failures-new":String(failed.filter(check=>!1!==isNew(check)).length)}}function writeList(entries){const texts=[]
let length=2
for(const entry of entries){const text=JSON.stringify(entry)
length+=text.length+1
if(length>LONGEST_LIST)break
texts.push(text)}return`[${texts.join(",")}]`}},4986:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{S:()=>attemptOutputs,e:()=>publishOutputs})
var external_node_path_=__nccwpck_require__(6760),words=__nccwpck_require__(830),failure_knowledge=__nccwpck_require__(9238),describe_failures=__nccwpck_require__(2237);// src/outputs/build-outputs.ts
const LONGEST_OUTPUT=2e5,LONGEST_LINK=2e3
var command_file=__nccwpck_require__(8738),redact_json=__nccwpck_require__(7103);// src/outputs/output-names.ts
const OUTPUT_NAMES=["outcome","passed","message","failures","failures-total","failures-new","status","session-type","check-session-ids","test-session-ids","session-link","sessions-total","sessions-passed","sessions-failed","sessions-unfinished","results-total","results-passed","results-failed","results-degraded","results-cancelled","results-retried","time-elapsed","report-json","report-markdown","report-junit","sessions","results"],LARGE=new Set(["sessions","results"]),OWN=/^(?:outcome|passed|session-type|time-elapsed|(?:check|test)-session-ids|(?:sessions|results|failures)-[a-z]+)$/,JSON_OUTPUTS=new Set(["sessions","results","failures"]);// src/outputs/publish-outputs.ts
function publishOutputs(verdict,sessions,checks,sessionType,log,redact,reportDir){const{values,tooLong}=function(verdict,sessions,checks,sessionType){const tooLong=[],writeJson=(name,values)=>{try{const text=JSON.stringify(values)
if(text.length<=LONGEST_OUTPUT)return text}catch{}tooLong.push(name)
return""},rawSessions=sessions.flatMap(({session})=>{if(null===session)return[]
const{results:_,...rest}=session.raw
return[rest]}),rawResults=sessions.flatMap(({id,session})=>{const list=session?.raw.results
return Array.isArray(list)?list.map(result=>({[`${sessionType}SessionId`]:id,...result})):[]}),ids=sessions.map(({id})=>id)
return{values:{outcome:verdict.outcome,passed:String("passed"===verdict.outcome),...(0,describe_failures.n)(verdict.message,checks,failure_knowledge.GN),status:verdict.status,"session-type":sessionType??"","check-session-ids":JSON.stringify("test"===sessionType?[]:ids),"test-session-ids":JSON.stringify("test"===sessionType?ids:[]),"session-link":verdict.link.length>LONGEST_LINK?"":verdict.link,"sessions-total":String(verdict.sessions.total),"sessions-passed":String(verdict.sessions.passed),"sessions-failed":String(verdict.sessions.failed),"sessions-unfinished":String(verdict.sessions.unfinished),"results-total":String(verdict.results.total),"results-passed":String(verdict.results.passed),"results-failed":String(verdict.results.failed),"results-degraded":String(verdict.results.degraded),"results-cancelled":String(verdict.results.cancelled),"results-retried":String(verdict.results.retried),"time-elapsed":null===verdict.timeElapsedMs?"":String(verdict.timeElapsedMs),"report-json":"","report-markdown":"","report-junit":"",sessions:writeJson("sessions",rawSessions),results:writeJson("results",rawResults)},tooLong}}(verdict,sessions,checks,sessionType)
attemptOutputs(values,log,redact)
if(tooLong.length>0)log.warning(`The outputs ${tooLong.join(" and ")} are left empty: they do not fit into ${LONGEST_OUTPUT} characters. `+(null===reportDir?"Give report-dir: checkly-report.json there has it all.":`${(0,external_node_path_.join)(reportDir,"checkly-report.json")} has it all.`))}function attemptOutputs(values,log,redact){try{!function(values,redact){const path=process.env.GITHUB_OUTPUT,clean=(name,value)=>{if(OWN.test(name))return value
return JSON_OUTPUTS.has(name)?(0,redact_json.K)(value,redact):redact(value)},small=new Map
for(const name of OUTPUT_NAMES){const value=values[name]
if(void 0!==value&&!LARGE.has(name))small.set(name,clean(name,value))}(0,command_file.U)(path,small)
for(const name of LARGE){const value=values[name]
if(void 0!==value)(0,command_file.U)(path,new Map([[name,clean(name,value)]]))}}(values,redact)}catch(error){log.warning(`The outputs could not be set: ${(0,words.Uc)(error)}. The verdict stands.`)}}},8043:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{G:()=>makeReportDir,w:()=>resolveReportDir})
var node_fs_0=__nccwpck_require__(3024),node_path_1=__nccwpck_require__(6760),_inputs_input_error_js_2=__nccwpck_require__(2598),_text_words_js_3=__nccwpck_require__(830)
function makeReportDir(given,workspace){const path=(0,node_path_1.resolve)(workspace,given)
if(!isInside(path,workspace))throw new _inputs_input_error_js_2.d(`Input report-dir: "${given}" is outside the workspace ${workspace}; give a folder inside it, for example reports.`)
let isOutside
try{isOutside=null===makeFolder(path,workspace)}catch(error){throw new _inputs_input_error_js_2.d(`Input report-dir: "${given}" cannot be made (${(0,_text_words_js_3.Uc)(error)}); give a folder that this step may write.`)}if(!isOutside)return path
throw new _inputs_input_error_js_2.d(`Input report-dir: "${given}" leads outside the workspace through a link; give a folder inside it.`)}function resolveReportDir(path,workspace){const folder=makeFolder(path,workspace)
if(null===folder)throw new Error(`the folder ${path} has become a link that leads outside the workspace`)
return folder}function makeFolder(path,workspace){const root=(0,node_fs_0.realpathSync)(workspace)
if(!isInside((0,node_fs_0.realpathSync)(findExisting(path)),root))return null;(0,node_fs_0.mkdirSync)(path,{recursive:!0})
const folder=(0,node_fs_0.realpathSync)(path)
return isInside(folder,root)?folder:null}function findExisting(path){return(0,node_fs_0.existsSync)(path)||(0,node_path_1.dirname)(path)===path?path:findExisting((0,node_path_1.dirname)(path))}function isInside(path,folder){const way=(0,node_path_1.relative)(folder,path)
return!(0,node_path_1.isAbsolute)(way)&&".."!==way&&!/^\.\.[\\/]/.test(way)}},8738:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{U:()=>addToCommandFile})
var node_fs_0=__nccwpck_require__(3024)
function addToCommandFile(path,values){if(void 0===path||""===path||0===values.size)return
const blocks=[...values].map(([name,value])=>{let delimiter="checkly_gate_end"
for(;value.includes(delimiter);)delimiter+="_"
return`${name}<<${delimiter}\n${value}\n${delimiter}\n`});(0,node_fs_0.appendFileSync)(path,blocks.join(""))}},7103:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{K:()=>redactJson})
var _inputs_secret_lines_js_0=__nccwpck_require__(2459)
const MOMENT=/^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z?$/,FIELD=/^[a-z][A-Za-z]{0,40}$/
function redactJson(text,redact,indent=0){try{return JSON.stringify(redactStrings(JSON.parse(text),redact),null,indent)}catch{return redact(text)}}function redactStrings(value,redact){if("string"==typeof value)return MOMENT.test(text=value)||_inputs_secret_lines_js_0.Lj.has(text.toLowerCase())?value:redact(value)
var text
if(Array.isArray(value))return value.map(entry=>redactStrings(entry,redact))
if("object"!=typeof value||null===value)return value
const entries=Object.entries(value).map(([name,entry])=>[FIELD.test(name)?name:redact(name),redactStrings(entry,redact)])
return Object.fromEntries(entries)}},332:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{D1:()=>orderRuns,MS:()=>buildCheckRun,YA:()=>findKeyAttempt,aD:()=>countResults,bY:()=>hasPassedAfterRetry,nT:()=>isOpen,vO:()=>judgeFlags,wz:()=>keyCheck})
function keyCheck({id,type,name}){return id||`${type} ${name}`}function judgeFlags(flags){if(flags.isCancelled)return{state:"cancelled",faults:[]}
const faults=[...flags.hasFailures?["failure"]:[],...flags.hasErrors?["error"]:[],...flags.aborted?["aborted"]:[]]
if(faults.length>0)return{state:"failed",faults}
return{state:flags.isDegraded?"degraded":"passed",faults}}function buildCheckRun(check,location,executions,pending){const attempts=executions.toSorted(compareAttempts),finals=attempts.filter(attempt=>attempt.isFinal),worst=ORDER.find(state=>finals.some(attempt=>attempt.state===state)),final=finals.findLast(({state})=>state===worst)??null
return{check,location,attempts,final,state:final?.state??pending}}function hasPassedAfterRetry({state,attempts}){return("passed"===state||"degraded"===state)&&attempts.some(attempt=>!attempt.isFinal&&"failed"===attempt.state)}function findKeyAttempt({final,attempts}){return final??attempts.findLast(({isFinal,state})=>!isFinal&&"failed"===state)??null}function isOpen({state}){return"missing"===state||"running"===state||"queued"===state}const ORDER=["failed","cancelled","missing","running","queued","degraded","passed"],ORDER_DEGRADED=["degraded",...ORDER]
function orderRuns(runs,status){const order="DEGRADED"===status?ORDER_DEGRADED:ORDER,rank=run=>2*order.indexOf(run.state)+(hasPassedAfterRetry(run)?0:1)
return runs.toSorted((a,b)=>rank(a)-rank(b))}function countResults(runs){const counts={total:0,passed:0,failed:0,degraded:0,cancelled:0,retried:0}
for(const run of runs){for(const attempt of run.attempts){if(!attempt.isFinal)continue
counts.total+=1
counts[attempt.state]+=1}if(hasPassedAfterRetry(run))counts.retried+=1}return counts}function compareAttempts(a,b){if(a.isFinal!==b.isFinal)return a.isFinal?1:-1
return(a.startedAtMs??0)-(b.startedAtMs??0)}},6356:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{O:()=>STATUSES_FROM_WORST,j:()=>findWorstStatus})
const STATUSES_FROM_WORST=["FAILED","TIMED_OUT","CANCELLED","DEGRADED","PASSED"]
function findWorstStatus(statuses){const rank=status=>STATUSES_FROM_WORST.indexOf(status)
return statuses.reduce((worst,status)=>""===worst||rank(status)<rank(worst)?status:worst,"")}},9878:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{R:()=>describeInvisible,w:()=>hasInvisible})
const NAMES={0:"NULL",8:"BACKSPACE",27:"ESCAPE",127:"DELETE",133:"NEXT LINE",160:"NO-BREAK SPACE",173:"SOFT HYPHEN",847:"COMBINING GRAPHEME JOINER",1564:"ARABIC LETTER MARK",6158:"MONGOLIAN VOWEL SEPARATOR",8199:"FIGURE SPACE",8201:"THIN SPACE",8202:"HAIR SPACE",8203:"ZERO WIDTH SPACE",8204:"ZERO WIDTH NON-JOINER",8205:"ZERO WIDTH JOINER",8206:"LEFT-TO-RIGHT MARK",8207:"RIGHT-TO-LEFT MARK",8232:"LINE SEPARATOR",8233:"PARAGRAPH SEPARATOR",8234:"LEFT-TO-RIGHT EMBEDDING",8235:"RIGHT-TO-LEFT EMBEDDING",8236:"POP DIRECTIONAL FORMATTING",8237:"LEFT-TO-RIGHT OVERRIDE",8238:"RIGHT-TO-LEFT OVERRIDE",8239:"NARROW NO-BREAK SPACE",8288:"WORD JOINER",8294:"LEFT-TO-RIGHT ISOLATE",8295:"RIGHT-TO-LEFT ISOLATE",8296:"FIRST STRONG ISOLATE",8297:"POP DIRECTIONAL ISOLATE",12644:"HANGUL FILLER",65039:"VARIATION SELECTOR-16",65279:"ZERO WIDTH NO-BREAK SPACE"},UNSEEN=/(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Mn}])[\u200c\u200d]|(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?![\u200c\u200d])(?![\ufe0e\ufe0f\t\n\r\u3000])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?![ \t\n\r\u3000])\s/gu,MOST_TOLD=3
function hasInvisible(text){return-1!==text.search(UNSEEN)}function describeInvisible(text){const told=[]
for(const{0:character,index}of text.matchAll(UNSEEN)){if(told.length===MOST_TOLD)return`${told.join(", ")} and more`
told.push(`${nameCharacter(character)} at position ${[...text.slice(0,index)].length+1}`)}return told.join(", ")}function nameCharacter(character){const code=character.codePointAt(0)??0
return`U+${code.toString(16).toUpperCase().padStart(4,"0")} ${NAMES[code]??(/\p{Cc}/u.test(character)?"(a control character)":"(not visible)")}`}},5261:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{EH:()=>escapeLine,FV:()=>escapeMarkdown,Hy:()=>cleanBlock,IN:()=>cutText,K_:()=>isSafeLink,Ow:()=>cleanLine,Pz:()=>stripHidden,TH:()=>foldText,U9:()=>isLoopback,Yg:()=>escapePunctuation,eo:()=>PLAIN_LINK,j7:()=>MARKS,k6:()=>writeMarks,v3:()=>cleanLines})
const LOG_LINE_LENGTH=1e3,ESCAPE_SEQUENCES=/(?:\u001b\[|\u009b)[0-?]*[ -/]*(?:[@-~]|$)|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g,INVISIBLE=/(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Mn}])[\u200c\u200d]|(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?![\u200c\u200d])(?![\ufe0e\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu,STACKED_MARKS=/(\p{M}{3})\p{M}+/gu,PLAIN_TEXT=/^[ -~\xb7\u2013\u2014\u2192\u2026\u2705\u2713\u2717\u274c]*$/,REFERENCES=/[@#](?=[\w-])|:(?=\/|[\w+-]+:)|GH-(?=\d)|www(?=\.)/gi,COMMIT_HASH=/(?<!-)\b[0-9a-f]{7,40}\b(?!-)/gi,PUNCTUATION=/[!-+:-@[-`{-~]|(?<![a-z0-9])[,-/]|[,-/](?![a-z0-9])/gi,RIGHT_TO_LEFT=/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u,PLAIN_LINK=/^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\/[\w./-]*$/,LOOPBACK_HOST=/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
function cutText(text,maxLength){if(text.length<=maxLength)return text
const end=maxLength-1,splitsPair=55296==(64512&text.charCodeAt(end-1))
return`${text.slice(0,splitsPair?end-1:end).trimEnd()}\u2026`}function stripHidden(text,maxLength){const head=text.length>4*maxLength+1024?text.slice(0,4*maxLength+1024):text
if(PLAIN_TEXT.test(head))return head
return head.replace(ESCAPE_SEQUENCES,"").toWellFormed().replace(INVISIBLE,"").replace(STACKED_MARKS,"$1")}function cleanLine(text,maxLength=LOG_LINE_LENGTH){const visible=stripHidden(text,maxLength)
return cutText((PLAIN_TEXT.test(visible)?visible:visible.replace(/\r\n|[\p{Cc}\p{Zl}\p{Zp}]/gu," ")).replace(/^(\s*):(?=:)/,"$1: ").replace(/##(?=\[)/g,"# #").trimEnd(),maxLength)}function cleanLines(text,maxLines,maxLength=LOG_LINE_LENGTH){const lines=text.slice(0,maxLines*maxLength).split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(line=>cleanLine(line,maxLength))
return lines.length>maxLines?[...lines.slice(0,maxLines),"\u2026"]:lines}function isSafeLink(url){if(url.length>2e3)return!1
if(PLAIN_LINK.test(url))return!0
if(!/^https?:\/\//i.test(url)||!URL.canParse(url))return!1
const{protocol,hostname,username,password}=new URL(url)
if(""!==username||""!==password)return!1
return"https:"===protocol||isLoopback(hostname)}function isLoopback(hostname){return LOOPBACK_HOST.test(hostname)}function foldText(text,maxLength){return cutText(stripHidden(text,maxLength).replace(/[\p{Cc}\s]+/gu," ").trim(),maxLength)}function escapePunctuation(text){return text.replace(PUNCTUATION,character=>`&#${character.charCodeAt(0)};`)}function escapeMarkdown(text,maxLength=200){return writeMarks(escapeLine(text,maxLength))}function escapeLine(text,maxLength){const line=escapePunctuation(function(line){return line.replace(REFERENCES,`$&${MARKS.cut}`).replace(COMMIT_HASH,hash=>hash.replace(/.{6}(?!$)/g,`$&${MARKS.cut}`))}(foldText(text,maxLength)))
return RIGHT_TO_LEFT.test(line)?`\u2068${line}\u2069`:line}const MARKS={cut:"\u2060",mayBreak:"\u200b"}
function writeMarks(line){return line.replaceAll(MARKS.cut,"<i></i>").replaceAll(MARKS.mayBreak,"<wbr>")}function cleanBlock(text,maxLines,maxLength){const trimmed=stripHidden(text,maxLength).replace(/\r\n|[\r\u0085\u2028\u2029]/g,"\n").replaceAll("\t","  ").replace(/(?!\n)\p{Cc}/gu,"").split("\n").map(line=>line.trimEnd()),isFilled=line=>""!==line,lines=cutText(trimmed.slice(trimmed.findIndex(isFilled),trimmed.findLastIndex(isFilled)+1).join("\n"),maxLength).split("\n")
return lines.length>maxLines?[...lines.slice(0,maxLines),"\u2026"].join("\n"):lines.join("\n")}},830:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{Fs:()=>countThings,Uc:()=>describeError,sK:()=>capitalise,tI:()=>joinFilled})
function countThings(count,thing){return`${String(count).replace(/\B(?=(\d{3})+$)/g,",")} ${thing}${1===count?"":"s"}`}function capitalise(text){return text.charAt(0).toUpperCase()+text.slice(1)}function joinFilled(parts,separator){return parts.filter(part=>""!==part).join(separator)}function describeError(error){return error instanceof Error?error.message:String(error)}},1909:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{WP:()=>LAST_LOOK_MS,lF:()=>createBackoff,oU:()=>fitPause})
const FIRST_MS=500,LONGEST_MS=1e4
function createBackoff(failures=0){const ceiling=Math.min(LONGEST_MS,FIRST_MS*2**Math.min(failures,20))
return{failures,pauseMs:random=>random()*ceiling,next:()=>createBackoff(failures+1)}}const LAST_LOOK_MS=1e3
function fitPause(pauseMs,leftMs){if(0===pauseMs||pauseMs<leftMs-LAST_LOOK_MS/2)return pauseMs
return leftMs>1.5*LAST_LOOK_MS?leftMs-LAST_LOOK_MS:Math.max(0,leftMs)}},2839:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{DZ:()=>limitTime,VF:()=>monotonicClock,Xb:()=>wallClock,pw:()=>sleepWithTimer,sE:()=>beginTimeLimit})
const monotonicClock={now:()=>performance.now()},wallClock={now:()=>performance.timeOrigin+performance.now()},sleepWithTimer=(ms,signal)=>new Promise(resolve=>{if(signal.aborted)return resolve()
const end=()=>{clearTimeout(timer)
signal.removeEventListener("abort",end)
resolve()},timer=setTimeout(end,ms)
signal.addEventListener("abort",end)})
function beginTimeLimit({clock,sleep},deadline,signal){const over=new AbortController,end=()=>{signal.removeEventListener("abort",end)
over.abort("over")}
signal.addEventListener("abort",end)
if(signal.aborted)end()
sleep(deadline-clock.now(),over.signal).then(()=>setImmediate(end))
return{signal:over.signal,endsAt:deadline,release:end}}function limitTime(clock,ms,signal){const timeout=AbortSignal.timeout(ms)
return{signal:void 0===signal?timeout:AbortSignal.any([signal,timeout]),endsAt:clock.now()+ms}}},775:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{a:()=>formatDuration})
function formatDuration(ms){if(!(ms>=0))return"0 ms"
if(ms<999.5)return`${Math.round(ms)} ms`
if(ms<9950)return`${(ms/1e3).toFixed(1)} s`
const seconds=Math.round(ms/1e3)
if(seconds<60)return`${seconds} s`
const minutes=Math.floor(seconds/60),pad=value=>String(value).padStart(2,"0")
if(minutes<60)return`${minutes}m${pad(seconds%60)}s`
const hours=Math.floor(minutes/60)
return hours<48?`${hours}h${pad(minutes%60)}m`:`${Math.floor(hours/24)}d${pad(hours%24)}h`}},5907:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{K:()=>formatMoment})
function formatMoment(epochMs,dayMs){const moment=new Date(epochMs).toISOString().slice(0,19).replace("T"," "),today=void 0===dayMs?"":new Date(dayMs).toISOString().slice(0,10)
return`${""!==today&&moment.startsWith(today)?moment.slice(11):moment} UTC`}},4402:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{T:()=>readMoment})
function readMoment(text){if(null===text)return null
const epochMs=Date.parse(text)
return/^\d{4}-\d\d-\d\dT/.test(text)&&epochMs>0?epochMs:null}},4989:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{N:()=>adviseOnTimeout})
var _text_words_js_0=__nccwpck_require__(830)
function adviseOnTimeout(checks,toldPlaces=[]){const unfinished=checks.filter(({state})=>"unfinished"===state)
if(unfinished.some(({sessions})=>sessions.some(it=>it.isUnreachable)))return"Run the job again when Checkly can be reached."
const open=unfinished.flatMap(check=>check.runs.filter(({final})=>null===final)),hasFailed=open.some(({attempts})=>attempts.some(({state})=>"failed"===state)),advice=[adviseOnStart(checks,open,toldPlaces),hasFailed?"Attempts have failed already, so more time may not help: see why they failed.":""],isTold=open.length>0&&open.every(({location})=>toldPlaces.includes(location))
return(0,_text_words_js_0.tI)(advice," ")||(isTold?"":"Raise timeout if the checks need longer.")}function adviseOnStart(checks,open,toldPlaces){const begun=new Set(checks.flatMap(({runs})=>runs.filter(({state})=>"queued"!==state).map(it=>it.location))),queued=new Set(open.filter(({state})=>"queued"===state).map(({location})=>location)),silent=[...queued].filter(location=>!begun.has(location)),untold=silent.filter(location=>!toldPlaces.includes(location))
return(0,_text_words_js_0.tI)([0===untold.length?"":`Nothing had started in ${untold.join(", ")}: raise timeout; if that is a private location, see that an agent runs there.`,queued.size===silent.length?"":"Checkly starts the checks of a large session one after the other, over up to 900 seconds: set timeout to that and what the checks need, or choose fewer checks."]," ")}},748:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{JY:()=>describePassedRemarks,O5:()=>describeNotStarted,XZ:()=>describeVerdict,pp:()=>listMissing})
var _text_neutralise_text_js_0=__nccwpck_require__(5261),_text_words_js_3=__nccwpck_require__(830),_time_format_duration_js_2=__nccwpck_require__(775),_advise_on_timeout_js_5=__nccwpck_require__(4989),_failed_locations_js_4=__nccwpck_require__(1789),_name_checks_js_1=__nccwpck_require__(3930)
const MOST_NAMED=3,REASON_LENGTH=200,NOTHING_READ={reasons:new Map,news:""}
function describeVerdict(ending,outcome,checks,counts,waitedMs,notes=NOTHING_READ){const waited=(0,_time_format_duration_js_2.a)(waitedMs)
switch(outcome){case"passed":return function(checks,counts,waited){const remarks=describePassedRemarks(counts),[only]=checks
if(void 0!==only&&1===checks.length){const letThrough="PASSED"===only.status?"":", which passing-statuses lets through"
return`${(0,_name_checks_js_1.AS)(only)} ${only.status}${counts.retried>0?" after a retry":""} after ${waited}${letThrough}.`}return`All ${(0,_text_words_js_3.Fs)(counts.total,(0,_name_checks_js_1.uc)(checks))} passed after ${waited}${""===remarks?"":` (${remarks})`}.`}(checks,counts,waited)
case"detached":return`${(0,_text_words_js_3.Fs)(counts.total,(0,_name_checks_js_1.uc)(checks))} started; detached without waiting.`
case"no-match":return`No active check matches ${"no-match"===ending.kind?ending.sought:""}, so nothing was started. Check the spelling, and that the checks are active.`
case"cancelled":return`Cancelled${"cancelled"===ending.kind?` by ${ending.by}`:""} after ${waited}; ${function(checks,counts,ending){if(0===counts.total)return"cancelled"===ending.kind&&ending.starting?"sessions may have been started all the same: see Checkly.":"no check session was known yet."
const open=counts.unfinished+counts.unknown,[only]=checks
if(void 0!==only&&1===checks.length){const{state}=only
return`${(0,_name_checks_js_1.AS)(only)} had ${open>0?"not ended":"failed"===state?`ended, ${only.status}`:"passed"}.`}const of=(0,_text_words_js_3.Fs)(counts.total,(0,_name_checks_js_1.uc)(checks))
return`${0===open?`all ${of} had ended`:`${open} of ${of} had not ended`}${counts.failed>0?`, ${counts.failed} failed`:""}.`}(checks,counts,ending)}`
case"failed":return(0,_text_words_js_3.tI)([describeFailed(checks,counts,ending,notes),describeNotStarted(ending)]," ")
case"timeout":return`Timed out after ${waited}: ${function(checks,counts){const unfinished=checks.filter(({state})=>"unfinished"===state),named=unfinished.slice(0,MOST_NAMED).map(_name_checks_js_1.AS).join(", "),more=unfinished.length>MOST_NAMED?` and ${unfinished.length-MOST_NAMED} more`:"",{notStarted}=counts,isAll=notStarted===unfinished.length,had=isAll?"had not started":"had not ended",some=isAll||0===notStarted?"":` ${notStarted} of them had not started.`,error=unfinished.flatMap(({sessions})=>sessions.map(it=>it.lastError)).find(it=>null!==it),last=null==error?"":` The last error was: ${error}.`,what=counts.total>1?`${unfinished.length} of ${(0,_text_words_js_3.Fs)(counts.total,(0,_name_checks_js_1.uc)(checks))} ${had}: ${named}${more}.`:`${named} ${had}.`
return`${(0,_text_words_js_3.tI)([`${what}${some}${last}`,(0,_advise_on_timeout_js_5.N)(checks)]," ")}${(0,_name_checks_js_1.Ex)(unfinished[0])}`}(checks,counts)}`
case"error":if("broken"===ending.kind)return ending.cause
return describeNotStarted(ending)||function(checks){const unknown=checks.filter(({state})=>"unknown"===state),[first]=unknown
if(void 0===first)return"No check session was awaited, so there is no verdict."
const cause=findError(first),same=unknown.filter(check=>findError(check)===cause),who=1===same.length?(0,_name_checks_js_1.AS)(first):(0,_text_words_js_3.Fs)(same.length,(0,_name_checks_js_1.uc)(checks)),others=unknown.length-same.length,more=others>0?` ${others} more without a verdict.`:"",advice=null===cause||first.sessions.some(it=>it.isUnreachable)?" Check api-url, and the runner's network or proxy.":""
return`No verdict for ${who}: ${(cause??"the API was never reached").replace(/\.$/,"")}.${more}${advice}`}(checks)}}function describeNotStarted(ending){const missing=listMissing(ending),unstarted="unstarted"in ending?ending.unstarted:[],told=0===missing.length?"":`No session was started of check ${missing.join(", ")}: no active check has that id. Check check-id.`
return(0,_text_words_js_3.tI)([...unstarted,told]," ")}function listMissing(ending){return"missing"in ending?ending.missing:[]}function describePassedRemarks({retried,degraded}){return(0,_text_words_js_3.tI)([retried>0?`${retried} after a retry`:"",degraded>0?`${degraded} degraded`:""],", ")}function describeFailed(checks,counts,ending,{reasons,news}){const failed=checks.filter(({state})=>"failed"===state),named=failed.slice(0,MOST_NAMED).map(check=>{const places=(0,_failed_locations_js_4.Q)(check)
if("PASSED"===check.status)return`${(0,_name_checks_js_1.AS)(check)} PASSED, which passing-statuses does not list`
const reason=(0,_text_neutralise_text_js_0.IN)(reasons.get(check)??"",REASON_LENGTH),why=""===reason?"":` (${reason})`
return`${(0,_name_checks_js_1.AS)(check)} ${check.status}${""===places?"":` in ${places}`}${why}`}),more=failed.length-named.length,rest=more>0?`; and ${more} more`:"",of=counts.total>1?`${failed.length} of ${(0,_text_words_js_3.Fs)(counts.total,(0,_name_checks_js_1.uc)(checks))} failed: `:"",others=(0,_text_words_js_3.tI)([counts.unfinished>0?`${counts.unfinished} ${"awaited"===ending.kind&&ending.failedFast?"not waited for (fail-fast)":"had not ended"}`:"",counts.unknown>0?`${counts.unknown} without a verdict`:""],", ")
return`${of}${named.join("; ")}${rest}.${""===others?"":` ${others}.`}${""===news?"":` ${news}.`}${(0,_name_checks_js_1.Ex)(failed[0])}`}function findError({sessions}){return sessions.map(it=>it.lastError).find(it=>null!==it)??null}},1789:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{Q:()=>listFailedLocations,j:()=>findFailedLocations})
function findFailedLocations({status,runs}){const silent="TIMED_OUT"===status?runs.filter(({state})=>"missing"===state):[],failed=runs.filter(({state})=>"failed"===state||"cancelled"===state||"degraded"===state)
return[...new Set((silent.length>0?silent:failed).map(({location})=>location))]}function listFailedLocations(check){const places=findFailedLocations(check),more=places.length>5?` and ${places.length-5} more`:""
return places.slice(0,5).join(", ")+more}},1018:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{Zy:()=>judgeRun,h3:()=>STATUS_OF_RUN,vb:()=>hasNotStarted})
const STATUS_OF_RUN={failed:"FAILED",cancelled:"CANCELLED",degraded:"DEGRADED",passed:"PASSED"}
function hasNotStarted(runs){return runs.length>0&&runs.every(({state})=>"queued"===state)}function judgeRun({state},sessionState,passingStatuses){const status=STATUS_OF_RUN[state]
if(void 0!==status)return passingStatuses.includes(status)?"passed":"failed"
return"missing"===state||"unknown"===sessionState?"unknown":"unfinished"}},4498:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{c6:()=>hasEndedBefore,f9:()=>endsWaitEarly,s9:()=>judgeSession})
var _session_statuses_js_1=__nccwpck_require__(6356),_time_format_moment_js_2=__nccwpck_require__(5907),_judge_run_js_0=__nccwpck_require__(1018)
const CLOCK_MS=2e3
function judgeSession(watched,rules){const{id,session,lastError}=watched,state=chooseState(watched,rules)
return{id,state,status:"passed"===state||"failed"===state?findStatus(session):"",session,lastError:lastError?.cause??("unknown"===state?explainUnknown(session,rules):null),isUnreachable:!1===lastError?.reached}}function endsWaitEarly(watched,rules){const state=chooseState(watched,rules)
return"failed"===state||"unknown"===state&&"out-of-time"!==watched.wait}function chooseState({session,wait,isKnown},rules){if("ended"===wait){if(""!==describeAge(session,rules))return"unknown"
if(!rules.passingStatuses.includes(session?.status??""))return"failed"
return""===session?.owes?"passed":"unknown"}if((null===session?.check?session.runs:[]).some(run=>"failed"===(0,_judge_run_js_0.Zy)(run,"unfinished",rules.passingStatuses)))return"failed"
if("refused"===wait)return"unknown"
return"out-of-time"===wait&&!isKnown?"unknown":"unfinished"}function findStatus(session){if(null===session)return""
if(session.isOver)return session.status
return(0,_session_statuses_js_1.j)(session.runs.flatMap(({state})=>_judge_run_js_0.h3[state]??[]))}function explainUnknown(session,rules){if(null===session)return null
const age=describeAge(session,rules)
if(""!==age)return age
return""===session.owes?null:`it ended as ${session.status}, but ${session.owes}`}function describeAge(session,rules){const{startedAfterMs,startedHere,beganAtMs}=rules
if(null===startedAfterMs||null===session)return""
if(hasEndedBefore(session,beganAtMs)&&startedHere)return`it had ended at ${(0,_time_format_moment_js_2.K)(session.stoppedAtMs??0)}, before it was asked for, so it is too old to count`
if(startedHere)return""
if(null===session.startedAtMs)return"the API does not say when it started, so started-after cannot be kept"
if(session.startedAtMs>=startedAfterMs)return""
return`it started at ${(0,_time_format_moment_js_2.K)(session.startedAtMs)}, before started-after (${(0,_time_format_moment_js_2.K)(startedAfterMs)}), so it is too old to count`}function hasEndedBefore({stoppedAtMs},moment){return null!==stoppedAtMs&&stoppedAtMs<moment-CLOCK_MS}},3930:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{AS:()=>nameCheck,Ex:()=>describeLink,uc:()=>nameUnit})
var _text_neutralise_text_js_0=__nccwpck_require__(5261)
function nameUnit(checks){return checks.length>0&&checks.every(isBareSession)?"session":"check"}function isBareSession({check,runs}){return null===check&&0===runs.length}function nameCheck(check){return""===check.name?`session ${check.sessions[0]?.id??""}`:`"${check.name.slice(0,200)}"`}function describeLink(check){const link=check?.sessions.map(({session})=>session?.link??"").find(_text_neutralise_text_js_0.K_)??""
return""===link?"":` See ${link}`}},772:(__unused_webpack_module,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{y:()=>STATES_FROM_WORST})
const STATES_FROM_WORST=["failed","unknown","unfinished","passed"]},2071:module=>{module.exports={}},1025:(__unused_webpack_module,exports)=>{},3024:module=>{"use strict"
module.exports=require("node:fs")},7067:module=>{"use strict"
module.exports=require("node:http")},4708:module=>{"use strict"
module.exports=require("node:https")},7030:module=>{"use strict"
module.exports=require("node:net")},6760:module=>{"use strict"
module.exports=require("node:path")},1692:module=>{"use strict"
module.exports=require("node:tls")},7975:module=>{"use strict"
module.exports=require("node:util")},8522:module=>{"use strict"
module.exports=require("node:zlib")},9783:(__unused_webpack___webpack_module__,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{H:()=>checkBypass,s:()=>getProxyUrl})
function getProxyUrl(reqUrl){const usingSsl="https:"===reqUrl.protocol
if(checkBypass(reqUrl))return
const proxyVar=(()=>{if(usingSsl)return process.env.https_proxy||process.env.HTTPS_PROXY
else return process.env.http_proxy||process.env.HTTP_PROXY})()
if(proxyVar)try{return new DecodedURL(proxyVar)}catch(_a){if(!proxyVar.startsWith("http://")&&!proxyVar.startsWith("https://"))return new DecodedURL(`http://${proxyVar}`)}else return}function checkBypass(reqUrl){if(!reqUrl.hostname)return!1
if(function(host){const hostLower=host.toLowerCase()
return"localhost"===hostLower||hostLower.startsWith("127.")||hostLower.startsWith("[::1]")||hostLower.startsWith("[0:0:0:0:0:0:0:1]")}(reqUrl.hostname))return!0
const noProxy=process.env.no_proxy||process.env.NO_PROXY||""
if(!noProxy)return!1
let reqPort
if(reqUrl.port)reqPort=Number(reqUrl.port)
else if("http:"===reqUrl.protocol)reqPort=80
else if("https:"===reqUrl.protocol)reqPort=443
const upperReqHosts=[reqUrl.hostname.toUpperCase()]
if("number"==typeof reqPort)upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`)
for(const upperNoProxyItem of noProxy.split(",").map(x=>x.trim().toUpperCase()).filter(x=>x))if("*"===upperNoProxyItem||upperReqHosts.some(x=>x===upperNoProxyItem||x.endsWith(`.${upperNoProxyItem}`)||upperNoProxyItem.startsWith(".")&&x.endsWith(`${upperNoProxyItem}`)))return!0
return!1}class DecodedURL extends URL{constructor(url,base){super(url,base)
this._decodedUsername=decodeURIComponent(super.username)
this._decodedPassword=decodeURIComponent(super.password)}get username(){return this._decodedUsername}get password(){return this._decodedPassword}}},7934:(__unused_webpack___webpack_module__,__webpack_exports__,__nccwpck_require__)=>{"use strict"
__nccwpck_require__.d(__webpack_exports__,{BuJ:()=>getDotPath,FsL:()=>pipe,Ikc:()=>object,L5J:()=>unknown,NpB:()=>fallback,YOg:()=>array,YjP:()=>string,aig:()=>number,cl6:()=>nullish,g1P:()=>record,hq:()=>nonEmpty,lqM:()=>optional,mee:()=>nullable,pdi:()=>transform,uRe:()=>uuid,xLC:()=>safeParse,zMY:()=>boolean})
let store$4
const DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0}
function getGlobalConfig(config$1){if(!config$1&&!store$4)return DEFAULT_CONFIG
return{lang:config$1?.lang??store$4?.lang,message:config$1?.message,abortEarly:config$1?.abortEarly??store$4?.abortEarly,abortPipeEarly:config$1?.abortPipeEarly??store$4?.abortPipeEarly}}let store$3,store$2,store$1
function getGlobalMessage(lang){return store$3?.get(lang)}function getSchemaMessage(lang){return store$2?.get(lang)}function getSpecificMessage(reference,lang){return store$1?.get(reference)?.get(lang)}function _stringify(input){const type=typeof input
if("string"===type)return`"${input}"`
if("number"===type||"bigint"===type||"boolean"===type)return`${input}`
if("object"===type||"function"===type)return(input&&Object.getPrototypeOf(input)?.constructor?.name)??"null"
return type}function _addIssue(context,label,dataset,config$1,other){const input=other&&"input"in other?other.input:dataset.value,expected=other?.expected??context.expects??null,received=other?.received??_stringify(input),issue={kind:context.kind,type:context.type,input,expected,received,message:`Invalid ${label}: ${expected?`Expected ${expected} but r`:"R"}eceived ${received}`,requirement:context.requirement,path:other?.path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.abortEarly,abortPipeEarly:config$1.abortPipeEarly},isSchema="schema"===context.kind,message$1=other?.message??context.message??getSpecificMessage(context.reference,issue.lang)??(isSchema?getSchemaMessage(issue.lang):null)??config$1.message??getGlobalMessage(issue.lang)
if(void 0!==message$1)issue.message="function"==typeof message$1?message$1(issue):message$1
if(isSchema)dataset.typed=!1
if(dataset.issues)dataset.issues.push(issue)
else dataset.issues=[issue]}function _isValidObjectKey(object$1,key){return Object.prototype.hasOwnProperty.call(object$1,key)&&"__proto__"!==key&&"prototype"!==key&&"constructor"!==key}function _standardSchema(schema){schema["~standard"]={version:1,vendor:"valibot",validate:value$1=>schema["~run"]({value:value$1},getGlobalConfig())}
return schema}function getDotPath(issue){if(issue.path){let key=""
for(const item of issue.path)if("string"==typeof item.key||"number"==typeof item.key)if(key)key+=`.${item.key}`
else key+=item.key
else return null
return key}return null}Error
const UUID_REGEX=/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu
function nonEmpty(message$1){return{kind:"validation",type:"non_empty",reference:nonEmpty,async:!1,expects:"!0",message:message$1,"~run"(dataset,config$1){if(dataset.typed&&0===dataset.value.length)_addIssue(this,"length",dataset,config$1,{received:"0"})
return dataset}}}function transform(operation){return{kind:"transformation",type:"transform",reference:transform,async:!1,operation,"~run"(dataset){dataset.value=this.operation(dataset.value)
return dataset}}}function uuid(message$1){return{kind:"validation",type:"uuid",reference:uuid,async:!1,expects:null,requirement:UUID_REGEX,message:message$1,"~run"(dataset,config$1){if(dataset.typed&&!this.requirement.test(dataset.value))_addIssue(this,"UUID",dataset,config$1)
return dataset}}}function getFallback(schema,dataset,config$1){return"function"==typeof schema.fallback?schema.fallback(dataset,config$1):schema.fallback}function fallback(schema,fallback$1){return _standardSchema({...schema,fallback:fallback$1,"~run"(dataset,config$1){const outputDataset=schema["~run"](dataset,config$1)
return outputDataset.issues?{typed:!0,value:getFallback(this,outputDataset,config$1)}:outputDataset}})}function getDefault(schema,dataset,config$1){return"function"==typeof schema.default?schema.default(dataset,config$1):schema.default}function array(item,message$1){return _standardSchema({kind:"schema",type:"array",reference:array,expects:"Array",async:!1,item,message:message$1,"~run"(dataset,config$1){const input=dataset.value
if(Array.isArray(input)){dataset.typed=!0
dataset.value=[]
for(let key=0;key<input.length;key++){const value$1=input[key],itemDataset=this.item["~run"]({value:value$1},config$1)
if(itemDataset.issues){const pathItem={type:"array",origin:"value",input,key,value:value$1}
for(const issue of itemDataset.issues){if(issue.path)issue.path.unshift(pathItem)
else issue.path=[pathItem]
dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=itemDataset.issues
if(config$1.abortEarly){dataset.typed=!1
break}}if(!itemDataset.typed)dataset.typed=!1
dataset.value.push(itemDataset.value)}}else _addIssue(this,"type",dataset,config$1)
return dataset}})}function boolean(message$1){return _standardSchema({kind:"schema",type:"boolean",reference:boolean,expects:"boolean",async:!1,message:message$1,"~run"(dataset,config$1){if("boolean"==typeof dataset.value)dataset.typed=!0
else _addIssue(this,"type",dataset,config$1)
return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:"schema",type:"nullable",reference:nullable,expects:`(${wrapped.expects} | null)`,async:!1,wrapped,default:default_,"~run"(dataset,config$1){if(null===dataset.value){if(void 0!==this.default)dataset.value=getDefault(this,dataset,config$1)
if(null===dataset.value){dataset.typed=!0
return dataset}}return this.wrapped["~run"](dataset,config$1)}})}function nullish(wrapped,default_){return _standardSchema({kind:"schema",type:"nullish",reference:nullish,expects:`(${wrapped.expects} | null | undefined)`,async:!1,wrapped,default:default_,"~run"(dataset,config$1){if(null==dataset.value){if(void 0!==this.default)dataset.value=getDefault(this,dataset,config$1)
if(null==dataset.value){dataset.typed=!0
return dataset}}return this.wrapped["~run"](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:"schema",type:"number",reference:number,expects:"number",async:!1,message:message$1,"~run"(dataset,config$1){if("number"==typeof dataset.value&&!isNaN(dataset.value))dataset.typed=!0
else _addIssue(this,"type",dataset,config$1)
return dataset}})}function object(entries$1,message$1){return _standardSchema({kind:"schema",type:"object",reference:object,expects:"Object",async:!1,entries:entries$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value
if(input&&"object"==typeof input){dataset.typed=!0
dataset.value={}
for(const key in this.entries){const valueSchema=this.entries[key]
if(key in input||("exact_optional"===valueSchema.type||"optional"===valueSchema.type||"nullish"===valueSchema.type)&&void 0!==valueSchema.default){const value$1=key in input?input[key]:getDefault(valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1)
if(valueDataset.issues){const pathItem={type:"object",origin:"value",input,key,value:value$1}
for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem)
else issue.path=[pathItem]
dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues
if(config$1.abortEarly){dataset.typed=!1
break}}if(!valueDataset.typed)dataset.typed=!1
dataset.value[key]=valueDataset.value}else if(void 0!==valueSchema.fallback)dataset.value[key]=getFallback(valueSchema)
else if("exact_optional"!==valueSchema.type&&"optional"!==valueSchema.type&&"nullish"!==valueSchema.type){_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"object",origin:"key",input,key,value:input[key]}]})
if(config$1.abortEarly)break}}}else _addIssue(this,"type",dataset,config$1)
return dataset}})}function optional(wrapped,default_){return _standardSchema({kind:"schema",type:"optional",reference:optional,expects:`(${wrapped.expects} | undefined)`,async:!1,wrapped,default:default_,"~run"(dataset,config$1){if(void 0===dataset.value){if(void 0!==this.default)dataset.value=getDefault(this,dataset,config$1)
if(void 0===dataset.value){dataset.typed=!0
return dataset}}return this.wrapped["~run"](dataset,config$1)}})}function record(key,value$1,message$1){return _standardSchema({kind:"schema",type:"record",reference:record,expects:"Object",async:!1,key,value:value$1,message:message$1,"~run"(dataset,config$1){const input=dataset.value
if(input&&"object"==typeof input){dataset.typed=!0
dataset.value={}
for(const entryKey in input)if(_isValidObjectKey(input,entryKey)){const entryValue=input[entryKey],keyDataset=this.key["~run"]({value:entryKey},config$1)
if(keyDataset.issues){const pathItem={type:"object",origin:"key",input,key:entryKey,value:entryValue}
for(const issue of keyDataset.issues){issue.path=[pathItem]
dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=keyDataset.issues
if(config$1.abortEarly){dataset.typed=!1
break}}const valueDataset=this.value["~run"]({value:entryValue},config$1)
if(valueDataset.issues){const pathItem={type:"object",origin:"value",input,key:entryKey,value:entryValue}
for(const issue of valueDataset.issues){if(issue.path)issue.path.unshift(pathItem)
else issue.path=[pathItem]
dataset.issues?.push(issue)}if(!dataset.issues)dataset.issues=valueDataset.issues
if(config$1.abortEarly){dataset.typed=!1
break}}if(!keyDataset.typed||!valueDataset.typed)dataset.typed=!1
if(keyDataset.typed)dataset.value[keyDataset.value]=valueDataset.value}}else _addIssue(this,"type",dataset,config$1)
return dataset}})}function string(message$1){return _standardSchema({kind:"schema",type:"string",reference:string,expects:"string",async:!1,message:message$1,"~run"(dataset,config$1){if("string"==typeof dataset.value)dataset.typed=!0
else _addIssue(this,"type",dataset,config$1)
return dataset}})}function unknown(){return _standardSchema({kind:"schema",type:"unknown",reference:unknown,expects:"unknown",async:!1,"~run"(dataset){dataset.typed=!0
return dataset}})}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(const item of pipe$1)if("metadata"!==item.kind){if(dataset.issues&&("schema"===item.kind||"transformation"===item.kind)){dataset.typed=!1
break}if(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)dataset=item["~run"](dataset,config$1)}return dataset}})}function safeParse(schema,input,config$1){const dataset=schema["~run"]({value:input},getGlobalConfig(config$1))
return{typed:dataset.typed,success:!dataset.issues,output:dataset.value,issues:dataset.issues}}}},__webpack_module_cache__={}
function __nccwpck_require__(moduleId){var cachedModule=__webpack_module_cache__[moduleId]
if(void 0!==cachedModule)return cachedModule.exports
var module=__webpack_module_cache__[moduleId]={exports:{}},threw=!0
try{__webpack_modules__[moduleId](module,module.exports,__nccwpck_require__)
threw=!1}finally{if(threw)delete __webpack_module_cache__[moduleId]}return module.exports}__nccwpck_require__.m=__webpack_modules__
if(1)__nccwpck_require__.ab=__dirname+"/"
__nccwpck_require__.n=module=>{var getter=module&&module.__esModule?()=>module.default:()=>module
__nccwpck_require__.d(getter,{a:getter})
return getter}
getProto=Object.getPrototypeOf?obj=>Object.getPrototypeOf(obj):obj=>obj.__proto__,__nccwpck_require__.t=function(value,mode){if(1&mode)value=this(value)
if(8&mode)return value
if("object"==typeof value&&value){if(4&mode&&value.__esModule)return value
if(16&mode&&"function"==typeof value.then)return value}var ns=Object.create(null)
__nccwpck_require__.r(ns)
var def={}
leafPrototypes=leafPrototypes||[null,getProto({}),getProto([]),getProto(getProto)]
for(var current=2&mode&&value;"object"==typeof current&&!~leafPrototypes.indexOf(current);current=getProto(current))Object.getOwnPropertyNames(current).forEach(key=>def[key]=()=>value[key])
def.default=()=>value
__nccwpck_require__.d(ns,def)
return ns}
__nccwpck_require__.d=(exports,definition)=>{for(var key in definition)if(__nccwpck_require__.o(definition,key)&&!__nccwpck_require__.o(exports,key))Object.defineProperty(exports,key,{enumerable:!0,get:definition[key]})};(()=>{__nccwpck_require__.f={}
__nccwpck_require__.e=chunkId=>Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises,key)=>{__nccwpck_require__.f[key](chunkId,promises)
return promises},[]))})()
__nccwpck_require__.u=chunkId=>chunkId+".index.js"
__nccwpck_require__.o=(obj,prop)=>Object.prototype.hasOwnProperty.call(obj,prop)
__nccwpck_require__.r=exports=>{if("undefined"!=typeof Symbol&&Symbol.toStringTag)Object.defineProperty(exports,Symbol.toStringTag,{value:"Module"})
Object.defineProperty(exports,"__esModule",{value:!0})}
installedChunks={792:1},__nccwpck_require__.f.require=(chunkId,promises)=>{if(!installedChunks[chunkId])if(1)(chunk=>{var moreModules=chunk.modules,chunkIds=chunk.ids,runtime=chunk.runtime
for(var moduleId in moreModules)if(__nccwpck_require__.o(moreModules,moduleId))__nccwpck_require__.m[moduleId]=moreModules[moduleId]
if(runtime)runtime(__nccwpck_require__)
for(var i=0;i<chunkIds.length;i++)installedChunks[chunkIds[i]]=1})(require("./"+__nccwpck_require__.u(chunkId)))
else installedChunks[chunkId]=1};(()=>{"use strict"
const external_os_namespaceObject=require("os");// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
function utils_toCommandValue(input){if(null==input)return""
else if("string"==typeof input||input instanceof String)return input
return JSON.stringify(input)}function utils_toCommandProperties(annotationProperties){if(!Object.keys(annotationProperties).length)return{}
return{title:annotationProperties.title,file:annotationProperties.file,line:annotationProperties.startLine,endLine:annotationProperties.endLine,col:annotationProperties.startColumn,endColumn:annotationProperties.endColumn}}// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js
function command_issueCommand(command,properties,message){process.stdout.write(new Command(command,properties,message).toString()+external_os_namespaceObject.EOL)}function command_issue(name,message=""){command_issueCommand(name,{},message)}class Command{constructor(command,properties,message){if(!command)command="missing.command"
this.command=command
this.properties=properties
this.message=message}toString(){let cmdStr="::"+this.command
if(this.properties&&Object.keys(this.properties).length>0){cmdStr+=" "
let first=!0
for(const key in this.properties)if(this.properties.hasOwnProperty(key)){const val=this.properties[key]
if(val){if(first)first=!1
else cmdStr+=","
cmdStr+=`${key}=${escapeProperty(val)}`}}}cmdStr+=`::${s=this.message,utils_toCommandValue(s).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}`
var s
return cmdStr}}function escapeProperty(s){return utils_toCommandValue(s).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}var HttpCodes,Headers,MediaTypes,ExitCode
!function(HttpCodes){HttpCodes[HttpCodes.OK=200]="OK"
HttpCodes[HttpCodes.MultipleChoices=300]="MultipleChoices"
HttpCodes[HttpCodes.MovedPermanently=301]="MovedPermanently"
HttpCodes[HttpCodes.ResourceMoved=302]="ResourceMoved"
HttpCodes[HttpCodes.SeeOther=303]="SeeOther"
HttpCodes[HttpCodes.NotModified=304]="NotModified"
HttpCodes[HttpCodes.UseProxy=305]="UseProxy"
HttpCodes[HttpCodes.SwitchProxy=306]="SwitchProxy"
HttpCodes[HttpCodes.TemporaryRedirect=307]="TemporaryRedirect"
HttpCodes[HttpCodes.PermanentRedirect=308]="PermanentRedirect"
HttpCodes[HttpCodes.BadRequest=400]="BadRequest"
HttpCodes[HttpCodes.Unauthorized=401]="Unauthorized"
HttpCodes[HttpCodes.PaymentRequired=402]="PaymentRequired"
HttpCodes[HttpCodes.Forbidden=403]="Forbidden"
HttpCodes[HttpCodes.NotFound=404]="NotFound"
HttpCodes[HttpCodes.MethodNotAllowed=405]="MethodNotAllowed"
HttpCodes[HttpCodes.NotAcceptable=406]="NotAcceptable"
HttpCodes[HttpCodes.ProxyAuthenticationRequired=407]="ProxyAuthenticationRequired"
HttpCodes[HttpCodes.RequestTimeout=408]="RequestTimeout"
HttpCodes[HttpCodes.Conflict=409]="Conflict"
HttpCodes[HttpCodes.Gone=410]="Gone"
HttpCodes[HttpCodes.TooManyRequests=429]="TooManyRequests"
HttpCodes[HttpCodes.InternalServerError=500]="InternalServerError"
HttpCodes[HttpCodes.NotImplemented=501]="NotImplemented"
HttpCodes[HttpCodes.BadGateway=502]="BadGateway"
HttpCodes[HttpCodes.ServiceUnavailable=503]="ServiceUnavailable"
HttpCodes[HttpCodes.GatewayTimeout=504]="GatewayTimeout"}(HttpCodes||(HttpCodes={}))
!function(Headers){Headers.Accept="accept"
Headers.ContentType="content-type"}(Headers||(Headers={}))
!function(MediaTypes){MediaTypes.ApplicationJson="application/json"}(MediaTypes||(MediaTypes={}))
Error
process
process
external_os_namespaceObject.platform(),external_os_namespaceObject.arch()
!function(ExitCode){ExitCode[ExitCode.Success=0]="Success"
ExitCode[ExitCode.Failure=1]="Failure"}(ExitCode||(ExitCode={}))
function core_setSecret(secret){command_issueCommand("add-mask",{},secret)}function getInput(name,options){const val=process.env[`INPUT_${name.replace(/ /g,"_").toUpperCase()}`]||""
if(options&&options.required&&!val)throw new Error(`Input required and not supplied: ${name}`)
if(options&&!1===options.trimWhitespace)return val
return val.trim()}function isDebug(){return"1"===process.env.RUNNER_DEBUG}function info(message){process.stdout.write(message+external_os_namespaceObject.EOL)}function getState(name){return process.env[`STATE_${name}`]||""}var time_clock=__nccwpck_require__(2839);// src/awaiting/session-board.ts
class SessionBoard{#starting=null
#watched=new Map
#toldAt=new Map
#clock
constructor(clock=time_clock.VF){this.#clock=clock}get isStarting(){return null!==this.#starting}get whenStarted(){return this.#starting??Promise.resolve()}beginStarting(){const{promise,resolve}=Promise.withResolvers()
this.#starting=promise
return()=>{this.#starting=null
resolve()}}get ids(){return[...this.#watched.keys()]}add(id,session){if(this.#watched.has(id))return
if(null!==session)this.#toldAt.set(id,this.#clock.now())
this.#watched.set(id,{id,session,wait:"waiting",isKnown:null!==session,lastError:null})}arrange(ids){const watched=ids.map(id=>this.find(id))
this.#watched.clear()
for(const one of watched)this.#watched.set(one.id,one)}keepSnapshot(id,session){if("ended"===this.find(id).wait)return
this.#toldAt.set(id,this.#clock.now())
this.#change(id,{session,isKnown:!0})}keepAnswer(id,error){this.#change(id,null===error?{lastError:null,isKnown:!0}:{lastError:error})}settle(id,asked){if("completed"===asked.kind)this.#change(id,{session:asked.value,wait:"ended",isKnown:!0,lastError:null})
else if("refused"===asked.kind)this.#change(id,{wait:"refused",lastError:{cause:asked.cause,reached:!0}})
else this.#change(id,{wait:"out-of-time",lastError:asked.lastError})}find(id){const watched=this.#watched.get(id)
if(void 0===watched)throw new Error(`session ${id} is not on the board`)
return watched}get(id){return this.#watched.get(id)?.session??null}measureAges(){const now=this.#clock.now()
return new Map(this.listRunning().flatMap(({id})=>{const toldAt=this.#toldAt.get(id)
return void 0===toldAt?[]:[[id,now-toldAt]]}))}listRunning(){return this.list().filter(({wait})=>"ended"!==wait&&"refused"!==wait)}list(){return[...this.#watched.values()]}#change(id,changes){this.#watched.set(id,{...this.find(id),...changes})}}var redact_json=__nccwpck_require__(7103),format_duration=__nccwpck_require__(775),api_error=__nccwpck_require__(408)
function parseDate(text){return Date.parse(/(GMT|UTC|Z|[+-]\d{2}:?\d{2})$/.test(text)?text:`${text} GMT`)}// src/checkly/classify-answer.ts
function classifyAnswer(exchange,reading){const{status}=exchange,{tookMs,waitMs}=reading
if(408===status)return{kind:"running",tookMs,waitMs}
const retryable={kind:"retryable",reached:!0,retryAfterMs:null,rateLimited:!1,tookMs}
if(status>=200&&status<300){const decoded=function(text,reading){let body
try{body=JSON.parse(text)}catch{return""===text?"without a body":"its body is not JSON"}return reading.decode(body)}(exchange.body,reading)
if("string"!=typeof decoded)return{kind:"completed",value:decoded}
return{...retryable,cause:`the API answered ${status}, but ${decoded}`}}const cause=function(exchange,{message}){const target=exchange.headers.location
if(null===message&&"string"==typeof target)return`the API answered ${exchange.status}, a redirect to ${target.slice(0,200)}`
return`the API answered ${exchange.status}${null===message?"":`: ${message.slice(0,500).replace(/\.$/,"")}`}`}(exchange,reading)
if(429===status||status>=500){const retryAfterMs=429===status||503===status?// src/checkly/http/retry-after.ts
function(headers,wallClockMs){const value=headers["retry-after"]
if("string"!=typeof value)return null
const text=value.trim()
if(/^\d+(\.\d+)?$/.test(text))return Math.min(1e3*Number(text),Number.MAX_SAFE_INTEGER)
const until=parseDate(text)
if(!/[a-z]{3}/i.test(text)||Number.isNaN(until))return null
const date=headers.date,serverNow="string"==typeof date?parseDate(date):Number.NaN
return Math.max(0,until-(Number.isNaN(serverNow)?wallClockMs:serverNow))}(exchange.headers,reading.wallClockMs):null
return{...retryable,cause,retryAfterMs,rateLimited:429===status}}const advice=status>=300&&status<400?"Redirects are not followed: check api-url.":reading.advise(status)
return{kind:"refused",cause:""===advice?`${cause}.`:`${cause}. ${advice}`}}// src/checkly/http/describe-failure.ts
const DNS_CODES=new Set(["ENOTFOUND","EAI_AGAIN","EAI_FAIL","EAI_NODATA","EAI_NONAME"]),CERTIFICATE_CODE=/^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/,AUTHORITY_CODE=/^(UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/,OWN_CODES=new Set(["SILENT","CUT_OFF","TOO_LARGE","UNREADABLE","GIVEN_UP"]),WORDS={ECONNREFUSED:"the connection was refused",ECONNRESET:"the connection was reset",EPIPE:"the connection was closed while sending",ETIMEDOUT:"the connection timed out",EHOSTUNREACH:"the host cannot be reached",EPROTO:"TLS failed, or is not spoken there",ENETUNREACH:"the network cannot be reached"}
var external_node_http_=__nccwpck_require__(7067),send_request=__nccwpck_require__(9591);// src/checkly/version.ts
const ADVICE={401:"The API key was not accepted: check api-key (or CHECKLY_API_KEY); it may be revoked, or of another account.",402:"The account's plan does not cover this: see the billing page in Checkly.",403:"The key may not do this: check that account-id is the account the key belongs to, and the role of its user."}
var doubt_refusals=__nccwpck_require__(2007),dist=__nccwpck_require__(7934),check_run=__nccwpck_require__(332),read_moment=__nccwpck_require__(4402)
function gatherCheckRuns(check,locations,executions,status,isOver){const places=[...new Set([...locations,...executions.map(({location})=>location)])],joins=isOver&&!("TIMED_OUT"===status||"CANCELLED"===status)&&places.length<=100&&executions.length<=1e3,gather=joinsLate=>function(locations,planned,executions,joins,joinsLate){const places=new Map(locations.map(location=>[location,{location,isPlanned:0===planned.size||planned.has(location),executions:[]}])),strays=[]
for(const execution of executions.toSorted(compareStarts)){const place=places.get(execution.location)
if(void 0===place)continue
if(!joins||place.isPlanned&&!hasFinal(place))place.executions.push(execution)
else strays.push([place,execution])}for(const[home,stray]of strays){const waiting=[home,...places.values()].filter(place=>waitsFor(place,stray,home.isPlanned));(waiting.find(place=>place===home)??waiting.toSorted(compareWaiting)[0]??home).executions.push(stray)}if(joinsLate)!function(places){for(const place of places.toSorted(compareWaiting))for(let next=findLateStart(place,places);void 0!==next;next=findLateStart(place,places)){place.executions.push(...next.executions)
next.executions=[]
next.isPlanned=!1}}([...places.values()])
return[...places.values()]}(places,new Set(locations),executions,joins,joinsLate).filter(place=>place.isPlanned||place.executions.length>0).map(place=>(0,check_run.MS)(check,place.location,place.executions,isOver?"missing":"running")),runs=gather(joins)
return"FAILED"===status&&joins&&!runs.some(({state})=>"failed"===state)?gather(!1):runs}function waitsFor({executions},stray,isStrayPlanned){const{startedAtMs}=stray
if(0===executions.length)return!1
if(null===startedAtMs||executions.some(it=>null===endOf(it)))return!isStrayPlanned&&executions.every(({isFinal})=>!isFinal)
const isBefore=it=>(endOf(it)??0)<=startedAtMs,before=executions.filter(isBefore),after=executions.filter(it=>!isBefore(it)),strayEnd=endOf(stray)??startedAtMs
return before.length>0&&before.every(({isFinal})=>!isFinal)&&after.every(it=>!stray.isFinal&&(it.startedAtMs??0)>=strayEnd)}function findLateStart(place,places){const end=lastEndOf(place)
if(null===end||hasFinal(place))return
return places.filter(({executions})=>executions.length>0&&executions.every(({startedAtMs})=>null!==startedAtMs&&startedAtMs>=end)).filter(it=>it!==place).toSorted((a,b)=>startOf(a)-startOf(b))[0]}function hasFinal({executions}){return executions.some(({isFinal})=>isFinal)}function compareStarts(a,b){return(a.startedAtMs??0)-(b.startedAtMs??0)||Number(a.isFinal)-Number(b.isFinal)}function compareWaiting(a,b){return Number(hasFinal(a))-Number(hasFinal(b))||(lastEndOf(a)??0)-(lastEndOf(b)??0)}function endOf({startedAtMs,stoppedAtMs}){return stoppedAtMs??startedAtMs}function lastEndOf({executions}){const ends=executions.map(endOf)
return ends.reduce((last,end)=>null===last||null===end?null:Math.max(last,end),ends[0]??null)}function startOf({executions}){return executions.reduce((time,it)=>Math.min(time,it.startedAtMs??time),Number.POSITIVE_INFINITY)}var lenient=__nccwpck_require__(440);// src/checkly/read-check-session.ts
const RUNNING_STATUSES=new Set(["STARTED","PROGRESS","PROGRESS_FAILED","PROGRESS_DEGRADED"]),resultSchema=dist.Ikc({checkResultId:lenient.Qq,checkResultLink:lenient.Qq,checkId:lenient.Qq,checkType:lenient.Qq,name:lenient.Qq,runLocation:lenient.Qq,resultType:lenient.oX,hasErrors:lenient.Jt,hasFailures:lenient.Jt,isDegraded:lenient.Jt,aborted:lenient.Jt,isCancelled:lenient.Jt,responseTime:lenient.cc,startedAt:lenient.oX,stoppedAt:lenient.oX}),sessionFields={checkSessionId:dist.YjP(),checkSessionLink:lenient.Qq,checkId:lenient.Qq,checkType:lenient.Qq,name:lenient.oX,status:dist.FsL(dist.YjP(),dist.hq()),startedAt:lenient.oX,stoppedAt:lenient.oX,timeElapsed:lenient.cc,runLocations:dist.NpB(dist.YOg(dist.YjP()),[]),runSource:lenient.oX},sessionSchema=dist.Ikc({...sessionFields,results:dist.YOg(resultSchema)}),triggeredSchema=dist.Ikc({sessions:dist.YOg(dist.Ikc({...sessionFields,checkSessionId:dist.FsL(dist.YjP(),dist.uRe()),results:dist.lqM(dist.YOg(resultSchema),[])}))})
function readCheckSession(body,id){const parsed=dist.xLC(sessionSchema,body)
if(!parsed.success)return(0,api_error._)(parsed.issues[0])
if(parsed.output.checkSessionId.toLowerCase()!==id.toLowerCase())return`the answer is about another session, ${parsed.output.checkSessionId.slice(0,80)}`
return buildSession(parsed.output,body)}function readTriggeredCheckSessions(body){const parsed=dist.xLC(triggeredSchema,body)
if(!parsed.success)return(0,api_error._)(parsed.issues[0])
const raws=body.sessions
return parsed.output.sessions.map((session,index)=>buildSession(session,raws[index]??{}))}function buildSession(session,raw){const isOver=!RUNNING_STATUSES.has(session.status),named=session.name?.trim()||session.results.find(({name})=>""!==name)?.name,check={id:session.checkId.toLowerCase(),name:named??"",type:session.checkType},{results,startedAt,stoppedAt,timeElapsed}=session,done=results.filter(it=>isOver||null!==it.resultType||null!==it.stoppedAt),finalPlaces=new Set(done.filter(isTypedFinal).map(({runLocation})=>runLocation)),attempts=done.map(it=>{return result=it,isFinal=(it=>isTypedFinal(it)||"ATTEMPT"!==it.resultType&&!finalPlaces.has(it.runLocation))(it),{id:result.checkResultId,link:result.checkResultLink,location:result.runLocation,...(0,check_run.vO)(result),isFinal,responseTimeMs:result.responseTime,startedAtMs:(0,read_moment.T)(result.startedAt),stoppedAtMs:(0,read_moment.T)(result.stoppedAt),errorGroupIds:[]}
var result,isFinal}),startedAtMs=(0,read_moment.T)(startedAt),stoppedAtMs=(0,read_moment.T)(stoppedAt),isTimed=null!==startedAtMs&&null!==stoppedAtMs&&stoppedAtMs>=startedAtMs,toldMs=null!==timeElapsed&&timeElapsed>0?timeElapsed:null
return{kind:"check",id:session.checkSessionId.toLowerCase(),name:check.name,link:session.checkSessionLink,check,status:session.status,isOver,owes:"",runs:gatherCheckRuns(check,session.runLocations,attempts,session.status,isOver),source:session.runSource,startedAtMs,stoppedAtMs,elapsedMs:isTimed?stoppedAtMs-startedAtMs:toldMs,raw}}function isTypedFinal({resultType}){return"FINAL"===resultType}var sessions_api=__nccwpck_require__(5491);// src/checkly/check-sessions.ts
const check_sessions_ADVICE={400:"Check check-session-id and account-id.",404:"No such check session in this account: check check-session-id, and that account-id and api-key belong to the account that ran it."},START_ADVICE={400:"Check the values of check-id or tags.",404:"The API itself did not say that nothing matched: check api-url."}
function createCheckSessionsApi(api){async function read(call){return(await api.call({...call,advice:check_sessions_ADVICE})).answer}const doubt=(0,doubt_refusals.Y)()
return{kind:"check",poll:(id,waitSeconds,limit)=>(0,sessions_api.mO)(api,doubt,id,`/v2/check-sessions/${id}/completion`,waitSeconds,limit,body=>readCheckSession(body,id),check_sessions_ADVICE),read:async(id,limit,purpose)=>{const path=`/v2/check-sessions/${id}`,answer=await read((0,sessions_api.q4)(purpose,path,limit,body=>readCheckSession(body,id)))
if("completed"===answer.kind)doubt.noteRead(id)
return answer},async start({target,refreshCache},limit){const called=await api.call({purpose:"start",limit,prepare:()=>({path:"/v2/check-sessions/trigger",body:{target:(0,sessions_api.vN)(target),refreshCache},overallMs:sessions_api.uq}),decode:readTriggeredCheckSessions,advice:START_ADVICE}),{answer,status,error}=called
if(404===status&&404===error?.statusCode)return async function(api,limit){const{readPublicLocations}=await __nccwpck_require__.e(247).then(__nccwpck_require__.bind(__nccwpck_require__,4247))
if(null!==await readPublicLocations(api,limit))return{kind:"completed",value:[]}
return{kind:"refused",cause:"the API answered 404: no check matched, or api-url is wrong; to tell, the locations were asked for, and could not be read. Check api-url, then tags or check-id."}}(api,limit)
for(const{id}of"completed"===answer.kind?answer.value:[])doubt.noteStart(id)
const lost=(0,sessions_api.Qd)(called)
return null===lost?answer:{kind:"refused",cause:`${lost}. Sessions may have been started all the same, so the request is not sent again: see Checkly.`}},cancel:(id,limit)=>(0,sessions_api.B_)(api,`/v1/check-sessions/${id}/cancel`,limit,check_sessions_ADVICE),readResult:({checkId,resultId},limit)=>{const path=`/v1/check-results/${encodeURIComponent(checkId)}/${encodeURIComponent(resultId)}`
return read((0,sessions_api.q4)("details",path,limit,body=>({body})))}}}// src/checkly/checkly-client.ts
function createChecklyClient(options,wrap){const api=wrap(function(options){const{apiUrl,redact}=options,opening=// src/checkly/http/open-connections.ts
async function(apiUrl){if("https:"!==apiUrl.protocol)return{agent:new external_node_http_.Agent({keepAlive:!0,maxSockets:send_request.on}),request:external_node_http_.request}
const{openTlsConnections}=await __nccwpck_require__.e(462).then(__nccwpck_require__.bind(__nccwpck_require__,3462))
return openTlsConnections(apiUrl)}(apiUrl)
opening.catch(()=>{})
const base=apiUrl.href.replace(/\/$/,""),headers={accept:"application/json","accept-encoding":"identity",authorization:`Bearer ${options.apiKey}`,"user-agent":"checkly-gate/1.0.0"}
if(null!==options.accountId)headers["x-checkly-account"]=options.accountId
let agent=null,wasReached=!1,serverOffsetMs=0
return{async call(call){const request=call.prepare(),askedAt=performance.now(),traceEnd=end=>{const method=void 0===request.body?"GET":"POST"
options.trace?.(`${method} ${request.path}: ${end} after ${(0,format_duration.a)(performance.now()-askedAt)}`)}
let exchanged
try{exchanged=await async function(request,purpose,signal){const{path,body,overallMs}=request,isRepeatable="start"!==purpose,connections=await opening
agent=connections.agent
const answered=await(0,send_request.w$)({method:void 0===body?"GET":"POST",url:new URL(base+path),headers:isRepeatable?headers:{...headers,connection:"close"},...void 0===body?{}:{body:JSON.stringify(body)},...connections,overallMs,maxBodyBytes:16777216,signal}),{location}=answered.headers
return{...answered,body:(0,redact_json.K)(answered.body,redact),headers:void 0===location?answered.headers:{...answered.headers,location:redact(location)}}}(request,call.purpose,call.limit.signal)
wasReached=!0
traceEnd(`${exchanged.status}, ${exchanged.body.length} characters`)}catch(error){if(!(error instanceof send_request.e6))throw error
traceEnd(`${error.code}, ${error.message}`)
const{cause,final}=function(failure,host){const{code,message}=failure,proxyStatus=/^PROXY_(\d{3})$/.exec(code)?.[1]
if(void 0!==proxyStatus)return{cause:`the proxy answered ${proxyStatus} when asked for ${host} (see https_proxy and no_proxy)`,final:proxyStatus.startsWith("4")&&"408"!==proxyStatus&&"429"!==proxyStatus}
if("PROXY_UNREACHABLE"===code)return{cause:`the proxy cannot be reached (${message}; see https_proxy)`,final:!1}
if("PROXY_UNUSABLE"===code)return{cause:message,final:!0}
if(CERTIFICATE_CODE.test(code)){const advice=AUTHORITY_CODE.test(code)?". If your network has a certificate authority of its own, set NODE_EXTRA_CA_CERTS to its PEM file, or NODE_USE_SYSTEM_CA=1 to trust what the machine trusts, as environment variables of the job":""
return{cause:`the certificate of ${host} is not trusted (${code}: ${message.split("; if the root CA is installed locally",1)[0]??""})${advice}`,final:!0}}if(DNS_CODES.has(code))return{cause:`DNS: the host name of ${host} does not resolve (${code})`,final:!1}
const words=WORDS[code]
if(void 0!==words)return{cause:`${words} (${code}, ${host})`,final:!1}
return{cause:OWN_CODES.has(code)?message:`${message} (${code})`,final:!1}}(error,apiUrl.host),tookMs=performance.now()-askedAt
return{answer:final&&!wasReached?{kind:"refused",cause:`${cause}.`}:{kind:"retryable",cause,reached:!1,retryAfterMs:null,rateLimited:!1,tookMs},status:null,error:null,sent:error.sent,tookMs,serverTimeMs:null}}const tookMs=performance.now()-askedAt,serverTimeMs=function({date}){const timeMs=Date.parse(date??"")
return Number.isNaN(timeMs)?null:timeMs}(exchanged.headers)
if(null!==serverTimeMs)serverOffsetMs=serverTimeMs-time_clock.Xb.now()
const error=exchanged.status<300?null:(0,api_error.t)(exchanged.body)
return{answer:classifyAnswer(exchanged,{decode:call.decode,message:error?.message??null,advise:status=>call.advice?.[status]??ADVICE[status]??"",wallClockMs:time_clock.Xb.now(),tookMs,waitMs:request.waitMs??0}),status:exchanged.status,error,sent:!0,tookMs,serverTimeMs}},get serverOffsetMs(){return serverOffsetMs},close:()=>{agent?.destroy()}}}(options))
return{checkSessions:createCheckSessionsApi(api),loadTestSessions:async()=>(await __nccwpck_require__.e(844).then(__nccwpck_require__.bind(__nccwpck_require__,7844))).createTestSessionsApi(api),readPrivateLocations:async limit=>(await __nccwpck_require__.e(247).then(__nccwpck_require__.bind(__nccwpck_require__,4247))).readPrivateLocations(api,limit),history:{readCheck:async(checkId,beforeMs,limit)=>(await __nccwpck_require__.e(774).then(__nccwpck_require__.bind(__nccwpck_require__,7774))).readCheckHistory(api,checkId,beforeMs,limit),readErrorGroup:async(id,limit)=>(await __nccwpck_require__.e(310).then(__nccwpck_require__.bind(__nccwpck_require__,1310))).readTestErrorGroup(api,id,limit)},get serverOffsetMs(){return api.serverOffsetMs},close:()=>api.close()}}// src/checkly/rate-limit/limit-rate.ts
function limitRate(caller,limiter){return{async call(call){const{purpose,limit}=call,turn=await limiter.takeTurn(purpose,limit)
if(null===turn)return{answer:{kind:"no-turn"},status:null,error:null,sent:!1,tookMs:0,serverTimeMs:null}
const result=await caller.call(call)
limiter.report(turn,function({answer,sent},isGivenUp){if("completed"===answer.kind)return{kind:"result"}
if("retryable"!==answer.kind)return{kind:"answer"}
if(answer.rateLimited)return{kind:"refusal",retryAfterMs:answer.retryAfterMs}
return isGivenUp?{kind:"given-up"}:{kind:"failure",wasSent:sent}}(result,limit.signal.aborted))
const{answer}=result
if("retryable"!==answer.kind||!answer.rateLimited)return result
return{...result,answer:{...answer,retryAfterMs:limiter.getPauseMs(purpose)}}},get serverOffsetMs(){return caller.serverOffsetMs},close:()=>caller.close()}}var time_backoff=__nccwpck_require__(1909)
class CrowdPace{#tokens=Number.POSITIVE_INFINITY
#filledAt=0
begin(now){if(Number.isFinite(this.#tokens))return
this.#tokens=40
this.#filledAt=now}nextAt(now){this.#fill(now)
return this.#tokens>=1?now:now+(1-this.#tokens)/6*1e3}takeTurn(){this.#tokens-=1}giveBack(){this.#add(1)}#fill(now){if(now<=this.#filledAt)return
this.#add((now-this.#filledAt)/1e3*6)
this.#filledAt=now}#add(turns){this.#tokens=Math.max(this.#tokens,Math.min(40,this.#tokens+turns))}}class RequestWindow{#sent=[]
count(now){for(;(this.#sent[0]??Number.POSITIVE_INFINITY)<=now-61e3;)this.#sent.shift()
return this.#sent.length}record(now){this.#sent.push(now)}takeBack(sentAt){const index=this.#sent.lastIndexOf(sentAt)
if(-1!==index)this.#sent.splice(index,1)}forget(){this.#sent.length=0}roomAt(now,most){const count=this.count(now)
return count<most?now:(this.#sent[count-most]??now)+61e3}evenAt(now,sessions,most){const count=this.count(now),left=most-count,[oldest]=this.#sent,last=this.#sent.at(-1)
if(count<Math.max(400,sessions+60)||left<=0||void 0===oldest||void 0===last)return now
return Math.max(now,(last*left+oldest+61e3)/(left+1))}}class SlowStart{#unsure=[]
#most=25
nextAt(now){const taken=this.#unsure.filter(sentAt=>sentAt<=now-100).length
this.#unsure.splice(0,taken)
this.#grow(taken)
return this.#unsure.length<this.#most?now:(this.#unsure[0]??now)+100}takeTurn(sentAt){this.#unsure.push(sentAt)}report(sentAt,wasTaken){const index=this.#unsure.indexOf(sentAt)
if(-1===index)return
this.#unsure.splice(index,1)
if(wasTaken)this.#grow(1)
else this.#most=25}#grow(taken){this.#most=Math.min(100,this.#most+taken)}}class AccountLimit{#window=new RequestWindow
#slowStart=new SlowStart
#crowdPace=new CrowdPace
#sessions=0
expectPolls(count,now){this.#sessions=Math.max(this.#sessions,count)
if(count>500)this.#crowdPace.begin(now)}roomAt(now,isAfterVerdict){return this.#window.roomAt(now,isAfterVerdict?595:570)}nextPollAt(now){const evenAt=this.#sessions>500?now:this.#window.evenAt(now,this.#sessions,570)
return Math.max(evenAt,this.#crowdPace.nextAt(now),this.#slowStart.nextAt(now))}isBusy(now){return Math.max(this.#sessions,this.#window.count(now))>285}takeTurn(now,isPoll){this.#window.record(now)
if(!isPoll)return
this.#crowdPace.takeTurn()
this.#slowStart.takeTurn(now)}reportPoll(sentAt,isAnswered,isResult){this.#slowStart.report(sentAt,isAnswered)
if(isResult)this.#crowdPace.giveBack()}takeBack(sentAt){this.#window.takeBack(sentAt)}forget(){this.#window.forget()}}// src/checkly/rate-limit/purposes.ts
const DECIDES={rank:0,looksLast:!0,isAfterVerdict:!1,givesWay:!1},STANDINGS={poll:DECIDES,watch:DECIDES,start:{...DECIDES,looksLast:!1},lookup:{...DECIDES,looksLast:!1},cancel:{rank:1,looksLast:!1,isAfterVerdict:!0,givesWay:!1},snapshot:{rank:3,looksLast:!1,isAfterVerdict:!1,givesWay:!0}},TELLS={rank:2,looksLast:!1,isAfterVerdict:!0,givesWay:!1}
class CircuitBreaker{#random
#failed=[]
#isOpen=!1
#openedAfter=0
#lastTurn=0
#pauseMs=500
#nextAt=0
#probes=0
#mostProbes=1
#probedAt=0
constructor(random){this.#random=random}get isOpen(){return this.#isOpen}nextAt(now){if(!this.#isOpen)return now
const at=this.#probes<this.#mostProbes?this.#nextAt:this.#probedAt+1e3
return Math.max(now,at)}takeTurn({serial,sentAt}){this.#lastTurn=serial
if(!this.#isOpen)return
if(this.#probes>=this.#mostProbes)this.#mostProbes*=2
this.#probes+=1
this.#probedAt=sentAt}reportAnswer(turn){this.#failed=[]
if(this.#isProbe(turn))this.#isOpen=!1}reportNothing(turn){if(this.#isProbe(turn))this.#probes-=1}reportFailure(turn,now){if(this.#isProbe(turn)){this.#probes-=1
this.#pauseMs=Math.min(2e3,2*this.#pauseMs)}else{if(this.#isOpen)return
this.#failed=this.#failed.filter(at=>at>now-1e3)
this.#failed.push(now)
if(this.#failed.length<5)return
this.#isOpen=!0
this.#openedAfter=this.#lastTurn
this.#probes=0
this.#pauseMs=500}this.#mostProbes=1
this.#nextAt=now+this.#pauseMs*(.5+.5*this.#random())}#isProbe({serial}){return this.#isOpen&&serial>this.#openedAfter}}// src/checkly/rate-limit/send-rate.ts
const NEAR=[.6,1.1]
class SendRate{#perSecond=Number.POSITIVE_INFINITY
#refusedPerSecond=Number.POSITIVE_INFINITY
#nextAt=Number.NEGATIVE_INFINITY
#isTried=!1
#countedFrom=null
#taken=0
get nextAt(){return this.#nextAt}takeTurn(sentAt){this.#countedFrom??=sentAt
this.#taken+=1
if(this.#isTried)this.#grow()
this.#isTried=!0
this.#nextAt=Math.max(this.#nextAt,sentAt-200)+1e3/this.#perSecond}takeBack(sentAt){if(null!==this.#countedFrom&&sentAt>=this.#countedFrom)this.#taken-=1}slowDown(){this.#refusedPerSecond=this.#perSecond
this.#perSecond=Math.max(.7,.8*this.#perSecond)
this.#isTried=!1}goOn(sentAt,wasPaused){if(wasPaused||!Number.isFinite(this.#perSecond)){const measured=this.#taken/Math.max(1,(sentAt-(this.#countedFrom??sentAt))/1e3),most=Math.min(25,Math.max(2,3*measured))
this.#perSecond=Math.min(25,Math.max(.7,measured,Math.min(most,this.#perSecond)))
this.#countedFrom=sentAt
this.#taken=0}this.#taken+=1
this.#nextAt=sentAt+1e3/this.#perSecond}#grow(){if(!Number.isFinite(this.#perSecond))return
const near=this.#perSecond/this.#refusedPerSecond,growth=this.#perSecond*(near>NEAR[0]&&near<NEAR[1]?.03:.25)
this.#perSecond=Math.min(25,this.#perSecond+Math.min(growth,1/this.#perSecond))}}class RouteThrottle{#random
#rate=new SendRate
#refusedUntil=Number.NEGATIVE_INFINITY
#pausedUntil=Number.NEGATIVE_INFINITY
#jitterMs=0
#refusals=0
#lastTurn=0
#refusedAfter=0
#probe=null
#refusingMs=1e3
constructor(random){this.#random=random}get refusedUntil(){return this.#refusedUntil}nextAt(now){if(now<this.#pausedUntil)return this.#pausedUntil
const isProbed=null!==this.#probe&&"next"!==this.#probe
return Math.max(now,this.#rate.nextAt,isProbed?this.#probe.sentAt+this.#refusingMs:now)}pauseUntil(at){this.#refusedUntil=Math.max(this.#refusedUntil,at)
this.#pausedUntil=Math.max(this.#pausedUntil,at)
this.#probe="next"}goCarefully(){this.#probe??="next"}takeTurn(turn){this.#lastTurn=turn.serial
if("next"===this.#probe){this.#probe=turn
return}if(null!==this.#probe)this.#accept(this.#probe)
this.#refusals=Math.max(0,this.#refusals-1)
this.#rate.takeTurn(turn.sentAt)}reportTaken(turn){if(turn===this.#probe)this.#accept(turn)}reportRefusal(turn,retryAfterMs,now){const isProbe=turn===this.#probe
if(!isProbe)this.#rate.takeBack(turn.sentAt)
const toldMs=null!==retryAfterMs&&retryAfterMs>=1e3?retryAfterMs:null
if(turn.serial<=this.#refusedAfter){if(null!==toldMs)this.#refusedUntil=Math.min(this.#refusedUntil,now+toldMs+this.#jitterMs)
if(now<this.#pausedUntil)this.#pausedUntil=this.#refusedUntil
return}const ownMs=Math.min(8e3,1e3*2**this.#refusals)*(.75+.5*this.#random()),isBelieved=null!==toldMs&&(this.#refusals<3||toldMs>ownMs)
this.#jitterMs=isBelieved?this.#random()*Math.min(3e3,.1*toldMs):0
this.#refusedUntil=Math.max(this.#refusedUntil,now+(isBelieved?toldMs:ownMs)+this.#jitterMs)
this.#refusedAfter=this.#lastTurn
this.#refusingMs=Math.min(1e3,2*(now-turn.sentAt)+100)
this.#probe="next"
this.#refusals+=1
if(isProbe)this.#pausedUntil=this.#refusedUntil
else this.#rate.slowDown()}#accept({sentAt}){const wasPaused=this.#pausedUntil>Number.NEGATIVE_INFINITY
this.#probe=null
this.#refusals=Math.max(0,this.#refusals-1)
this.#pausedUntil=Number.NEGATIVE_INFINITY
if(this.#refusedAfter>0)this.#rate.goOn(sentAt,wasPaused)}}// src/checkly/rate-limit/route.ts
class Route{purpose
standing
throttle
breaker
isPoll
waiting=new Set
onTheWay=0
constructor(purpose,standing,random){this.purpose=purpose
this.standing=standing
this.isPoll=0===standing.rank
this.throttle=new RouteThrottle(random)
this.breaker=new CircuitBreaker(random)}}// src/checkly/rate-limit/wake-up.ts
class WakeUp{#timing
#wake
#next=null
constructor(timing,wake){this.#timing=timing
this.#wake=wake}ask(at){if(null!==this.#next&&this.#next.at<=at)return
this.#next?.cancel.abort()
const next={at,cancel:new AbortController}
this.#next=next
const ms=Math.ceil(at-this.#timing.clock.now());(ms>0?this.#timing.sleep(ms,next.cancel.signal):new Promise(resolve=>setImmediate(resolve))).then(()=>{if(this.#next!==next)return
this.#next=null
this.#wake()})}}class RateLimiter{#timing
#random
#account=new AccountLimit
#wakeUp
#routes=[]
#lastSerial=0
#refusedAt=Number.NEGATIVE_INFINITY
#pausedUntil=Number.NEGATIVE_INFINITY
constructor(timing,random){this.#timing=timing
this.#random=random
this.#wakeUp=new WakeUp(timing,()=>this.#giveTurns())}takeTurn(purpose,limit){if(limit.signal.aborted)return Promise.resolve(null)
return new Promise(resolve=>{const route=this.#findRoute(purpose),leave=()=>call.settle(null),call={limit,settle:turn=>{route.waiting.delete(call)
limit.signal.removeEventListener("abort",leave)
resolve(turn)}}
route.waiting.add(call)
limit.signal.addEventListener("abort",leave)
this.#wakeUp.ask(this.#timing.clock.now())})}report(turn,outcome){const now=this.#timing.clock.now(),route=this.#findRoute(turn.purpose),isResult="result"===outcome.kind
route.onTheWay-=1
if(route.isPoll)this.#account.reportPoll(turn.sentAt,isResult||"answer"===outcome.kind,isResult)
if("failure"===outcome.kind){if(!outcome.wasSent)this.#account.takeBack(turn.sentAt)
route.breaker.reportFailure(turn,now)}else if("given-up"===outcome.kind)route.breaker.reportNothing(turn)
else route.breaker.reportAnswer(turn)
if("refusal"===outcome.kind)this.#learnFromRefusal(route,turn,outcome.retryAfterMs,now)
else route.throttle.reportTaken(turn)
this.#wakeUp.ask(now)}getPauseMs(purpose){return Math.max(0,this.#findRoute(purpose).throttle.refusedUntil-this.#timing.clock.now())}#learnFromRefusal(route,turn,retryAfterMs,now){this.#refusedAt=now
this.#account.takeBack(turn.sentAt)
if(null!==retryAfterMs&&!route.standing.givesWay)this.#account.forget()
route.throttle.reportRefusal(turn,retryAfterMs,now)
const others=this.#routes.filter(other=>other!==route),paused=others.find(({throttle})=>throttle.refusedUntil>now)
if(void 0!==paused){this.#pausedUntil=Math.min(route.throttle.refusedUntil,paused.throttle.refusedUntil)
for(const{throttle}of this.#routes)throttle.pauseUntil(this.#pausedUntil)
return}for(const other of others)if(goesBefore(route,other))other.throttle.goCarefully()}#giveTurns(){const now=this.#timing.clock.now(),polls=this.#routes.map(({isPoll,waiting,onTheWay})=>isPoll?waiting.size+onTheWay:0)
this.#account.expectPolls(polls.reduce((sum,count)=>sum+count,0),now)
let given=0,nextAt=Number.POSITIVE_INFINITY
for(const route of this.#routes){this.#dismissHopeless(route,now)
for(const call of route.waiting){const at=given<25?this.#findTurn(route,call,now):now+10
if(at>now){nextAt=Math.min(nextAt,at)
break}given+=1
this.#giveTurn(route,call,now)}}if(nextAt<Number.POSITIVE_INFINITY)this.#wakeUp.ask(nextAt)}#giveTurn(route,call,now){this.#lastSerial+=1
const turn={serial:this.#lastSerial,purpose:route.purpose,sentAt:now}
this.#account.takeTurn(now,route.isPoll)
route.throttle.takeTurn(turn)
route.breaker.takeTurn(turn)
route.onTheWay+=1
call.settle(turn)}#findTurn({isPoll,standing,throttle,breaker},{limit},now){const roomAt=this.#account.roomAt(now,standing.isAfterVerdict),pollAt=isPoll?this.#account.nextPollAt(now):now,pacedAt=Math.max(throttle.nextAt(now),breaker.nextAt(now),pollAt),lastLookAt=standing.looksLast?Math.max(now,limit.endsAt-time_backoff.WP):pacedAt
return Math.max(roomAt,Math.min(pacedAt,lastLookAt))}#dismissHopeless(route,now){const{looksLast,givesWay}=route.standing
if(looksLast)return
const isUnwanted=givesWay&&this.#isBusy(now)
for(const call of route.waiting)if(isUnwanted||this.#findTurn(route,call,now)>=call.limit.endsAt)call.settle(null)}#isBusy(now){return this.#routes.some(({breaker})=>breaker.isOpen)||now<this.#refusedAt+6e4||this.#account.isBusy(now)}#findRoute(purpose){const found=this.#routes.find(route=>route.purpose===purpose)
if(void 0!==found)return found
const route=new Route(purpose,function(purpose){return STANDINGS[purpose]??TELLS}(purpose),this.#random),now=this.#timing.clock.now()
if(this.#pausedUntil>now)route.throttle.pauseUntil(this.#pausedUntil)
for(const other of this.#routes)if(other.throttle.refusedUntil>now&&goesBefore(other,route))route.throttle.goCarefully()
this.#routes=[...this.#routes,route].sort((a,b)=>a.standing.rank-b.standing.rank)
return route}}function goesBefore(one,other){return one.standing.rank<other.standing.rank}var parse_values=__nccwpck_require__(7393),command_file=__nccwpck_require__(8738)
function rememberUnfinished(sessionType,ids){const state=new Map([["unfinished-ids",ids.slice(0,800).join(" ")]])
if("test"===sessionType)state.set("session-type","test")
!function(values){try{(0,command_file.U)(process.env.GITHUB_STATE,values)}catch{}}(state)
return Math.max(0,ids.length-800)}var words=__nccwpck_require__(830);// src/cancelling/cancel-sessions.ts
const CANCEL_NOTE="Only Playwright check suites stop; other checks run to their end."
async function cancelSession(id,cancel,limit,listener){for(let failures=0;;){const answer=await cancel(id,limit)
if("completed"===answer.kind){listener.onCancelled(id)
return!0}if("no-turn"===answer.kind||limit.signal.aborted){listener.onSkipped(id,"no time was left")
return!1}if("retryable"!==answer.kind){listener.onSkipped(id,"running"===answer.kind?"the API answered 408":answer.cause)
return!0}if(!answer.rateLimited)failures+=1
if(failures>1){listener.onSkipped(id,answer.cause)
return!1}}}var failure_knowledge=__nccwpck_require__(9238)
function isReadRegularly(total){return total<=10}var describe_failures=__nccwpck_require__(2237),publish_outputs=__nccwpck_require__(4986),describe_verdict=__nccwpck_require__(748)
function findChoice(selection){const{kind,sessionType}=selection
if("await"===kind)return{input:`${sessionType}-session-id`,values:selection.sessionIds,sessionType}
return selection.tags.length>0?{input:"tags",values:selection.tags.map(line=>line.join(", ")),sessionType}:{input:"check-id",values:selection.checkIds,sessionType}}var ask_until_answered=__nccwpck_require__(4319)
function hasFailed({runs}){return runs.some(({final})=>"failed"===final?.state)}var judge_run=__nccwpck_require__(1018)
function describeTime(goneMs,leftMs){return`${(0,format_duration.a)(goneMs)} gone, ${(0,format_duration.a)(Math.max(0,leftMs))} left`}function describePause(pauseMs){return Math.round(pauseMs)<1?"trying again":`trying again in ${(0,format_duration.a)(pauseMs)}`}function nameSession(session,hasOthers){if(null===session||""===session.name)return""
const place=null===session.check&&hasOthers?session.runs[0]?.location:void 0
return void 0===place?session.name:`${session.name} in ${place}`}function describeMany(counts,running,goneMs,leftMs){const failed=counts.failed>0?`, ${counts.failed} failed`:"",unknown=counts.unknown>0?`, ${counts.unknown} without a verdict`:"",named=running.filter(name=>null!==name),rest=running.length>named.length?` and ${running.length-named.length} more`:"",names=named.length>0&&running.length<=5?`; still running: ${named.join(", ")}${rest}`:""
return`${counts.finished} of ${counts.total} finished${failed}${unknown}, ${describeTime(goneMs,leftMs)}${names}`}var judge_sessions=__nccwpck_require__(4498)
function describeTarget(checkIds,tags){const filters=tags.map(line=>`"${line.join(", ")}"`).join(" or ").slice(0,1e3),ids=0===checkIds.length?"":`check-id ${checkIds.join(", ")}`
return(0,words.tI)([""===filters?"":`tags ${filters}`,ids]," and ")}function explain(asked){if("refused"===asked.kind)return asked.cause
return`${asked.lastError?.cause??"the time was up before it could be sent"}.`}var name_invisible=__nccwpck_require__(9878),neutralise_text=__nccwpck_require__(5261);// src/inputs/input-defaults.ts
const INPUT_DEFAULTS={"api-key":"","account-id":"","check-session-id":"","test-session-id":"","check-id":"",tags:"","session-type":"",location:"","private-location":"",env:"","secret-env":"","env-file":"","environment-url":"","test-session-name":"",environment:"",retries:"","allow-deactivated":"false","refresh-cache":"false","fail-on-no-matching":"true",detach:"false",timeout:"600","max-wait-seconds":"30","started-after":"","passing-statuses":"PASSED","fail-fast":"false","cancel-unfinished":"false","job-summary":"always",annotations:"true","failure-details":"true","report-dir":"","api-url":"https://api.checklyhq.com"}
var quote_odd=__nccwpck_require__(9061),unusable_value=__nccwpck_require__(1442);// src/inputs/parse-tags.ts
const STEP_KEYS=["tag","name","uses","with","run","id","if","continue-on-error","timeout-minutes"],LINE_RULES=[[/^\[.*\]$|^[[\]{}],?$|^\{/,"is a list or object of JSON or YAML, which is not read: write the tags without brackets and quotes, separated by commas where all must match, on a line each where one is enough"],[/^[-*+\u2022](?:\s|$)/,"begins with the dash of a list, which would be a part of the tag: leave it out, each line is a filter"],[/^(?:---|\.\.\.)(?:\s|$)/,"marks a YAML document: leave it out"],[/^[|>][-+\d]*(?:\s|$)/,'is the sign of a YAML block, which belongs behind "tags:": leave it out here']],TAG_RULES=[[/^#$|^#.*\s|\s#/,'has a comment, which would be a part of the tag, since the text of an input has no comments: put it above "tags:"'],[/^["'`\u201c\u201d\u201e\u2018\u2019\xab]|["\u201c\u201d\u201e\xbb]$/,"has quotes, which would be a part of the tag: leave them out"],[/\$\{\{|\}\}/,"has an expression that was not replaced: GitHub replaces those only in the text of a workflow"],[/^\$(?:\w+|\{\w*\})$/,"has a variable, which no shell replaces here: write ${{ env.NAME }} or ${{ vars.NAME }}"],[/^(?:Array|Object|null|undefined)$/,"is what an expression gives that is no text: make text of an array with join(fromJSON(\u2026), ',')"],[/\t/,"has a tab inside a tag: separate tags by commas"],[/&&|\|\|/,"joins tags by an operator: write a comma where all must match, a line each where one is enough"]]
function parseTags(text){return text.split(/\r\n|[\r\n]/).flatMap((line,index)=>{if(""===line.trim())return[]
const fault=function(line){const invisible=(0,name_invisible.R)(line.trim())
if(""!==invisible)return`contains an invisible character, ${invisible}: write it anew`
const key=/^([\w-]+):(?:\s|$)/.exec(line.trim())?.[1]?.toLowerCase()??""
if(key in INPUT_DEFAULTS||STEP_KEYS.includes(key))return`is inside the text of tags, and not the key "${key}" of the step: write it as far to the left as "tags:"`
return matchRules(LINE_RULES,line.trim())||splitLine(line).map(findTagFault).find(Boolean)||""}(line)
if(""===fault)return[splitLine(line)]
throw new unusable_value.D(`one filter a line, its tags separated by commas (line ${index+1}: ${(0,quote_odd.U)(line.trim(),"it")} ${fault})`)})}function splitLine(line){return line.split(",").map(tag=>tag.trim())}function findTagFault(tag){const name=tag.startsWith("!")?tag.slice(1):tag
if(""===name.trim())return"has an empty tag, which would start more checks than meant"
if(/^[\s!]/.test(name))return'has a tag that does not follow directly behind one "!"'
return matchRules(TAG_RULES,name)}function matchRules(rules,text){return rules.find(([pattern])=>pattern.test(text))?.[1]??""}// src/inputs/choose-selection.ts
const CHOOSING=["check-session-id","test-session-id","check-id","tags"],START_ONLY=[["detach","false"],["refresh-cache","false"],["fail-on-no-matching","true"]],TEST_ONLY=["location","private-location","env","secret-env","env-file","environment-url","test-session-name","environment","retries","allow-deactivated"],loadTestStart=()=>__nccwpck_require__.e(998).then(__nccwpck_require__.bind(__nccwpck_require__,3998))
function refuseTestOnly(reader,allowed,chosen){const odd=TEST_ONLY.filter(name=>reader.isGiven(name)&&!allowed.includes(name))
if(0===odd.length)return
const what=`${1===odd.length?"Input":"Inputs"} ${joinNames(odd)}: for test sessions that the step starts`
reader.refuse(`${what}; ${null===chosen?"give session-type: test as well, or leave out what check sessions do not have":`sessions given by ${chosen} run already`}.`)}function joinNames(names){return`${names.slice(0,-1).join(", ")}${names.length>1?" and ":""}${names.at(-1)??""}`}var input_error=__nccwpck_require__(2598);// src/inputs/input-reader.ts
const FALLBACKS={"api-key":"CHECKLY_API_KEY","account-id":"CHECKLY_ACCOUNT_ID"},HIDDEN=new Set(["api-key","account-id","env","secret-env"]),ONE_LINE=new Set(["env-file","environment","test-session-name"]),ADDRESSES=new Set(["api-url","environment-url"])
function createInputReader(get,env){const problems=[]
function text(name){const fallback=FALLBACKS[name]
return get(name).trim()||(void 0===fallback?"":(env[fallback]??"").trim())||INPUT_DEFAULTS[name]}function read(name,parse){const value=text(name)
try{return parse(value)}catch(error){if(!(error instanceof unusable_value.D))throw error
problems.push(function(name,value,allowed){const problem=`Input ${name}: ${function(name,value){const isAddress=ADDRESSES.has(name)&&/[@?#]/.test(value),isText=ONE_LINE.has(name)&&/[\r\n]/.test(value)
return HIDDEN.has(name)||isAddress||isText||(0,quote_odd.D)(value)?"the given value":`"${(0,neutralise_text.IN)(value,201)}"`}(name,value)} cannot be used, it must be ${allowed}.`,invisible=/[\r\n]/.test(value)||allowed.includes("U+")?"":(0,name_invisible.R)(value)
return""===invisible?problem:`${problem} It contains an invisible character: ${invisible}.`}(name,value,error.allowed))
return}}return{text,raw:get,isGiven:name=>text(name).toLowerCase()!==INPUT_DEFAULTS[name].toLowerCase(),read,readIfGiven:(name,parse)=>""===text(name)?null:read(name,parse),refuse:problem=>problems.push(problem),end:()=>{if(problems.length>0)throw new input_error.d(problems.join(" "))}}}// src/inputs/parse-moment.ts
const WITH_ZONE=/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/i
function parseMoment(text){const epochMs=/^\d{1,19}$/.test(text)?(value=Number(text))<1e11?1e3*value:value:function(text){const match=WITH_ZONE.exec(text)
if(null===match)return null
const[year,month,day,hour,minute,second]=match.slice(1,7).map(part=>Number(part??0)),ms=Math.floor(1e3*Number(`0.${match[7]??"0"}`)),[offsetHours,offsetMinutes]=[Number(match[9]??0),Number(match[10]??0)]
if(hour>23||minute>59||second>59||offsetHours>23||offsetMinutes>59)return null
const local=Date.UTC(year,month-1,day,hour,minute,second,ms)
if(new Date(local).toISOString().slice(0,10)!==text.slice(0,10))return null
const offsetMs=6e4*(60*offsetHours+offsetMinutes)
return"-"===match[8]?local+offsetMs:local-offsetMs}(text)
var value
if(null!==epochMs&&epochMs>=1e12&&epochMs<1e14)return epochMs
throw new unusable_value.D("a moment since 2001: ISO 8601 with Z or an offset, for example 2026-11-26T10:00:00Z, or epoch seconds or milliseconds")}var secret_lines=__nccwpck_require__(2459)
function readConnection(reader){const apiKey=reader.readIfGiven("api-key",parse_values.Xu)
if(null===apiKey)reader.refuse("Input api-key is missing: give it, or set CHECKLY_API_KEY in the environment (an empty secret counts as missing).")
const accountId=reader.readIfGiven("account-id",parse_values.oU)
if(void 0===accountId&&parse_values.kk.test(apiKey??""))reader.refuse("The key looks like an account ID: api-key and account-id seem to be swapped.")
return{apiKey:apiKey??"",accountId,apiUrl:reader.read("api-url",parse_values.nV),cancelUnfinished:reader.read("cancel-unfinished",parse_values.yG)}}var report_dir=__nccwpck_require__(8043);// src/runner/describe-runtime.ts
const TELLING=["https_proxy","HTTPS_PROXY","no_proxy","NO_PROXY","NODE_EXTRA_CA_CERTS","NODE_USE_SYSTEM_CA","NODE_TLS_REJECT_UNAUTHORIZED","NODE_OPTIONS"];// src/runner/end-process.ts
function endProcess(){if(0===process.stdout.writableLength)process.exit()
else process.stdout.write("",()=>process.exit())}// src/runner/guard-process.ts
const EXIT_CODES={SIGINT:130,SIGTERM:143,SIGHUP:129,SIGQUIT:131}
function createLog(redact){const clean=(line,maxLength)=>{const cleaned=(0,neutralise_text.Ow)(redact(line),maxLength)
return cleaned===line?line:redact(cleaned)},annotate=message=>redact(message).slice(0,4e3).split("\n").map(line=>clean(line,4e3)).join("\n"),properties=title=>void 0===title?{}:{title:clean(title,200)},group=(title,lines)=>{command_issue("group",clean(title))
for(const line of lines)info(clean(line))
command_issue("endgroup")}
return{info:line=>info(clean(line)),group,groups:groups=>{process.stdout.cork()
for(const{title,lines}of groups)group(title,lines)
process.stdout.uncork()},warning:(message,title)=>function(message,properties={}){command_issueCommand("warning",utils_toCommandProperties(properties),message instanceof Error?message.toString():message)}(annotate(message),properties(title)),error:(message,title)=>function(message,properties={}){command_issueCommand("error",utils_toCommandProperties(properties),message instanceof Error?message.toString():message)}(annotate(message),properties(title)),debug:line=>void command_issueCommand("debug",{},clean(line))}}// src/secrets/mask-secrets.ts
const CHECKLY_KEY=/\b(?:cu|sv)_[0-9a-f]{32}\b/g
function listSecrets(get,env){const given=get("api-key"),fallback=env.CHECKLY_API_KEY??"",isPlaceholder=""!==given.trim()&&fallback.trim().length<8
return{keys:[given,isPlaceholder?"":fallback,...listMisplaced(get,env)].filter(value=>""!==value.trim()),values:(0,secret_lines.W_)(get,(0,secret_lines.TR)(get,env))}}function maskSecrets({keys,values}){for(const secret of new Set([...keys.flatMap(key=>[key.trim(),key]),...values]))core_setSecret(secret)}function listMisplaced(get,env){const accounts=[get("account-id"),env.CHECKLY_ACCOUNT_ID??""].map(account=>account.trim()).filter(account=>account.length>=8&&!parse_values.kk.test(account)),inOthers=Object.keys(INPUT_DEFAULTS).flatMap(name=>"api-key"===name?[]:get(name).match(CHECKLY_KEY)??[])
return[...new Set([...accounts,...inOthers])]}// src/secrets/find-needles.ts
const PREFIX_LENGTHS=[4,8]
function createSearch(needles){const[short,long]=PREFIX_LENGTHS,searches=[createTable(needles.filter(needle=>needle.length<long),short),createTable(needles.filter(needle=>needle.length>=long),long)]
return text=>searches.flatMap(search=>search(text)).sort((a,b)=>a.start-b.start)}function createTable(needles,prefixLength){if(0===needles.length)return()=>[]
const length=needles.reduce((least,needle)=>Math.min(least,needle.length),prefixLength),shift=Math.ceil(16/length),beginnings=new Uint8Array(65536),known=new Set(needles),lengths=new Map
for(const needle of needles){let hash=0
for(let at=0;at<length;at+=1)hash=65535&(hash<<shift^needle.charCodeAt(at))
beginnings[hash]=1
const prefix=needle.slice(0,length),group=lengths.get(prefix)??[]
if(!group.includes(needle.length))group.push(needle.length)
lengths.set(prefix,group)}for(const group of lengths.values())group.sort((a,b)=>b-a)
return text=>{const found=[]
let hash=0
for(let at=0;at<text.length;at+=1){hash=65535&(hash<<shift^text.charCodeAt(at))
const start=at+1-length
if(0===beginnings[hash]||start<0)continue
const candidates=lengths.get(text.slice(start,at+1)),longest=candidates?.find(it=>known.has(text.slice(start,start+it)))
if(void 0!==longest)found.push({start,end:start+longest})}return found}}// src/secrets/secret-forms.ts
const LEFT_ALONE=/[!'()*]/g,HTML={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"}
function listForms(text){const plain=text.toWellFormed(),inJson=escapeJson(plain),inPart=encodeURIComponent(plain),strict=inPart.replace(LEFT_ALONE,it=>`%${it.charCodeAt(0).toString(16).toUpperCase()}`),encoded=[inPart,strict,encodeURI(plain),inPart.replaceAll("%20","+")]
return[...new Set([text,inJson,escapeJson(inJson),...encoded,...encoded.map(form=>form.replace(/%[0-9A-F]{2}/g,byte=>byte.toLowerCase())),plain.replace(/[&<>"']/g,it=>HTML[it]??it),...listBase64(plain)])]}function listBase64(text){const bytes=Buffer.from(text,"utf8"),forms=[bytes.toString("base64"),...[0,1,2].map(before=>Buffer.concat([Buffer.alloc(before),bytes]).toString("base64").slice(Math.ceil(8*before/6),Math.floor(8*(before+bytes.length)/6)))].filter(form=>form.length>=8)
return[...new Set([...forms,...forms.map(form=>form.replaceAll("+","-").replaceAll("/","_"))])]}function escapeJson(text){return JSON.stringify(text).slice(1,-1)}// src/secrets/redact.ts
const UUID=/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
function createRedactor({keys,values}){const pieces=keys.map(key=>key.trim()).flatMap(listPieces),parts=[...values.flatMap(listForms).flatMap(cutIntoParts),...values.flatMap(listCuts)],findKeys=createSearch([...new Set(pieces)]),findValues=createSearch([...new Set(parts)])
return text=>{const found=function(stretches){const joined=[]
for(const{start,end}of stretches){const last=joined.at(-1)
if(void 0!==last&&start<=last.end)last.end=Math.max(last.end,end)
else joined.push({start,end})}return joined}(findValues(text)),inText=0===found.length?found:found.filter(function(text){const ids=[...text.matchAll(UUID)].map(({index,0:id})=>({start:index,end:index+id.length}))
let next=0
return({start,end})=>{for(;(ids[next]?.end??Number.POSITIVE_INFINITY)<=start;)next+=1
const id=ids[next]
if(void 0!==id&&id.start<=start&&end<=id.end&&(void 0===id||id.start!==start||end!==id.end))return!1
return!(function(text){return/^\d{1,12}$/.test(text)}(text.slice(start,end))&&(isDigit(text[start-1])||isDigit(text[end])))}}(text)),stretches=[...findKeys(text),...inText]
return 0===stretches.length?text:function(text,stretches){stretches.sort((a,b)=>a.start-b.start)
let shown="",position=0,open=-1
for(const{start,end}of stretches){if(start>open)shown+=`${text.slice(position,start)}***`
open=Math.max(open,end)
position=open}return shown+text.slice(position)}(text,stretches)}}function listPieces(key){if(key.length<8)return""===key?[]:[key]
const base64=listBase64(key).flatMap(form=>slide(form,16))
return[...slide(key,8),...listForms(key).flatMap(cutIntoParts),...base64]}function listCuts(value){if(value.length<12)return[]
return slide(value,Math.min(16,Math.max(8,Math.ceil(value.length/2)))).filter(piece=>/\d/.test(piece)||/[a-z]/.test(piece)&&/[A-Z]/.test(piece))}function slide(text,length){const count=Math.max(1,text.length-length+1)
return Array.from({length:count},(_,start)=>text.slice(start,start+length))}function cutIntoParts(text){const count=Math.ceil(text.length/64),bounds=Array.from({length:count+1},(_,part)=>Math.round(part*text.length/count))
return bounds.slice(1).map((end,part)=>text.slice(bounds[part],end))}function isDigit(character){return void 0!==character&&character>="0"&&character<="9"}var statuses=__nccwpck_require__(6356)
function measureElapsed(sessions){let earliest=Number.POSITIVE_INFINITY,latest=Number.NEGATIVE_INFINITY
for(const{session}of sessions){earliest=Math.min(earliest,session?.startedAtMs??earliest)
latest=Math.max(latest,session?.stoppedAtMs??latest)}return latest>=earliest?latest-earliest:null}function chooseLink(sessions){const notPassed=sessions.filter(({state})=>"passed"!==state)
return(notPassed.length>0?notPassed:sessions).map(({session})=>session?.link??"").find(link=>""!==link)??""}var verdict=__nccwpck_require__(772)
function describeOwn(judged){const{session,state}=judged
return{check:session?.check??null,name:session?.check?.name||session?.name||"",state,status:judged.status,runs:null!==session&&null!==session.check?session.runs:[],sessions:[judged]}}function judgeShared(parts,passingStatuses){const states=parts.map(({run,judged})=>(0,judge_run.Zy)(run,judged.state,passingStatuses)),state=verdict.y.find(it=>states.includes(it))??"unknown",runs=parts.map(({run})=>run)
return{check:runs[0]?.check??null,name:runs.find(run=>""!==run.check.name)?.check.name??"",state,status:(0,statuses.j)(runs.flatMap(run=>judge_run.h3[run.state]??[])),runs,sessions:[...new Set(parts.map(({judged})=>judged))]}}// src/index.ts
if("checklyGateIsPost"in globalThis)!async function(){const end=()=>{process.exitCode=0
endProcess()}
process.on("uncaughtException",end)
process.on("unhandledRejection",end)
const{ids,sessionType}=function(ids,sessionType){const words=ids.slice(0,51200).split(/\s+/)
return{sessionType:"test"===sessionType?"test":"check",ids:[...new Set(words.filter(word=>parse_values.kk.test(word)).map(word=>word.toLowerCase()))].slice(0,800)}}(getState("unfinished-ids"),getState("session-type"))
if(ids.length>0){const getRaw=name=>getInput(name,{trimWhitespace:!1}),secrets=listSecrets(getRaw,process.env)
maskSecrets(secrets)
const redact=createRedactor(secrets),log=createLog(redact),trace=isDebug()?log.debug:null
try{const limiter=new RateLimiter({clock:time_clock.VF,sleep:time_clock.pw},Math.random),inputs=function(get){const reader=createInputReader(get,process.env),connection=readConnection(reader)
reader.end()
return connection}(getRaw)
if(!inputs.cancelUnfinished)return end()
const client=createChecklyClient({...inputs,redact,trace},caller=>limitRate(caller,limiter))
log.info(`The step was stopped while it awaited ${(0,words.Fs)(ids.length,`${sessionType} session`)}: cancelling those that still run. ${CANCEL_NOTE}`)
await async function(ids,api,log){const limit=(0,time_clock.DZ)(time_clock.VF,13e4),listener={onCancelled:id=>log.info(`Cancel requested: ${id}`),onSkipped:(id,reason)=>log.info(`Skipped ${id}: ${reason}`)}
await Promise.all(ids.map(async id=>{const answer=await api.read(id,limit,"snapshot")
if("completed"===answer.kind&&answer.value.isOver)log.info(`Skipped ${id}: it has ended, ${answer.value.status}`)
else await cancelSession(id,api.cancel,limit,listener)}))}(ids,"test"===sessionType?await client.loadTestSessions():client.checkSessions,log)}catch(error){log.info(`Nothing was cancelled: ${(0,words.Uc)(error)}`)}}end()}()
else!// src/main.ts
function(){const beganAtMs=time_clock.Xb.now(),clock=time_clock.VF,startedAt=clock.now(),getRaw=name=>getInput(name,{trimWhitespace:!1}),secrets=listSecrets(getRaw,process.env),redact=createRedactor(secrets),log=createLog(redact),board=new SessionBoard,decided=new AbortController,starting=new AbortController,signalled=new AbortController,summaryPath=process.env.GITHUB_STEP_SUMMARY??"",workspace=process.env.GITHUB_WORKSPACE||process.cwd()
let verdict=null,prepared=null
!function(handlers){process.exitCode=1
let broken=!1
const handleError=error=>{const cause=(0,words.Uc)(error)
if(handlers.isDecided()){handlers.onLateError(cause)
return}if(broken)process.exit(1)
broken=!0
handlers.onBroken(`Unexpected error: ${cause}. Please report it with the log of this step.`)}
process.on("uncaughtException",handleError)
process.on("unhandledRejection",handleError)
process.on("beforeExit",()=>{if(!handlers.isDecided())handlers.onBroken("The step ended without a verdict: nothing was left to wait for. Please report it.")})
process.on("exit",()=>{if(!handlers.isDecided())process.exitCode=1})
process.stdout.on("error",()=>{})
let signals=0
for(const name of Object.keys(EXIT_CODES))process.on(name,()=>{signals+=1
const isLast=signals>1
try{handlers.onSignal(name,isLast)}finally{if(isLast)process.exit(EXIT_CODES[name])}})}({isDecided:()=>null!==verdict,onBroken:cause=>void decide({kind:"broken",cause}),onLateError:cause=>log.warning(`Unexpected error after the verdict, which stands: ${cause}`),onSignal:(name,isLast)=>{signalled.abort()
if(isLast)sayVerdict()
else decide({kind:"cancelled",by:name,starting:board.isStarting})}})
maskSecrets(secrets)
function findRules(){const{inputs,client}=prepared??{}
return{passingStatuses:inputs?.passingStatuses??[],startedAfterMs:inputs?.startedAfterMs??null,startedHere:"start"===inputs?.selection.kind,beganAtMs:beganAtMs+(client?.serverOffsetMs??0)}}let isSaid=!1
function sayVerdict(){if(null===verdict||isSaid)return
isSaid=!0
if(verdict.succeeds)log.info(`\u2713 ${verdict.message}`)
else log.error(verdict.message,"Checkly Gate")}async function decide(ending){if(null!==verdict)return
const waitedMs=clock.now()-startedAt,sessions=board.list().map(watched=>(0,judge_sessions.s9)(watched,findRules())),checks=// src/verdict/judge-checks.ts
function(sessions,passingStatuses){const checks=[],shared=new Map
for(const judged of sessions){const{session,state}=judged
if(null===session||null!==session.check){checks.push(describeOwn(judged))
continue}for(const run of session.runs){const key=(0,check_run.wz)(run.check),parts=shared.get(key)
if(void 0===parts)shared.set(key,[{run,judged}])
else parts.push({run,judged})}if(!session.runs.some(run=>(0,judge_run.Zy)(run,state,passingStatuses)===state))checks.push(describeOwn(judged))}for(const parts of shared.values())checks.push(judgeShared(parts,passingStatuses))
return checks}(sessions,findRules().passingStatuses),judged=// src/verdict/judge.ts
function(ending,sessions,checks,waitedMs){const outcome=function(ending,sessions){switch(ending.kind){case"broken":return"error"
case"cancelled":case"no-match":return ending.kind
case"detached":return""===(0,describe_verdict.O5)(ending)?"detached":"error"
case"awaited":{const has=state=>sessions.some(it=>it.state===state)
if(has("failed"))return"failed"
if(has("unknown")||""!==(0,describe_verdict.O5)(ending))return"error"
if(has("unfinished"))return"timeout"
return has("passed")?"passed":"error"}}}(ending,sessions),checkCounts=function(checks){const count=state=>checks.filter(it=>it.state===state).length,passed=checks.filter(({state})=>"passed"===state)
return{total:checks.length,passed:passed.length,failed:count("failed"),unfinished:count("unfinished"),notStarted:checks.filter(({state,runs})=>"unfinished"===state&&(0,judge_run.vb)(runs)).length,unknown:count("unknown"),retried:passed.filter(({runs})=>runs.some(check_run.bY)).length,degraded:passed.filter(({status})=>"DEGRADED"===status).length}}(checks),count=state=>sessions.filter(it=>it.state===state).length
return{outcome,succeeds:"passed"===outcome||"detached"===outcome||"no-match"===ending.kind&&ending.tolerated,status:(0,statuses.j)(sessions.flatMap(({status})=>""===status?[]:[status])),message:(0,describe_verdict.XZ)(ending,outcome,checks,checkCounts,waitedMs),checks:checkCounts,sessions:{total:sessions.length,passed:count("passed"),failed:count("failed"),unfinished:count("unfinished")+count("unknown")},detached:"detached"===ending.kind,failedFast:"awaited"===ending.kind&&ending.failedFast,missing:(0,describe_verdict.pp)(ending),unstarted:"unstarted"in ending?ending.unstarted:[],notStarted:(0,describe_verdict.O5)(ending),results:(0,check_run.aD)(sessions.flatMap(({session})=>session?.runs??[])),timeElapsedMs:measureElapsed(sessions),link:chooseLink(sessions)}}(ending,sessions,checks,waitedMs),reached={...judged,message:redact(judged.message)}
verdict=reached
process.exitCode=reached.succeeds?0:1
decided.abort()
if("cancelled"!==ending.kind||!0!==prepared?.inputs.cancelUnfinished)starting.abort()
if(!board.isStarting)prepared?.client.close()
try{(0,publish_outputs.e)(reached,sessions,checks,prepared?.plan.api.kind??null,log,redact,prepared?.reportDir??null)
if(null===prepared){const{reportBadInput}=await Promise.all([__nccwpck_require__.e(993),__nccwpck_require__.e(146)]).then(__nccwpck_require__.bind(__nccwpck_require__,2146)),[jobSummary,reportDir]=[getRaw("job-summary"),getRaw("report-dir")]
await reportBadInput(reached,beganAtMs,{jobSummary,reportDir,workspace,summaryPath,log,redact})}else{const{inputs,plan,reportDir}=prepared,places={log,redact,summaryPath,reportDir,workspace},end={ending,beganAtMs:findRules().beganAtMs,waitedMs},message=// src/conclude-step.ts
await async function(verdict,sessions,checks,inputs,plan,board,places,end,clock,signalled){const seenAgoMs=board.measureAges(),cancelling=inputs.cancelUnfinished&&!inputs.detach?async function(board,{cancel,kind},log,clock,signalled){const limit=function(clock,signalled){if(signalled.aborted)return(0,time_clock.DZ)(clock,6e3)
const hurried=new AbortController
signalled.addEventListener("abort",()=>{setTimeout(()=>hurried.abort(),6e3).unref()})
return(0,time_clock.DZ)(clock,15e3,hurried.signal)}(clock,signalled),asked=new Set,left=[],skipped=[],nameOf=id=>board.get(id)?.name||id
async function cancelKnown(){const running=board.listRunning().flatMap(({id})=>asked.has(id)?[]:[id])
if(0===running.length)return
for(const id of running)asked.add(id)
log.info(`Asking Checkly to cancel ${running.length} unfinished of ${(0,words.Fs)(board.ids.length,`${kind} session`)}. ${CANCEL_NOTE}`)
const untold=await async function(ids,cancel,limit,listener){return(await Promise.all(ids.map(async id=>await cancelSession(id,cancel,limit,listener)?[]:[id]))).flat()}(running,cancel,limit,{onCancelled:id=>log.info(`Cancel requested: ${nameOf(id)}`),onSkipped:(id,reason)=>skipped.push(`${nameOf(id)}: ${reason}`)})
left.push(...untold)}await cancelKnown()
await Promise.race([board.whenStarted,(signal=limit.signal,new Promise(resolve=>{if(signal.aborted)resolve()
else signal.addEventListener("abort",()=>resolve(),{once:!0})}))])
var signal
await cancelKnown()
rememberUnfinished(kind,left)
if(skipped.length>0)log.group(`Not cancelled: ${skipped.length}`,skipped)
if(left.length>0)log.info(`The clean-up after the job asks again for ${left.length} of them.`)}(board,plan.api,places.log,clock,signalled):Promise.resolve()
try{const telling=Promise.all([__nccwpck_require__.e(993),__nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__,846)),{known,addressUse,silentLocations}=await async function(verdict,sessions,checks,inputs,{api,history,findSilent},clock,signalled){const mayAsk=inputs.failureDetails&&!signalled.aborted,readsFailures=mayAsk&&!verdict.succeeds&&verdict.checks.total>0,{selection}=inputs,address="environmentUrl"in selection&&!verdict.detached?selection.environmentUrl:null,limit=(0,time_clock.DZ)(clock,5e3,signalled),readResult=(0,sessions_api.WY)(api.readResult),[known,addressUse,silentLocations]=await Promise.all([async function(){if(!readsFailures)return failure_knowledge.GN
const{learnFailures}=await __nccwpck_require__.e(640).then(__nccwpck_require__.bind(__nccwpck_require__,5640))
return learnFailures(checks,sessions,inputs,readResult,history,limit)}(),async function(){if(null===address)return null
const{readAddressUse}=await __nccwpck_require__.e(771).then(__nccwpck_require__.bind(__nccwpck_require__,771))
return readAddressUse(address,checks,sessions,mayAsk?readResult:null,readsFailures,limit)}(),async function(){if(!mayAsk||!function({checks,failedFast,outcome,detached}){return checks.unfinished>0&&!failedFast&&!detached&&"cancelled"!==outcome}(verdict)||!isReadRegularly(sessions.length))return[]
const known=sessions.flatMap(({session})=>session??[])
return findSilent(known,limit)}()])
return{known,addressUse,silentLocations}}(verdict,sessions,checks,inputs,plan,clock,signalled),{noteFailures,writeReports}=await telling,notes=known===failure_knowledge.GN?null:noteFailures(checks,known,end.beganAtMs),message=null===notes?verdict.message:places.redact(function(verdict,checks,known,notes,{ending,waitedMs}){const ordered=(0,failure_knowledge.gg)(checks,check=>(0,failure_knowledge.i_)(check,known))
return(0,describe_verdict.XZ)(ending,verdict.outcome,ordered,verdict.checks,waitedMs,notes)}(verdict,checks,known,notes,end))
if(null!==notes)(0,publish_outputs.S)((0,describe_failures.n)(message,checks,known),places.log,places.redact)
const report={verdict:{...verdict,message},sessions,checks,choice:findChoice(inputs.selection),environmentUrl:"environmentUrl"in inputs.selection?inputs.selection.environmentUrl:null,lacksAddress:"lacksAddress"in inputs.selection&&inputs.selection.lacksAddress,addressUse,silentLocations,startedHere:"start"===inputs.selection.kind,passingStatuses:inputs.passingStatuses,beganAtMs:end.beganAtMs,waitedMs:end.waitedMs,timeoutMs:inputs.timeoutMs,seenAgoMs,known},{jobSummary,annotations}=inputs,paths=await writeReports(report,{...places,jobSummary,annotations});(0,publish_outputs.S)(paths,places.log,places.redact)
return message}finally{await cancelling}}(reached,sessions,checks,inputs,plan,board,places,end,clock,signalled.signal)
verdict={...reached,message}}}catch(error){log.warning(`The reports could not be written: ${(0,words.Uc)(error)}. The verdict stands.`)}starting.abort()
prepared?.client.close()
sayVerdict()
endProcess()}(async function(){const inputs=// src/inputs/read-inputs.ts
await async function(get,env){const reader=createInputReader(get,env),notes=[],warnings=[],flag=name=>reader.read(name,parse_values.yG),connection=readConnection(reader),selection=await async function(reader,source){const chosen=CHOOSING.filter(name=>""!==reader.text(name)),[only]=chosen
if(void 0===only)reader.refuse("No sessions are chosen: give check-session-id, test-session-id, check-id or tags. (An expression that comes out empty counts as not given: without a target, every check of the account would run.)")
if(chosen.length>1)reader.refuse(function(chosen){if("check-id,tags"===chosen.join())return"Both check-id and tags are given: together they would run only those of the checks that match the tags. Give one of them, or a step each."
return`${2===chosen.length?"Both ":""}${joinNames(chosen)} are given: await sessions that exist, or start new ones, of one kind, in a step each.`}(chosen))
const givenType=reader.readIfGiven("session-type",text=>(0,parse_values.HU)(text,["check","test"]))
if("check-session-id"===only||"test-session-id"===only){const sessionType="check-session-id"===only?"check":"test"
if(null!=givenType&&givenType!==sessionType)reader.refuse(`Input session-type: "${givenType}" contradicts ${only}, whose sessions are ${sessionType} sessions; leave it out.`)
!function(reader,chosen){for(const[name,unset]of START_ONLY){const value=reader.text(name)
if(value.toLowerCase()===unset)continue
reader.refuse(`Input ${name}: ${(0,quote_odd.U)(value,"it")} goes with check-id or tags; sessions given by ${chosen} run already.`)}}(reader,only)
refuseTestOnly(reader,"test"===sessionType?["environment-url"]:[],only)
return{kind:"await",sessionType,sessionIds:reader.read(only,parse_values.IJ),environmentUrl:"test"===sessionType?(await loadTestStart()).readEnvironmentUrl(reader,source):null}}const target={checkIds:reader.readIfGiven("check-id",parse_values.IJ)??[],tags:reader.readIfGiven("tags",parseTags)??[]}
if("test"===givenType)return(await loadTestStart()).readTestStart(reader,source,target)
if(void 0!==givenType)refuseTestOnly(reader,[],null)
return{kind:"start",sessionType:"check",...target}}(reader,{env,isHideable:(0,secret_lines.TR)(get,env),note:sentence=>notes.push(sentence),warn:sentence=>warnings.push(sentence)}),inputs={...connection,selection,refreshCache:flag("refresh-cache"),failOnNoMatching:flag("fail-on-no-matching"),detach:flag("detach"),timeoutMs:1e3*reader.read("timeout",text=>(0,parse_values.oA)(text,1,parse_values.Xw,"seconds")),maxWaitSeconds:reader.read("max-wait-seconds",text=>(0,parse_values.oA)(text,1,30,"seconds")),startedAfterMs:reader.readIfGiven("started-after",parseMoment),passingStatuses:reader.read("passing-statuses",parse_values.O7),failFast:flag("fail-fast"),jobSummary:reader.read("job-summary",text=>(0,parse_values.HU)(text,["always","on-failure","never"])),annotations:flag("annotations"),failureDetails:flag("failure-details"),reportDir:reader.readIfGiven("report-dir",parse_values.Ir),notes,warnings}
reader.end()
if("start"===selection.kind)warnings.push(...(filters=selection.tags,[...new Set(filters.flat())].flatMap(tag=>{const name=`Input tags: "${(0,neutralise_text.IN)(tag,80)}" is sent as a tag`
if(/^!?#/.test(tag))return[`${name}; the text of an input has no comments.`]
if(/^!?[\w-]+: /.test(tag))return[`${name}, with the blank behind its colon.`]
if(/[;\uff0c\uff1b\u3001]/.test(tag))return[`${name}; only a comma separates tags.`]
return[]})))
var filters
return inputs}(getRaw,process.env),reportDir=null===inputs.reportDir?null:(0,report_dir.G)(inputs.reportDir,workspace),trace=isDebug()?log.debug:null
trace?.(function({version,platform,arch,env}){const set=TELLING.filter(name=>""!==(env[name]??""))
return`Node.js ${version} on ${platform} ${arch}; set: ${0===set.length?"no variable for proxies and certificates":set.join(", ")}`}(process))
const deadline=startedAt+inputs.timeoutMs,timing={clock,sleep:time_clock.pw},limiter=new RateLimiter(timing,Math.random),client=createChecklyClient({...inputs,redact,trace},caller=>limitRate(caller,limiter)),plan=// src/plan-requests.ts
await async function({selection,refreshCache},client){const{checkSessions,loadTestSessions,history}=client,startedIn="locations"in selection?selection.locations:null,findSilent=async(sessions,limit)=>{const{readSilentLocations}=await __nccwpck_require__.e(537).then(__nccwpck_require__.bind(__nccwpck_require__,8537))
return readSilentLocations(sessions,startedIn,client.readPrivateLocations,limit)}
if("await"===selection.kind)return{api:"test"===selection.sessionType?await loadTestSessions():checkSessions,starts:[],history,findSilent}
const{checkIds,tags}=selection,target={checkIds,tags}
if("check"===selection.sessionType){const send=limit=>checkSessions.start({target,refreshCache},limit)
return{api:checkSessions,starts:[{where:"",send}],history,findSilent}}const testSessions=await loadTestSessions(),{locations,variables,name,nameToken,retries,allowDeactivated,metadata}=selection,request={target,variables,nameToken,retries,allowDeactivated,metadata,refreshCache},starts=locations.map(place=>({where:`in ${place.code}`,send:limit=>{return testSessions.start({...request,place,name:(code=place.code,null!==nameToken&&locations.length>1?`${name} \xb7 ${code}`:name)},limit)
var code}}))
return{api:testSessions,starts,history,findSilent}}(inputs,client)
prepared={inputs,client,plan,reportDir}
for(const note of inputs.notes)log.info(note)
for(const warning of inputs.warnings)log.warning(warning)
const schedule={timing,startedAt,deadline,signal:decided.signal,starting:starting.signal},isCancelling=inputs.cancelUnfinished&&!inputs.detach,remember=()=>isCancelling?rememberUnfinished(plan.api.kind,board.ids):0,ending=await async function(inputs,plan,board,log,schedule,findRules,onStarted,onAwaiting){const{selection}=inputs
let missing=[],unstarted=[]
if("await"===selection.kind)for(const id of selection.sessionIds)board.add(id,null)
else{const{sessionType}=selection,ending=await async function({failOnNoMatching},selection,{starts},board,log,{timing,deadline,signal,starting},onStarted){const{checkIds,tags,sessionType}=selection
if("test"===sessionType)log.info(`${// src/starting/describe-start.ts
function({locations,variables,retries}){const places=locations.map(({code,isPrivate})=>isPrivate?`${code} (private)`:code),names=variables.map(({name})=>name)
return(0,words.tI)([`Starting a test session in ${places.length>1?"each of ":""}${places.join(", ")}`,retries>0?`a failed check is run again up to ${(0,words.Fs)(retries,"time")}`:"no retries",0===names.length?"no variables":`${(0,words.Fs)(names.length,"variable")}: ${names.join(", ")}`,"nobody is alerted"],"; ")}(selection)}.`)
const endStarting=board.beginStarting(),{sessions,refusals}=// src/starting/start-sessions.ts
await async function(requests,timing,random,deadline,signal,giveUp,onError,onStarted){const limit=(0,time_clock.sE)(timing,deadline,signal),underWay=(0,time_clock.sE)(timing,deadline,giveUp),answers=await Promise.all(requests.map(async({where,send})=>{const asked=await(0,ask_until_answered.J)({ask:()=>send(underWay),timing,random,limit,looksOnceMore:!1,onEvent:event=>{if("error"===event.kind)log.info(`The sessions could not be started yet: ${event.error.cause}; ${describePause(event.pauseMs)}`)}})
if("completed"===asked.kind)onStarted(asked.value)
return{asked,begin:""===where?"The sessions could not be started":`No session could be started ${where}`}}))
limit.release()
underWay.release()
const sessions=[],refusals=answers.flatMap(({asked,begin})=>{if("completed"!==asked.kind)return[`${begin}: ${explain(asked)}`]
const twice=asked.value.find(({id})=>sessions.some(other=>other.id===id))
if(void 0!==twice)return[`${begin}: the API answered with session ${twice.id}, which it gave for another location too.`]
sessions.push(...asked.value)
return[]}),unmatched=answers.filter(({asked})=>"completed"===asked.kind&&0===asked.value.length)
if(sessions.length>0)refusals.push(...unmatched.map(({begin})=>`${begin}: no check matches there.`))
return{sessions,refusals}}(starts,timing,Math.random,deadline,signal,starting,0,started=>{for(const session of started)board.add(session.id,session)
onStarted()})
board.arrange(sessions.map(({id})=>id))
endStarting()
if(0===sessions.length){if(refusals.length>0)return{kind:"broken",cause:refusals.join(" ")}
return{kind:"no-match",tolerated:!failOnNoMatching,sought:describeTarget(checkIds,tags)}}for(const refusal of refusals)log.warning(refusal)
for(const line of tags.filter(all=>all.every(tag=>tag.startsWith("!"))))log.warning(`tags "${line.join(", ")}" only excludes: every other active check of the account was started.`)
const runs="test"===sessionType?function(sessions,retries){const runs=sessions.reduce((sum,session)=>sum+session.runs.length,0)
if(0===runs)return""
const checks=new Set(sessions.flatMap(it=>it.runs.map(({check})=>check.id||check.name))).size,again=0===retries?"":`, each up to ${retries+1} times`,where=1===sessions.length?"":` in ${(0,words.Fs)(sessions.length,"location")}`
return`at most ${(0,words.Fs)(runs*(retries+1),"run")}: ${(0,words.Fs)(checks,"check")}${where}${again}`}(sessions,selection.retries):"",note="test"===sessionType?runs:"the checks' alerting rules apply to them"
!function(board,log,what){const total=board.ids.length,lines=board.list().map(({id,session})=>`${nameSession(session,total>1)||id}: ${session?.link??""}`)
log.group(`Started ${what}`,[...lines.slice(0,100),...total>100?[`and ${total-100} more`]:[]])}(board,log,`${(0,words.Fs)(board.ids.length,`${sessionType} session`)}${note&&`; ${note}`}`)
const missing="test"===sessionType?[]:function(checkIds,sessions){const started=new Set(sessions.flatMap(({check})=>check?.id??[]))
return checkIds.filter(id=>!started.has(id))}(checkIds,sessions)
if(missing.length>0)log.warning(`No session was started of check ${missing.join(", ")}: no active check has that id.`)
return{kind:"awaited",missing:failOnNoMatching?missing:[],unstarted:refusals,failedFast:!1}}(inputs,selection,plan,board,log,schedule,onStarted)
if("awaited"!==ending.kind)return ending;({missing,unstarted}=ending)
if(schedule.signal.aborted)return ending
if(inputs.detach){const unlisted="test"===sessionType?function(checkIds,board,log){const sessions=board.list().map(({session})=>session?.runs??[])
if(!sessions.every(runs=>runs.length>0&&runs.every(({check})=>""!==check.id))){if(checkIds.length>0)log.warning("The API did not list all checks of the sessions: nobody looks whether each check-id runs.")
return[]}return checkIds.filter(id=>!sessions.every(runs=>runs.some(({check})=>check.id===id)))}(selection.checkIds,board,log):[]
return{kind:"detached",missing:[...missing,...unlisted],unstarted}}}onAwaiting()
const failedFast=await async function({maxWaitSeconds,failFast,passingStatuses},{api,findSilent},board,log,{timing,startedAt,deadline,signal},findRules){const{clock}=timing,progress=function(board,log,clock,startedAt,deadline,findRules){const total=board.ids.length,counts={total,finished:0,failed:0,unknown:0},running=new Set(board.ids),linked=new Set(board.ids.filter(id=>null!==board.get(id))),errors=new Map,refusals=new Set,timer=total>1?setInterval(()=>log.info(describeNow()),3e4):void 0,goneMs=()=>clock.now()-startedAt,leftMs=()=>deadline-clock.now(),findName=id=>nameSession(board.get(id),total>1)||null,nameOf=id=>findName(id)??id,describeInside=()=>function(sessions,passingStatuses){const many=sessions.filter(session=>null===session?.check),runs=many.flatMap(session=>session?.runs??[])
if(0===runs.length)return""
const count=isIt=>runs.filter(isIt).length,failed=count(run=>"failed"===(0,judge_run.Zy)(run,"unfinished",passingStatuses)),running=count(({state})=>"running"===state),queued=count(({state})=>"queued"===state),done=(0,words.Fs)(count(({final})=>null!==final),1===many.length?"check":"check run")
return(0,words.tI)([`${done} done`,failed>0?`${failed} failed`:"",running>0?`${running} running`:"",queued>0?`${queued} not started`:""],", ")}(board.list().map(({session})=>session),findRules().passingStatuses),describeNow=()=>(0,words.tI)([describeMany(counts,running.size>10?[]:[...running].map(findName),goneMs(),leftMs()),describeInside()],"; ")
return{onEvent(id,event){if("error"===event.kind)return function(id,cause,pauseMs){for(const[other,{ids}]of errors)if(other!==cause)ids.delete(id)
const known=errors.get(cause)
known?.ids.add(id)
if(void 0!==known&&clock.now()-known.saidAt<3e4&&total>1)return
const ids=known?.ids??new Set([id])
errors.set(cause,{saidAt:clock.now(),ids})
const who=1===total?"":1===ids.size?`${nameOf(id)}: `:`${ids.size} of ${total}: `
log.info(`${who}${cause}; ${describePause(pauseMs)}, ${describeTime(goneMs(),leftMs())}`)}(id,event.error.cause,event.pauseMs)
for(const{ids}of errors.values())ids.delete(id)
if(total>1)return
const soFar=function(session){if(null===session||null===session.check||0===session.runs.length)return""
const done=session.runs.flatMap(({final,location,state})=>null===final?[]:`${location} ${state}`),counted=`${done.length} of ${session.runs.length} locations finished`
return 0===done.length?counted:`${counted}: ${done.slice(0,10).join(", ")}${done.length>10?", \u2026":""}`}(board.get(id))||describeInside()
log.info((0,words.tI)([`Still running, ${describeTime(goneMs(),leftMs())}`,soFar],"; "))},onSettled(id){const watched=board.find(id),judged=(0,judge_sessions.s9)(watched,findRules())
running.delete(id)
for(const{ids}of errors.values())ids.delete(id)
if("ended"===watched.wait)counts.finished+=1
if("failed"===judged.state)counts.failed+=1
if("unknown"===judged.state)counts.unknown+=1
const line="out-of-time"===watched.wait||function({state,lastError}){if("unknown"!==state||null===lastError)return!1
const isKnown=refusals.has(lastError)
refusals.add(lastError)
return isKnown}(judged)?"":function(name,{state,session,lastError}){if("unfinished"===state)return""
if("unknown"===state)return`\u2717 ${name}: ${lastError??"no verdict"}`
const took=null==session?.elapsedMs?"":` (ran ${(0,format_duration.a)(session.elapsedMs)})`,end=`${name} ${session?.status??""}${took}`
return"passed"===state?`\u2713 ${end}`:`\u2717 ${end} ${session?.link??""}`}(nameOf(id),judged)
if(total>1&&""!==line)log.info(`${line}; ${describeNow()}`)
timer?.refresh()},onSnapshot(id){const session=board.get(id)
if(total>10||null===session||linked.has(id)||""===session.link)return
linked.add(id)
log.info(`${nameOf(id)}: ${session.link}`)},close:()=>clearInterval(timer)}}(board,log,clock,startedAt,deadline,findRules),options={timing,random:Math.random,deadline,signal,maxWaitSeconds,haveManyChecks:"test"===api.kind,snapshotsDecide:failFast&&"test"===api.kind,failureDecides:!passingStatuses.includes("FAILED"),endsWait:watched=>failFast&&(0,judge_sessions.f9)(watched,findRules())},over=new AbortController,waiting=// src/awaiting/await-sessions.ts
async function(board,reader,options,listener){const{timing,random,maxWaitSeconds}=options,limit=(0,time_clock.sE)(timing,options.deadline,options.signal),ids=board.ids
let wasCut=!1
function endEarly(id){if(wasCut||!options.endsWait(board.find(id)))return
wasCut=board.listRunning().length>0
limit.release()}await Promise.all(ids.map(async function(id,index){const settled=new AbortController,waiting={signal:settled.signal,endsAt:limit.endsAt},leftMs=limit.endsAt-timing.clock.now(),isKnown=null!==board.get(id),{haveManyChecks,snapshotsDecide}=options,plan=function(total,index,isKnown,leftMs,hasManyChecks,decides){if(decides)return{firstMs:3e3,everyMs:Math.max(5e3,200*total),leftOut:0,hasLast:!0,endsWhenRefused:!1}
if(isReadRegularly(total)){const everyMs=hasManyChecks?3e4:6e4,isEarly=!hasManyChecks||!isKnown
return{firstMs:isEarly?300:everyMs-2e3,everyMs,leftOut:isEarly&&hasManyChecks?1:0,hasLast:!0,endsWhenRefused:!0}}if(total>180||isKnown)return null
return{firstMs:Math.min(5e3,leftMs/2)+20*index,everyMs:null,leftOut:0,hasLast:!1,endsWhenRefused:!0}}(ids.length,index,isKnown,leftMs,haveManyChecks,snapshotsDecide)
if(null!==plan)!async function({firstMs,everyMs,leftOut,hasLast,endsWhenRefused},{clock,sleep},limit,read){const beganAt=clock.now(),lastAt=hasLast?limit.endsAt-1500:Number.NEGATIVE_INFINITY
let nextAt=beganAt+firstMs,beats=leftOut,refusals=0
for(;;){const now=clock.now(),isLast=now<lastAt&&nextAt>lastAt-2e3,dueAt=isLast?lastAt:nextAt
if(dueAt>=limit.endsAt)return
await sleep(Math.max(0,dueAt-now),limit.signal)
if(limit.signal.aborted)return
refusals=await read()?0:refusals+1
if(null===everyMs||isLast||endsWhenRefused&&refusals>0)return
const step=Math.min(2**refusals,Math.ceil(6e4/everyMs))
do{beats+=step
nextAt=beganAt+beats*everyMs-2e3}while(nextAt<=clock.now())}}(plan,timing,waiting,()=>async function(id,waiting){const answer=await reader.read(id,waiting,options.snapshotsDecide?"watch":"snapshot")
if("completed"!==answer.kind||waiting.signal.aborted)return"refused"!==answer.kind
board.keepSnapshot(id,answer.value)
listener.onSnapshot(id)
endEarly(id)
return!0}(id,waiting))
const before=board.get(id)
let hadEvent=!1,dueAt=0
const asked=await(0,ask_until_answered.J)({ask:()=>reader.poll(id,()=>{const seconds=(()=>{const leftMs=limit.endsAt-timing.clock.now()
return Math.max(1,Math.min(maxWaitSeconds,Math.floor(leftMs/1e3)))})()
dueAt=timing.clock.now()+1e3*seconds
return seconds},limit),timing,random,limit,looksOnceMore:!0,onEvent:event=>{hadEvent=!0
board.keepAnswer(id,"error"===event.kind?event.error:null)
listener.onEvent(id,event)}}),ended="completed"===asked.kind?await async function(session,id){const value=await async function(first,read,timing,random,limit,failureDecides){const until=Math.min(limit.endsAt,timing.clock.now()+1e4),reading=(0,time_clock.sE)(timing,until,limit.signal)
let session=first
for(let backoff=(0,time_backoff.lF)(1);!(""===session.owes||failureDecides&&hasFailed(session));backoff=backoff.next()){const pauseMs=Math.max(100,backoff.pauseMs(random))
if(reading.signal.aborted||timing.clock.now()+pauseMs>=until)break
await timing.sleep(pauseMs,reading.signal)
const answer=await read(reading)
if("completed"===answer.kind&&answer.value.isOver)session=answer.value}reading.release()
return session}(session,reading=>reader.poll(id,()=>1,reading),timing,random,limit,options.failureDecides)
return{kind:"completed",value}}(asked.value,id):asked
settled.abort("settled")
if("unanswered"===asked.kind&&(wasCut||options.signal.aborted))return
const wasEarly=!hadEvent&&timing.clock.now()<dueAt,isNoTrouble="unanswered"===ended.kind&&wasEarly&&board.get(id)!==before
board.settle(id,isNoTrouble?{...ended,lastError:null}:ended)
listener.onSettled(id,ended)
endEarly(id)}))
limit.release()
return wasCut}(board,api,options,progress);(async function(board,findSilent,log,sleep,limit){await sleep(6e4,limit.signal)
if(limit.signal.aborted||!isReadRegularly(board.ids.length))return
const silent=await findSilent(board.list().flatMap(({session})=>session??[]),limit)
if(limit.signal.aborted||0===silent.length)return
const{describeSilentLocation}=await __nccwpck_require__.e(537).then(__nccwpck_require__.bind(__nccwpck_require__,8537))
for(const location of silent)log.info(describeSilentLocation(location))})(board,findSilent,log,timing.sleep,{signal:over.signal,endsAt:deadline}).catch(()=>{})
const first=1===board.ids.length?` ${board.ids[0]??""}`:"",what=(0,words.Fs)(board.ids.length,`${api.kind} session`)
log.info(`Awaiting ${what}${first} for at most ${(0,format_duration.a)(deadline-clock.now())}`)
try{return await waiting}finally{over.abort()
progress.close()}}(inputs,plan,board,log,schedule,findRules)
return{kind:"awaited",missing,unstarted,failedFast}}(inputs,plan,board,log,schedule,findRules,remember,()=>{const left=remember()
if(left>0)log.warning(`If this process is killed, nobody cancels ${(0,words.Fs)(left,"session")}: so many have no room in the runner's state.`);(async()=>Promise.all([__nccwpck_require__.e(993),__nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__,846)))().catch(()=>{})})
await decide(ending)})().catch(error=>{const message=(0,words.Uc)(error)
return decide({kind:"broken",cause:error instanceof input_error.d?message:`Unexpected error: ${message}. Please report it with the log of this step.`})})}()})()
module.exports={}})()
