"use strict"
exports.id=640
exports.ids=[640]
exports.modules={7611:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{r:()=>checkResultSchema,x:()=>anyPartSchema})
var valibot_1=__webpack_require__(7934),_loose_js_0=__webpack_require__(7155)
const list=valibot_1.NpB(valibot_1.YOg(valibot_1.L5J()),[]),dictionary=valibot_1.FsL(valibot_1.NpB(valibot_1.g1P(valibot_1.YjP(),valibot_1.L5J()),{}),valibot_1.pdi(it=>it)),probeFields={requestError:_loose_js_0.L,request:dictionary,assertions:list,response:dictionary,jobLog:_loose_js_0.L},runSchema=maybe(valibot_1.Ikc({errors:list,jobLog:_loose_js_0.L})),anyPartSchema=valibot_1.Ikc({...probeFields,errors:list}),checkResultSchema=valibot_1.Ikc({overMaxResponseTime:_loose_js_0.L,responseTime:_loose_js_0.L,scheduleError:_loose_js_0.L,errors:list,apiCheckResult:maybe(valibot_1.Ikc(probeFields)),browserCheckResult:runSchema,multiStepCheckResult:runSchema,playwrightCheckResult:runSchema,agenticCheckResult:maybe(valibot_1.Ikc({summary:_loose_js_0.L,assertions:list,errors:list,jobLog:_loose_js_0.L})),tracerouteCheckResult:maybe(valibot_1.Ikc({...probeFields,totalHops:_loose_js_0.L,destinationReached:_loose_js_0.L})),grpcCheckResult:maybe(valibot_1.Ikc({...probeFields,grpcStatusCode:_loose_js_0.L,healthStatus:_loose_js_0.L})),sslCheckResult:maybe(valibot_1.Ikc({...probeFields,failureCategory:_loose_js_0.L,chainTrusted:_loose_js_0.L,hostnameVerified:_loose_js_0.L,daysUntilExpiry:_loose_js_0.L,tlsVersion:_loose_js_0.L,baselineVerdict:_loose_js_0.L}))})
function maybe(schema){return valibot_1.NpB(valibot_1.lqM(valibot_1.mee(schema),null),null)}},3007:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{f:()=>MOST_RESULTS,r:()=>chooseResultsToRead})
const MOST_RESULTS=30
function chooseResultsToRead(sessions,max){const queues=sessions.filter(({state})=>"passed"!==state).map(judged=>({judged,results:listFailedResults(judged.session)})).filter(({results})=>results.length>0).sort((a,b)=>rankSession(a.judged)-rankSession(b.judged)).map(({results})=>results),chosen=[]
for(let round=0;chosen.length<max;round+=1){const next=queues.flatMap(results=>results[round]??[])
if(0===next.length)break
chosen.push(...next.slice(0,max-chosen.length))}return chosen}function listFailedResults(session){if(null===session)return[]
const failed=session.runs.flatMap(({check,attempts})=>attempts.filter(({state,id})=>"failed"===state&&""!==id&&"HEARTBEAT"!==check.type).map(attempt=>({session,check,attempt}))),isFinal=({attempt})=>attempt.isFinal
return[...failed.filter(isFinal),...failed.filter(it=>!isFinal(it)).reverse()]}function rankSession({state,session}){return("failed"===state?0:2)+("FAILED"===session?.status?0:1)}},1212:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{N:()=>describeFailedAssertion})
function describeFailedAssertion({subject,expected,actual}){const wanted=""===expected?subject:`${subject}: expected ${expected}`
return""===actual?wanted:`${wanted}, was ${actual}`}},5640:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{learnFailures:()=>learnFailures})
var choose_results=__webpack_require__(3007),dist=__webpack_require__(7934);// src/secrets/judge-value.ts
const MARK="***",PLACEHOLDER=/^(?:null|undefined|none|nil|true|false|nan|[*\u2022\xb7x.\u2026]{3,}|object Object\]?|[<[(]?(?:redacted|hidden|filtered|masked)[>\])]?|<[\w -]*>|\$\{.*|\{\{.*|\$[A-Z_]+|%[A-Z_]+%)$/i,STATEMENT=/^(?:is|isn't|are|was|were|has|have|had|must|should|cannot|can't|could|does|doesn't|did|may|will|not|too|required|requires|missing|invalid|incorrect|wrong|expired|revoked|expected|received|unexpected|visible|enabled|disabled|empty|unknown|unauthorized|forbidden|denied|rejected|refused|failed|valid|string|number|boolean|malformed|mismatch|unset|present|absent|optional)(?![\w-])/i,CODE=/^(?:(?:process\.env|import\.meta|os\.environ|env|config|secrets|vars|this|self|window|await|new)\b[.[ ]|[A-Za-z_$][A-Za-z_$.-]*[([]|[A-Za-z_$]+(?:\.[A-Za-z_$]+)+$)/,VARIABLE_NAME=/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/,SCHEME=/^(?:Bearer|Basic|Digest|Token|ApiKey|Api-Key|SSWS|Negotiate|NTLM|Hawk)(?=$|[ ,])/i
function isPlaceholder(value){if(value.startsWith(MARK)||!/\S/.test(value))return!0
const head=value.slice(0,120).replace(SCHEME,"").trim()
return""===head||PLACEHOLDER.test(head)}function isStatement(value){const head=value.slice(0,120).replace(/^[\s"'\\]+/,"")
return STATEMENT.test(head)||SCHEME.test(head)&&isWordBehindScheme(head.replace(SCHEME,"").trim())}function isWordBehindScheme(text){return STATEMENT.test(text)||/^(?:tokens?|auth|authentication|authorization|scheme|header|credentials?)\b/i.test(text)}function isOpaque(value){if(value.length<4)return!1
return value.length>=40||/\d|[a-z][A-Z]|[_+~/=@!#$%^*&](?=.)|^[^-]{25}/.test(value)}// src/secrets/read-name.ts
const LONGEST_NAME=64,MOST_BLANKS=3,ENCODED_QUOTES=["%22","&quot;"],ENTITY_AMPERSAND="&amp;"
function readName(text,end,separator){let at=end
for(;at>0&&end-at<MOST_BLANKS&&" "===text[at-1];)at-=1
const isAssignment="="===separator||/^%3d$/i.test(separator)
if(isAssignment&&(":"===text[at-1]||"]"===text[at-1]))at-=1
const encoded=ENCODED_QUOTES.find(quote=>text.endsWith(quote,at))
let isQuoted=!0
if(void 0!==encoded)at-=encoded.length
else if(/["'`]/.test(text[at-1]??"")){at-=1
for(;"\\"===text[at-1]&&end-at<20;)at-=1}else isQuoted=!1
let start=at
for(;start>0&&at-start<=LONGEST_NAME&&isNameCharacter(text.charCodeAt(start-1));)start-=1
if(start===at||at-start>LONGEST_NAME)return null
const escaped=function(text,start,end){const before=text[start-1]
if("\\"!==before&&"%"!==before)return""
const head=text.slice(start,Math.min(end,start+6))
return("%"===before?/^[\da-f]{2}/i:/^(?:u00[\da-f]{2}|[nrt])/i).exec(head)?.[0]??""}(text,start,at),before=text[start-1]??""
return{name:text.slice(start+escaped.length,at),start:start+escaped.length,isQuoted,isParameter:isAssignment&&(""===escaped?/[?&#]/.test(before)||text.endsWith(ENTITY_AMPERSAND,start):/^(?:u00(?:26|3f|23)|26|3f|23)$/i.test(escaped)),openedBy:isQuoted?"":/\\{0,7}["'`]$/.exec(text.slice(Math.max(0,start-8),start))?.[0]??""}}function isNameCharacter(code){return code>=97&&code<=122||code>=65&&code<=90||code>=48&&code<=57||95===code||45===code||46===code||36===code}// src/secrets/read-value.ts
const QUOTATION=/[ \t]*(?:(\\*)(["'`])|(%22|&quot;))/y,LINE_BEGINNING=/^[\s>*<|+\d-]*$/
function readQuoted(cursor,from,mayClose=!1){QUOTATION.lastIndex=from
const opening=QUOTATION.exec(cursor.text)
if(null===opening)return null
const start=from+opening[0].length
if(mayClose&&/^[)\]},;\s]|^$/.test(cursor.text.slice(start,start+1)))return null
return toRange(start,cursor.findQuotationEnd(start,opening[2]??opening[3]??'"',opening[1]?.length??0))}function readWord(cursor,start,isParameter){let end=isParameter?cursor.findParameterEnd(start):cursor.findWordEnd(start)
for(;end>start&&").,;]}".includes(cursor.text[end-1]??"");)end-=1
return toRange(start,end)}function toRange(start,end){return end>start?{start,end}:null}// src/secrets/secret-names.ts
const SECRET_ENDS=new Set(["password passwd passphrase passcode pwd secret token jwt authorization cookie cookies credential","credentials apikey accesskey secretkey privatekey authtoken accesstoken idtoken refreshtoken","sessiontoken clientsecret csrf xsrf otp totp bypass auth jsessionid phpsessid sessionid sid"].flatMap(line=>line.split(" "))),BEFORE_KEY=new Set(["api access secret private auth signing encryption subscription functions function account master","service license shared storage consumer session deploy ssh webhook role host app"].flatMap(line=>line.split(" "))),BEFORE_HARMLESS_TOKEN=new Set(["page","continuation","next","pagination","sync","unexpected"]),TRAILING_WORDS=new Set(["confirmation","confirm","repeat","again","value","hash","raw"]),PARAMETER_ENDS=new Set(["key","sig","signature","hmac","pass","pin","ticket","session","sess"]),PARAMETERS=new Set(["code","sv","policy","assertion","clientassertion","codeverifier","samlresponse","samlrequest","authcode","authorizationcode","verificationcode","resetcode","logincode","invitecode","sessionstate"]),CANDIDATE=/key|token|secret|pass|pwd|auth|cookie|cred|jwt|sig|sess|sid|bypass|code|sv|csrf|xsrf|otp|saml|hmac|pin|ticket|policy|assertion/i
function classifyName(name){if(!CANDIDATE.test(name))return"none"
const words=function(name){return name.replace(/([a-z\d])([A-Z])/g,"$1 $2").replace(/([A-Z])([A-Z][a-z])/g,"$1 $2").toLowerCase().split(/[^a-z\d]+/).filter(word=>""!==word)}(name)
for(;words.length>1&&TRAILING_WORDS.has(words.at(-1)??"");)words.pop()
const last=(words.at(-1)??"").replace(/\d+$/,"")
if(function(words,last){const before=words.at(-2)??""
if("key"===last)return BEFORE_KEY.has(before)
if("token"===last)return!BEFORE_HARMLESS_TOKEN.has(before)
if("id"===last)return/^(?:.* )?access key id$|^session id$/.test(words.join(" "))
if("signature"===last||"credential"===last)return words.length>1
return SECRET_ENDS.has(last)}(words,last))return function(name,last){return"authorization"===last||"cookie"===last||name.replace(/^-+/,"").includes("-")}(name,last)?"header":"secret"
return PARAMETER_ENDS.has(last)||PARAMETERS.has(words.join(""))?"parameter":"none"}// src/secrets/text-cursor.ts
class TextCursor{text
lineEnd=-1
escapedLineEnd=-1
wordEnd=-1
parameterEnd=-1
constructor(text){this.text=text}findLineEnd(from){if(this.lineEnd<from)this.lineEnd=this.find(/[\n\r]/g,from)
return this.lineEnd}findEscapedLineEnd(from){if(this.escapedLineEnd<from)this.escapedLineEnd=this.find(/[\n\r]|\\+[nr]/g,from)
return this.escapedLineEnd}findWordEnd(from){if(this.wordEnd<from)this.wordEnd=this.find(/[&\s"'`<>\\]/g,from)
return this.wordEnd}findParameterEnd(from){if(this.parameterEnd<from)this.parameterEnd=this.find(/[&\s"'`<>\\]|%26|%22/gi,from)
return this.parameterEnd}findQuotationEnd(from,mark,depth){const lineEnd=this.findLineEnd(from)
for(let at=this.text.indexOf(mark,from);-1!==at&&at<lineEnd;at=this.text.indexOf(mark,at+1)){let backslashes=0
for(;at-backslashes>from&&"\\"===this.text[at-backslashes-1];)backslashes+=1
if(0===depth?backslashes%2==0:backslashes<=depth)return at-(0===depth?0:backslashes)}return lineEnd}find(pattern,from){pattern.lastIndex=from
return pattern.exec(this.text)?.index??this.text.length}}// src/secrets/find-named-secrets.ts
const SEPARATOR=/[:=]|%3[ad]|(?<=["']),/gi,NAMING_FIELDS=new Set(["name","key","header","type","id","field"]),LONGEST_REMARK=1e3,NEAR=160
function findNamedSecrets(text){const cursor=new TextCursor(text),ranges=[]
let position=0,namedAt=Number.NEGATIVE_INFINITY
for(const{index,0:separator}of text.matchAll(SEPARATOR)){if(index<position)continue
const found=readName(text,index,separator)
if(null===found||found.start<position)continue
const from=index+separator.length,word=found.name.toLowerCase()
if(NAMING_FIELDS.has(word)&&!found.isParameter){const value=readQuoted(cursor,from),kind=null===value?"none":classifyName(text.slice(value.start,value.end).slice(0,64))
if(null!==value&&("header"===kind||"secret"===kind))namedAt=value.end
if(null!==value)continue}const isNamed="value"===word&&index-namedAt<NEAR,kind=isNamed?"secret":classifyName(joinPrevious(text,found))
if("none"===kind||"parameter"===kind&&!found.isParameter)continue
const range=isNamed?readQuoted(cursor,from):readValue(cursor,found,separator,from,kind)
if(null===range)continue
const value=text.slice(range.start,range.end)
if(value.length<=LONGEST_REMARK&&(isPlaceholder(value)||!found.isParameter&&isStatement(value)))continue
ranges.push(range)
position=range.end}return ranges}function readValue(cursor,found,separator,from,kind){const{text}=cursor,next=text[from]??""
if(found.isParameter)return readWord(cursor,from,!0)
if(/[=>]/.test(next)||":"===separator&&/[:/]/.test(next))return null
const quoted=readQuoted(cursor,from,!found.isQuoted)
if(","===separator)return function(text,found,kind,quoted){if(null===quoted||!found.isQuoted||"header"!==kind)return null
return/[ =]/.test(text.slice(quoted.start,quoted.end).slice(0,200))?quoted:null}(text,found,kind,quoted)
if(null!==quoted)return quoted
let start=from
for(;" "===text[start]||"\t"===text[start];)start+=1
if("["===text[start])return function(cursor,opening){const{text}=cursor,start=opening+1,marks=/[\]"'`]/g
marks.lastIndex=start
for(let mark=marks.exec(text);null!==mark;mark=marks.exec(text)){if("]"===mark[0])return mark.index>start?{start,end:mark.index}:null
const depth="\\"===text[mark.index-1]?1:0
marks.lastIndex=cursor.findQuotationEnd(mark.index+1,mark[0],depth)+1+depth}return{start,end:text.length}}(cursor,start)
if(/["'`{]/.test(text[start]??""))return null
if("header"===kind)return function(cursor,found,start){const{text}=cursor
if(""!==found.openedBy)return toRange(start,cursor.findQuotationEnd(start,found.openedBy.slice(-1),found.openedBy.length-1))
const begun=function(text,start){const before=text.slice(Math.max(0,start-40),start),line=before.replace(/^[\s\S]*(?:[\n\r]|\\[nr])/,"")
if(!LINE_BEGINNING.test(line))return"none"
if(line.length===before.length)return start<=40?"line":"none"
return/[nr]/.test(before[before.length-line.length-1]??"")?"escaped":"line"}(text,found.start)
if("line"===begun)return toRange(start,cursor.findLineEnd(start))
if("escaped"===begun){const lineEnd=cursor.findEscapedLineEnd(start)
return toRange(start,start+(/(?<!\\)"/.exec(text.slice(start,lineEnd))?.index??lineEnd-start))}return/cookie$/i.test(found.name)?function(text,start){const cookies=/[^\s=;,"'`]{1,100}=[^\s;"'`]*(?:; ?(?:[^\s=;,"'`]{1,100}=[^\s;"'`]*|HttpOnly|Secure|Partitioned))*/iy
cookies.lastIndex=start
const found=cookies.exec(text)
return null===found?null:{start,end:start+found[0].length}}(text,start):function(text,start){const credentials=/([^\s,"'`]+)(?: (?:([^\s,"'`=]+=*)(?![^\s,"'`]|(?<==)"\w)|((?:,? ?[\w-]+=(?:"[^"\n]*"|[^\s,"']+))+)))?/y
credentials.lastIndex=start
const[whole="",first="",second="",parameters=""]=credentials.exec(text)??[],isSecond=isOpaque(second)||SCHEME.test(first)&&""!==second&&!isWordBehindScheme(second)
if(""!==parameters||isSecond)return toRange(start,start+whole.length)
return isOpaque(first)?toRange(start,start+first.length):null}(text,start)}(cursor,found,start)
return function(cursor,found,separator,from,start){const{text}=cursor,range=readWord(cursor,start,!1)
if(null===range)return null
const value=text.slice(range.start,range.end)
if(function(value){return CODE.test(value.slice(0,200))||VARIABLE_NAME.test(value.slice(0,200))}(value)||/^\d{1,3}$/.test(value))return null
if(found.isQuoted||":"!==separator&&start===from)return range
if(isOpaque(value))return range
const isAlone=":"===separator&&start>from&&function(cursor,start,end){const before=cursor.text.slice(Math.max(0,start-40),start),line=before.slice(before.lastIndexOf("\n")+1)
return(line.length<before.length||start<=40)&&/^[\s-]*$/.test(line)&&""===cursor.text.slice(end,cursor.findLineEnd(end)).trim()}(cursor,found.start,range.end)
return isAlone&&/^[\w@!#$%^&*+=~.-]+$/.test(value)?range:null}(cursor,found,separator,from,start)}function joinPrevious(text,{name,start}){if(!/^key$/i.test(name))return name
return`${/([A-Za-z]{2,20}) $/.exec(text.slice(Math.max(0,start-22),start))?.[1]??""} ${name}`}// src/secrets/find-secret-shapes.ts
const TOKENS=new RegExp(`(?<![A-Za-z0-9_-])(?:${["eyJ[\\w-]*\\.[\\w-]+(?:\\.[\\w-]*){0,3}","eyJ[\\w-]{17,}","gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\\w{16,}|gl(?:pat|dt|rt|ptt|ft|soat)-[\\w-]{16,}","xox[a-z]-[\\w-]{8,}|xapp-[\\w-]{8,}","[srp]k_(?:live|test)_\\w{8,}|whsec_\\w{8,}","(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}","AIza[\\w-]{30,}|ya29\\.[\\w.-]{8,}|GOCSPX-[\\w-]{8,}","sk-(?:ant|proj|or)-[\\w-]{16,}|sk-[A-Za-z0-9]{20,}","npm_[A-Za-z0-9]{30,}|pypi-AgE[\\w-]{16,}|hf_[A-Za-z0-9]{20,}|dop_v1_\\w{20,}|dckr_pat_[\\w-]{16,}","SG\\.[\\w-]{8,}\\.[\\w-]{8,}|hvs\\.[\\w-]{8,}|shp(?:at|ss|ca|pa)_\\w{16,}|lin_api_\\w{16,}","(?:cu|sv)_[0-9a-f]{24,}"].join("|")})`,"g"),find_secret_shapes_SCHEME=/(?<![\w-])(?:Bearer|Basic|ApiKey|Api-Key|SSWS|Negotiate)(?: {1,4}|%20|\+)([^\s"'`,;<>\\)\]}]+)/gi,USER_INFO=/:\\?\/\\?\/([^\s/?#"'`<>\\]+)@/g,ENCODED_USER_INFO=/%3A%2F%2F([^\s/?#"'`<>\\%]+(?:%3A[^\s/?#"'`<>\\%]*)?)%40/gi,WEBHOOK=/(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]+)/gi,PRIVATE_KEY=/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g,USER_OPTION=/(?<!\S)(?:-u|--user|--proxy-user)[ =]{1,4}["']?([^\s"':]+:[^\s"']+)/g
function findSecretShapes(text){return[...Array.from(text.matchAll(TOKENS),({index,0:token})=>({start:index,end:index+token.length})),...findGroups(text,find_secret_shapes_SCHEME,value=>isOpaque(value)&&!/^\w+=$/.test(value)&&!value.includes(MARK)),...findGroups(text,USER_INFO,value=>"git"!==value),...findGroups(text,ENCODED_USER_INFO,()=>!0),...findGroups(text,WEBHOOK,()=>!0),...findGroups(text,USER_OPTION,()=>!0),...findPrivateKeys(text)]}function findGroups(text,pattern,isMeant){const ranges=[]
for(const{index,0:whole,1:value=""}of text.matchAll(pattern)){const start=index+whole.lastIndexOf(value)
if(!isPlaceholder(value)&&isMeant(value))ranges.push({start,end:start+value.length})}return ranges}function findPrivateKeys(text){const ranges=[]
let position=0
for(const{index,0:firstLine}of text.matchAll(PRIVATE_KEY)){if(index<position)continue
const lastLine=text.indexOf("-----END",index+firstLine.length),close=-1===lastLine?-1:text.indexOf("-----",lastLine+8)
position=-1===close?text.length:close+5
ranges.push({start:index,end:position})}return ranges}// src/secrets/find-typed-secrets.ts
const TYPING=/(?<!\w)(?:fill|type|pressSequentially|setValue)\(/g,SECRET_FIELD=/passw|pwd|passphrase|secret|token|\botp\b|api.?key/i,find_typed_secrets_NEAR=600,ARGUMENT=/\s{0,4}(?:(["'`])((?:(?!\1)[^\\\n]|\\.){0,500})\1|[\w.]{1,60})\s{0,4}(,?)/y
function findTypedSecrets(text){const ranges=[]
for(const{index,0:call}of text.matchAll(TYPING)){const{typed,selectors}=readArguments(text,index+call.length)
if(null===typed||isPlaceholder(text.slice(typed.start,typed.end)))continue
const above=text.slice(Math.max(0,index-find_typed_secrets_NEAR),index),line=above.slice(above.lastIndexOf("\n")+1),field=/^[\s-]*$/.test(line)?above:line+selectors
if(SECRET_FIELD.test(field))ranges.push(typed)}return ranges}function readArguments(text,from){let typed=null,selectors="",position=from
for(let count=0;count<3;count+=1){ARGUMENT.lastIndex=position
const found=ARGUMENT.exec(text)
if(null===found)break
const[whole,mark,value="",comma]=found
if(void 0!==mark){if(null!==typed)selectors+=text.slice(typed.start,typed.end)
const start=position+whole.indexOf(mark)+1
typed={start,end:start+value.length}}position+=whole.length
if(""===comma)break}return{typed,selectors}}var check_result_schema=__webpack_require__(7611),words=__webpack_require__(830)
function isEqual(actual,target){const isNumeric=""!==String(target).trim()&&!Number.isNaN(Number(target))&&""!==actual
return String(actual)===String(target)||isNumeric&&Number(actual)===Number(target)}var failure_details=__webpack_require__(1212),loose=__webpack_require__(7155),neutralise_text=__webpack_require__(5261);// src/diagnosis/read-values.ts
const MOST_READ=16e3,LONGEST_LINE=400
function toLine(value,maxLength){return(0,neutralise_text.TH)(toSafeText(value),maxLength)}function toExcerpt(value){const lines=toSafeText(value).split("\n").map(line=>(0,neutralise_text.IN)(line.trimEnd(),LONGEST_LINE))
return(0,neutralise_text.Hy)(lines.join("\n"),25,2500)}function toLines(value){return toSafeText(value).split(/\r\n|[\n\r\u0085\u2028\u2029]/,300).map(line=>(0,neutralise_text.IN)(line.trimEnd(),LONGEST_LINE))}function toFact(label,value){const line=toLine(value,300)
return""===line?[]:[[label,line]]}function toSafeText(value){const text=(0,neutralise_text.Pz)(function(value){if("string"==typeof value)return value
if(null==value)return""
return"object"==typeof value?JSON.stringify(value)??"":String(value)}(value).slice(0,MOST_READ),MOST_READ);// src/secrets/hide-credentials.ts
return function(text){const ranges=[...findNamedSecrets(text),...findSecretShapes(text),...findTypedSecrets(text)]
if(0===ranges.length)return{text,hidden:0}
const merged=function(ranges){const merged=[]
for(const range of[...ranges].sort((a,b)=>a.start-b.start)){const last=merged.at(-1)
if(void 0!==last&&range.start<last.end)last.end=Math.max(last.end,range.end)
else merged.push({...range})}return merged}(ranges)
let shown="",position=0
for(const{start,end}of merged){shown+=text.slice(position,start)+MARK
position=end}return{text:shown+text.slice(position),hidden:merged.length}}(text).text}// src/diagnosis/read-assertions.ts
const MOST_ASSERTIONS=10,assertionSchema=dist.Ikc({source:loose.L,property:loose.L,regex:loose.L,comparison:loose.L,target:loose.L,condition:loose.L,expected:loose.L,actual:loose.L,error:loose.L,passed:loose.L}),COMPARISONS={EQUALS:"",NOT_EQUALS:"not",CONTAINS:"to contain",NOT_CONTAINS:"not to contain",MATCHES:"to match",GREATER_THAN:"more than",LESS_THAN:"less than",HAS_KEY:"to have the key",NOT_HAS_KEY:"not to have the key",HAS_VALUE:"to have the value",NOT_HAS_VALUE:"not to have the value",IS_EMPTY:"to be empty",NOT_EMPTY:"not to be empty",IS_NULL:"null",NOT_NULL:"not null"},TIMES=new Set(["RESPONSE_TIME","LATENCY"])
function summariseAssertions(list,known=new Map){const failed=readFailedAssertions(list,known),shown=failed.slice(0,MOST_ASSERTIONS).map(assertion=>function(assertion,known){const{source,property,regex,comparison,target,condition,expected}=assertion,subject=[wordsOf(source),toLine(property,100),isFilled(regex)?`/${toLine(regex,100)}/`:""],name=nameComparison(comparison),wanted=Object.hasOwn(COMPARISONS,name)?COMPARISONS[name]??"":wordsOf(comparison),unit=TIMES.has(toLine(source,40).toUpperCase())?" ms":"",aim=""===target&&"EQUALS"===name?"empty":addUnit(toLine(target,200),unit),shown={subject:isFilled(condition)?toLine(condition,200):(0,words.tI)(subject," ")||"assertion",expected:isFilled(expected)?toLine(expected,200):(0,words.tI)([wanted,aim]," "),actual:addUnit(describeActual(assertion,known),unit)}
return function({property}){const kind=classifyName(toLine(property,64))
return"header"===kind||"secret"===kind}(assertion)?function({subject,expected,actual},aim){const hide=value=>""===value||"empty"===value||"null"===value?value:MARK
return{subject,expected:""===aim?expected:expected.replace(aim,()=>hide(aim)),actual:hide(actual)}}(shown,aim):shown}(assertion,known)),isCut=failed.length>MOST_ASSERTIONS
return{reason:void 0===shown[0]?"":(0,failure_details.N)(shown[0]),facts:isCut?toFact("Failed assertions",`${failed.length}, the first are shown`):[],assertions:shown}}function readFailedAssertions(list,known){const assertions=list.flatMap(item=>{const parsed=dist.xLC(assertionSchema,item)
return parsed.success?parsed.output:[]}),marked=assertions.filter(it=>{return!1===it.passed||isFilled(error=it.error)&&!1!==error&&"null"!==error
var error})
if(marked.length>0)return marked
return assertions.filter(it=>!0!==it.passed&&// src/diagnosis/compare-values.ts
function(comparison,actual,target){if(null==actual)return!1
if("IS_EMPTY"===comparison)return"string"==typeof actual&&""!==actual
if("NOT_EMPTY"===comparison)return""===actual
if("IS_NULL"===comparison)return!0
if("object"==typeof actual||"string"!=typeof target&&"number"!=typeof target)return!1
if("CONTAINS"===comparison)return!String(actual).includes(String(target))
if("NOT_CONTAINS"===comparison)return String(actual).includes(String(target))
if("EQUALS"===comparison)return!isEqual(actual,target)
if("NOT_EQUALS"===comparison)return isEqual(actual,target)
const[value,limit]=[Number(actual),Number(target)]
if(""===target||Number.isNaN(value)||Number.isNaN(limit))return!1
if("GREATER_THAN"===comparison)return value<=limit
return"LESS_THAN"===comparison&&value>=limit}(nameComparison(it.comparison),findActual(it,known),it.target))}function addUnit(value,unit){return/^\d+(?:\.\d+)?$/.test(value)?value+unit:value}function findActual({actual,source},known){return actual??known.get(toLine(source,40))}function describeActual(assertion,known){const actual=findActual(assertion,known)
if(null!=actual)return"string"==typeof actual&&""===actual.trim()?"empty":toLine(actual,200)||"empty"
if("string"!=typeof assertion.error)return""
const error=toLine(assertion.error,200)
if(!/^expected /i.test(error))return error
const said=/^expected (.{1,150}?) (?:not )?to /i.exec(error)?.[1]??""
return"''"===said||'""'===said?"empty":said}function nameComparison(comparison){return toLine(comparison,40).replace(/([a-z])([A-Z])/g,"$1_$2").toUpperCase()}function wordsOf(constant){return toLine(constant,40).replaceAll("_"," ").trim().toLowerCase().replace(/\b(?:json|grpc|tls|ip|ttl)\b/g,word=>"grpc"===word?"gRPC":word.toUpperCase())}function isFilled(value){return null!=value&&""!==value}// src/diagnosis/read-call-log.ts
const OBSTACLE=/intercepts pointer events$|^element is (?:not \w|outside of the viewport)/,TITLE=/^(?:\d{1,5}\) )?(?:\[[^\]]{1,80}\] \u203a |\S{1,300}\.[cm]?[jt]sx?(?::\d{1,7}){0,2} \u203a )/,PREFIX=/^(?:UserScript |Uncaught |(?:Timeout|Assertion)?Error(?: \[\w{1,60}\])?: )/,SECTION=/^(?:Call log|Aria snapshot|Response text|Browser logs|Logs):|^={3,} logs|^at \S|^>? ?\d{1,6} \|/,TIME_UP=/^(?:Test timeout of|Worker teardown timeout of|"[^"]{1,80}" (?:hook|modifier) timeout of|Fixture "[^"]{1,200}" timeout of|Tearing down "[^"]{1,200}" exceeded|Your check run has reached the maximum run time)/i,PLAIN_KINDS=new Set(["","string","value","array","object","number"])
function readErrorText(lines){const trimmed=lines.map(line=>line.trim())
let first=trimmed.findIndex(line=>""!==line),[project,title]=["",""]
if(TITLE.test(trimmed[first]??"")){({project,title}=function(line){const parts=line.replace(/^\d{1,5}\) /,"").replace(/[ \u2500]+$/,"").split(" \u203a "),project=/^\[(.{1,80})\]$/.exec(parts[0]??"")?.[1]??"",titles=parts.filter((part,index)=>!(0===index&&""!==project||/\.[cm]?[jt]sx?(?::\d+){0,2}$/.test(part)))
return{project,title:(0,neutralise_text.TH)(titles.join(" \u203a "),200)}}(trimmed[first]??""))
first=trimmed.findIndex((line,index)=>index>first&&""!==line)}const head=(0,neutralise_text.TH)(function(line){let rest=line
for(let count=0;count<3;count+=1)rest=rest.replace(PREFIX,"")
return rest}(trimmed[first]??"").replace(/ \/\/ .{1,60}$/,""),200)
if(""===head)return{reason:""===title?"":`test failed: ${title}`,title,project,isTimeUp:!1}
const rest=trimmed.slice(first+1),end=rest.findIndex(line=>SECTION.test(line)),body=(-1===end?rest:rest.slice(0,end)).filter(line=>""!==line),locator=readLabel(body,"Locator").value,subject=function(head,body){if(head.startsWith("expect("))return head
const matcher=body.find(line=>/^expect\(.{1,300} failed$/.test(line))??""
return(0,words.tI)([head,(0,neutralise_text.TH)(matcher,200)],": ")}(head,body).replace("expect(locator)",()=>`expect(${locator||"locator"})`),detail=function(body){const expected=readLabel(body,"Expected"),received=readLabel(body,"Received"),error=body.find(line=>/^Error: (?!expect\()/.test(line))?.slice(7)??"",kind=PLAIN_KINDS.has(expected.kind)?"":`${expected.kind} `,wanted=""===expected.value?"":`expected ${kind}${expected.value}`
if(""!==wanted&&""!==received.value)return`${wanted}, was ${received.value}`
if(""!==error)return(0,words.tI)([wanted,(0,neutralise_text.TH)(error.replace(/:$/,""),250)],", ")
return function(body){const start=body.findIndex((line,index)=>/^- Expected/.test(line)&&/^\+ Received/.test(body[index+1]??""))
if(-1===start)return""
const changes=body.slice(start+2),find=sign=>(0,neutralise_text.TH)(changes.find(line=>line.startsWith(sign)&&line.length>1)?.slice(1).replace(/,$/,"")??"",120),[wanted,was]=[find("-"),find("+")]
if(""===wanted)return""===was?"":`not expected ${was}`
return""===was?`expected ${wanted}, was not there`:`expected ${wanted}, was ${was}`}(body)||(""===received.value?"":`received ${received.value}`)}(body)||function(head,{request,response,waitedFor,obstacle}){if(""!==response&&/toBeOK/.test(head))return(0,words.tI)([request,"answered",response]," ")
if(!/exceeded|timed out/i.test(head)||""===waitedFor)return""
return(0,words.tI)([head.includes(waitedFor)?"":waitedFor,obstacle],": ")}(head,function(lines){const log={request:"",response:"",waitedFor:"",obstacle:""},start=lines.findIndex(line=>/^Call log:|^={3,} logs/.test(line))
if(-1===start)return log
for(const line of lines.slice(start+1)){const said=line.replace(/^-\s*/,"").replace(/^\d{1,6} \xd7 /,"")
if(said.startsWith("\u2192 "))log.request=(0,neutralise_text.TH)(said.slice(2),200)
else if(said.startsWith("\u2190 "))log.response=(0,neutralise_text.TH)(said.slice(2),80)
else if(OBSTACLE.test(said))log.obstacle=(0,neutralise_text.TH)(said,160)
else if(""===log.waitedFor&&/^(?:waiting for|navigating to) /.test(said))log.waitedFor=(0,neutralise_text.TH)(said,200)}return log}(rest))||function(head,body){return/:$/.test(head)||/^expect\(.{1,300} failed$/.test(head)||/^npm (?:ERR!|error) code/.test(head)?(0,neutralise_text.TH)(body[0]??"",200):""}(head,body),isTimeUp=TIME_UP.test(head),shown=""===detail||isTimeUp?subject:`${subject.replace(/[.:]$/,"")}: ${detail}`
return{reason:(0,neutralise_text.TH)(shown,500),title,project,isTimeUp}}function readLabel(body,label){for(const line of body){if(!line.startsWith(label))continue
const[,kind="",value=""]=/^(?: ([a-z ]{1,30}))?:\s*(\S.*)$/.exec(line.slice(label.length))??[]
if(""!==value)return{kind,value:(0,neutralise_text.TH)(value,"Locator"===label?160:120)}}return{kind:"",value:""}}// src/diagnosis/read-job-log.ts
const entrySchema=dist.Ikc({msg:loose.L,level:dist.NpB(dist.YjP(),"")}),MOST_ENTRIES=500,MOST_LINES=25,NUMBERED_TITLE=/^\s{0,20}\d{1,4}\) .{1,300} \u203a /,FAILURE=/^\s{0,20}(?:UserScript )?(?:[A-Z][A-Za-z]{0,40}Error|Error)\b.{0,60}?: |\bnpm (?:ERR!|error) |maximum (?:memory usage|run time)|heap out of memory|\bENOSPC\b|No tests found|worker process exited|Command failed|\bKilled$/m
function readEntries(log){if("string"==typeof log)return[{msg:log,level:""}]
if(Array.isArray(log))return log.flatMap(item=>{const parsed=dist.xLC(entrySchema,"string"==typeof item?{msg:item}:item)
return parsed.success?parsed.output:[]})
return"object"==typeof log&&null!==log?Object.values(log).filter(Array.isArray).flatMap(readEntries):[]}function isError(entry){return void 0!==entry&&/^(?:ERROR|FATAL)$/i.test(entry.level)&&""!==readHead(entry).trim()}function isTitle(entry){return NUMBERED_TITLE.test(readHead(entry))}function isFailure(entry){return FAILURE.test(readHead(entry))}function readHead({msg}){return"string"==typeof msg?msg.slice(0,500):""}// src/diagnosis/read-request-error.ts
function readRequestError({requestError,response}){return[requestError,response.requestError].map(describe).find(line=>!/^(?:null|undefined|false|)$/.test(line))??""}function describe(error){return toLine("object"==typeof error&&null!==error&&"message"in error?error.message:error,300)}var format_duration=__webpack_require__(775);// src/diagnosis/read-response-time.ts
const LIMIT_EXCEEDED="the response time was over its limit"
function readResponseTime({overMaxResponseTime,responseTime}){return!0===overMaxResponseTime&&"number"==typeof responseTime?[["Response time",(0,format_duration.a)(responseTime)]]:[]}// src/diagnosis/read-api-result.ts
function readApiResult(result,body){const{request,response,jobLog}=result,hasAnswer=""!==toLine(response.status,10)&&0!==Number(response.status),setup=describePhase(jobLog,"setup"),unanswered=readRequestError(result)||(hasAnswer?"":setup||describePhase(jobLog,"request")),failed=summariseAssertions(""===unanswered?result.assertions:[],new Map([["STATUS_CODE",hasAnswer?response.status:void 0]])),reasons=[unanswered,failed.reason,!0===body.overMaxResponseTime?LIMIT_EXCEEDED:"",describePhase(jobLog,"teardown"),setup],url=toLine(request.url,300),reasonPhrase=toLine(response.statusText,80).replace(/^\d{3}\s*/,"")
return{reason:reasons.find(it=>""!==it)??"",facts:[...toFact("Request",`${toLine(request.method,10)} ${url}`.trim()),...hasAnswer?toFact("Response",(0,words.tI)([toLine(response.status,10),reasonPhrase]," ")):[],...readResponseTime(body),...failed.facts],assertions:failed.assertions,excerpt:""}}function describePhase(jobLog,phase){const{reason}=readErrorText(function(log,phase){if("object"!=typeof log||null===log||!Object.hasOwn(log,phase))return[]
const entries=readEntries(log[phase]).slice(-MOST_ENTRIES)
return toLines(entries.find(isError)?.msg)}(jobLog,phase))
if(""===reason)return""
return"request"===phase?reason:`${phase} script: ${reason}`}// src/diagnosis/read-monitors.ts
const GRPC_STATUSES="OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED".split(" ")
function describeBaseline({baselineVerdict,response}){if("FAIL"!==toLine(baselineVerdict,10).toUpperCase())return""
const names=Object.entries("object"==typeof response.securityBaseline?response.securityBaseline??{}:{}).filter(([,rule])=>"object"==typeof rule&&null!==rule&&"violated"in rule&&!0===rule.violated&&(!("severity"in rule)||"fail"===rule.severity)).map(([name])=>toLine(name.replace(/([a-z])([A-Z])/g,"$1 $2").toLowerCase(),40))
return(0,words.tI)(["the security baseline was not met",names.slice(0,5).join(", ")],": ")}function composeDetails(probe,facts,reason,known){const requestError=readRequestError(probe),failed=summariseAssertions(""===requestError?probe.assertions:[],known)
return{reason:reason.includes(requestError)?reason||failed.reason:requestError,facts:[...facts,...failed.facts],assertions:failed.assertions,excerpt:""}}// src/diagnosis/find-failing-line.ts
const MARKED=/^\s{0,20}>\s{0,5}\d{1,6} \|(.*)$/
function findFailingLine(message,snippet){for(const line of[...toLines(snippet),...message.split("\n")]){const code=MARKED.exec(line)?.[1]?.trim()??""
if(""!==code)return code}return""}// src/diagnosis/read-run-error.ts
const locationSchema=dist.NpB(dist.cl6(dist.Ikc({file:dist.NpB(dist.YjP(),""),line:loose.L,column:loose.L})),null),errorSchema=dist.Ikc({name:loose.L,message:loose.L,stack:loose.L,value:loose.L,cause:loose.L,snippet:loose.L,location:locationSchema,error:loose.L,testTitle:loose.L,title:loose.L,testFile:loose.L,projectName:loose.L}),STACK_FRAME=/(?:^|[\s(])((?:file:\/\/)?[^\s():]{1,300}\.[cm]?[jt]sx?:\d{1,7}:\d{1,7})\)?/g,PLAIN_NAMES=/^(?:|Error|AssertionError|TimeoutError|ExpectError)$/
function readRunError(errors){const entries=errors.slice(0,100).flatMap(readEntry),shown=entries.find(({told})=>!told.isTimeUp)??entries[0]
if(void 0===shown)return null
const{outer,inner,text,told}=shown,count=entries.length,which=shown===entries[0]?"the first":"the one that tells most"
return{reason:told.isTimeUp?told.reason:addTimeUp(told.reason,entries),facts:[...toFact("Test",outer.testTitle??outer.title??told.title),...toFact("Project",outer.projectName??told.project),...toFact("At",findLocation(inner,outer,text)),...toFact("Code",findFailingLine(text,inner.snippet??outer.snippet)),...count>1?toFact("Errors",`${count}, ${which} is shown`):[]],assertions:[],excerpt:composeExcerpt(text,inner.snippet??outer.snippet)}}function readEntry(value){const outer=readError(value)
if(null===outer)return[]
const inner=readError(outer.error)??outer,text=readText(inner),title=toLine(outer.testTitle??outer.title,200),told=readErrorText(""===text?[]:text.split("\n"))
if(""!==told.reason)return[{outer,inner,text,told:{...told,reason:addCause(told.reason,inner)}}]
return""===title?[]:[{outer,inner,text,told:{...told,reason:`test failed: ${title}`}}]}function readText({name,message,stack,value}){const told=toLines(message),trace=toLines(stack),frame=trace.findIndex(line=>/^\s+at \S/.test(line)),whole=-1===frame?trace:trace.slice(0,frame),text=told.join("\n").trimEnd()
if(""===text)return trace.join("\n").trimEnd()||toLine(value,2e3).replace(/^(['"`])(.*)\1$/,"$2")
if(!text.includes("\n")&&whole.length>1&&text.startsWith(whole[0]??text))return whole.join("\n").trimEnd()
const kind=toLine(name,60)
return PLAIN_NAMES.test(kind)||text.startsWith(kind)?text:`${kind}: ${text}`}function addCause(reason,{cause}){const behind=readError(cause),told=null===behind?"":readErrorText(readText(behind).split("\n")).reason
return""===told||reason.includes(told)?reason:`${reason}: ${told}`}function addTimeUp(reason,entries){const timeUp=entries.find(({told})=>told.isTimeUp)?.told.reason??""
return""===timeUp||/timeout|timed out/i.test(reason)?reason:`${reason} (${timeUp.replace(/\.$/,"")})`}function readError(value){const parsed=dist.xLC(errorSchema,"string"==typeof value?{message:value}:value)
return parsed.success?parsed.output:null}function findLocation(inner,outer,text){const location=inner.location??outer.location
if(location?.file)return[location.file,location.line,location.column].map(it=>toLine(it,200)).filter(Boolean).join(":")
return[...toLines(inner.stack),...text.split("\n")].flatMap(line=>[...line.matchAll(STACK_FRAME)].map(match=>match[1]??"")).find(frame=>!/node_modules|node:|\/checkly\/functions\//.test(frame))??toLine(outer.testFile,200)}function composeExcerpt(text,snippet){const message=toExcerpt(text),code=toExcerpt(snippet)
if(""!==code&&!message.includes(code))return""===message?code:`${message}\n\n${code}`
return message.includes("\n")?message:""}// src/diagnosis/extract-failure-details.ts
const NOTHING={reason:"",facts:[],assertions:[],excerpt:""},READERS={API:body=>body.apiCheckResult&&readApiResult(body.apiCheckResult,body),BROWSER:({browserCheckResult,errors})=>readRun(browserCheckResult,errors),MULTI_STEP:({multiStepCheckResult,errors})=>readRun(multiStepCheckResult,errors),PLAYWRIGHT:({playwrightCheckResult,errors})=>readRun(playwrightCheckResult,errors),AGENTIC:({agenticCheckResult})=>agenticCheckResult&&function(result){const failed=summariseAssertions(result.assertions),error=readRun(result,[]),summary=toLine(result.summary,300)
return{reason:failed.reason||error?.reason||summary,facts:[...toFact("Summary",summary),...failed.facts],assertions:failed.assertions,excerpt:error?.excerpt??""}}(agenticCheckResult),TRACEROUTE:({tracerouteCheckResult})=>tracerouteCheckResult&&function(result){const{request,response}=result,reached=result.destinationReached??response.destinationReached,hops=toLine(result.totalHops??response.totalHops,10),reason=!1===reached?(0,words.tI)(["the destination was not reached",hops&&`${hops} hops`],": "):"",host=toLine(response.hostname??request.url??request.hostname,200)
return composeDetails(result,[...toFact("Host",(0,words.tI)([host,toLine(response.resolvedIp,60)]," ")),...toFact("Hops",hops),...toFact("Route cut short",response.truncationReason)],reason,new Map)}(tracerouteCheckResult),GRPC:({grpcCheckResult})=>grpcCheckResult&&function(result){const{response,assertions}=result,code=result.grpcStatusCode??response.grpcStatusCode,status=[toLine(code,10),GRPC_STATUSES[Number(toLine(code,10)||-1)]??""].join(" ").trim(),message=toLine(response.grpcStatusMessage,200),health=toLine(response.healthStatusLabel??result.healthStatus,40),known=new Map([["GRPC_STATUS_CODE",code],["GRPC_STATUS",code],["STATUS_CODE",code]]),isMeant=!(""!==summariseAssertions(assertions,known).reason)||[...known.keys()].some(source=>function(list,source){return readFailedAssertions(list,new Map).some(it=>it.source===source)}(assertions,source)),reason=""!==status&&!status.startsWith("0 ")&&isMeant?(0,words.tI)([`gRPC status ${status}`,message],": "):"",target=(0,words.tI)([toLine(response.host,200),toLine(response.port,10)],":"),details=composeDetails(result,[...toFact("Request",(0,words.tI)([target,toLine(response.grpcMethod,200)]," ")),...toFact("gRPC status",status),...toFact("Health",health)],reason,known),isServing=/^(?:|SERVING|1)$/.test(health)
return""!==details.reason||isServing?details:{...details,reason:`the service is ${health}`}}(grpcCheckResult),SSL:({sslCheckResult})=>sslCheckResult&&function(result){const{response}=result,daysUntilExpiry=result.daysUntilExpiry??response.daysUntilExpiry,category=toLine(result.failureCategory,100).replaceAll(/[_-]/g," ").toLowerCase(),isExpired="number"==typeof daysUntilExpiry&&daysUntilExpiry<0||"expired"===category,detail=[response.chainTrustDetail,response.chainTrustReason].find(it=>""!==toLine(it,10)),untrusted=(0,words.tI)(["the certificate is not trusted",toLine(detail,200)],": "),reasons=[isExpired?"the certificate has expired":"",!1===(result.hostnameVerified??response.hostnameVerified)?"the certificate is for another host name":"",!1===(result.chainTrusted??response.chainTrusted)?untrusted:"",category,""===summariseAssertions(result.assertions).reason?describeBaseline(result):""],facts=[...toFact("Host",result.request.hostname??result.request.host??response.resolvedIp),...toFact("Days until expiry",daysUntilExpiry),...toFact("TLS",result.tlsVersion??response.protocol),...toFact("Missing intermediate",response.missingIntermediate)],known=new Map([["DAYS_UNTIL_EXPIRY",daysUntilExpiry],["CERT_EXPIRES_IN_DAYS",daysUntilExpiry]])
return composeDetails(result,facts,reasons.find(it=>""!==it)??"",known)}(sslCheckResult)}
function readRun(run,errors){const told=readRunError(run?.errors??[])??readRunError(errors)
if(null!==told)return told
const lines=function(log){const entries=readEntries(log).slice(-MOST_ENTRIES),start=[isError,isTitle,isFailure].map(it=>entries.findIndex(it)).find(index=>-1!==index)
if(void 0===start)return[]
const isMarked=isError(entries[start]),end=entries.findIndex((it,index)=>index>start&&isMarked&&!isError(it))
return entries.slice(start,-1===end?start+MOST_LINES:end).flatMap(({msg})=>toLines(msg)).slice(0,MOST_LINES)}(run?.jobLog),{reason,title,project}=readErrorText(lines)
if(""===reason)return null
return{reason,facts:[...toFact("Test",title),...toFact("Project",project),...toFact("Read in","the log of the run")],assertions:[],excerpt:lines.length>1?toExcerpt(lines.join("\n")):""}}function saysSomething({reason,facts,assertions,excerpt}){return""!==reason||facts.length>0||assertions.length>0||""!==excerpt}function countCredentials({reason,facts,assertions,excerpt}){return[reason,excerpt,...facts.flat(),...assertions.flatMap(it=>Object.values(it))].reduce((sum,text)=>sum+function(text){return text.match(/(?<!\*)\*{3}(?!\*)/g)?.length??0}(text),0)}// src/diagnosis/read-details.ts
async function readDetails(sessions,readResult,limit){const details=new Map
await Promise.allSettled((0,choose_results.r)(sessions,choose_results.f).map(async function({session,check,attempt}){const ref={sessionId:session.id,checkId:check.id,resultId:attempt.id},answer=await readResult(ref,limit)
if("completed"!==answer.kind)return
const extracted=function(body,checkType){const parsed=dist.xLC(check_result_schema.r,body)
if(!parsed.success)return null
const own=Object.hasOwn(READERS,checkType)?READERS[checkType]:void 0,details=function(details,body){const scheduleError=toLine(body.scheduleError,300),time=details.facts.some(([label])=>"Response time"===label)?[]:readResponseTime(body),reason=details.reason||(!0===body.overMaxResponseTime?LIMIT_EXCEEDED:"")
return{...details,reason:scheduleError||reason,facts:[...details.facts,...time]}}((void 0===own?Object.values(READERS):[own]).map(read=>read(parsed.output)).find(it=>null!==it&&saysSomething(it))??function(body,parsed){for(const[name,value]of Object.entries(body??{})){const part=dist.xLC(check_result_schema.x,value)
if(!/CheckResult$/.test(name)||Object.hasOwn(check_result_schema.r.entries,name)||!part.success)continue
const details=readRun(part.output,[])??readApiResult(part.output,parsed)
if(saysSomething(details))return details}return null}(body,parsed.output)??NOTHING,parsed.output)
return saysSomething(details)?{...details,credentialsHidden:countCredentials(details)}:null}(answer.value.body,check.type)
if(null!==extracted)details.set(attempt.id,extracted)}))
return details}var statuses=__webpack_require__(6356);// src/diagnosis/judge-history.ts
const MOST_ENVIRONMENTS=5,LONGEST_ENVIRONMENT=60,RANK={cancelled:0,passed:0,degraded:1,failed:2},judge_history_NOTHING={before:null,error:null,target:null}
function notKnown(why){return{...judge_history_NOTHING,isNew:null,unknown:why}}function describeRow(row,isAtLeast){const states=new Set(row.map(({state})=>state))
return{kind:"bad",state:!states.has("degraded")?"failing":states.has("failed")?"failing or degraded":"degraded",sinceMs:Math.min(...row.map(({startedAtMs})=>startedAtMs)),results:row.length,isAtLeast}}// src/diagnosis/read-history.ts
const MOST_CHECKS=20,MOST_GROUPS=20
async function readHistory(checks,sessions,rules,api,limit){const failed=function(checks,passingStatuses){return checks.filter(({state})=>"failed"===state||"unfinished"===state).toSorted((a,b)=>rankCheck(a)-rankCheck(b)).flatMap(judged=>judged.runs.flatMap(run=>{const badness=function({status},{state,attempts},passingStatuses){switch(state){case"failed":return passingStatuses.includes("FAILED")?null:"failed"
case"degraded":return passingStatuses.includes("DEGRADED")?null:"degraded"
case"missing":return"TIMED_OUT"===status?"failed":null
case"running":return attempts.some(attempt=>"failed"===attempt.state)?"failed":null
default:return null}}(judged,run,passingStatuses)
return null===badness?[]:[{judged,run,badness}]}))}(checks,rules.passingStatuses),ownIds=new Set(sessions.flatMap(({session})=>(session?.runs??[]).flatMap(({attempts})=>attempts.flatMap(({id})=>""===id?[]:[id])))),stepMomentMs=findMoment(sessions,rules.startedAfterMs),pasts=new Map,groups=new Map
await Promise.allSettled([...chooseChecks(failed).map(async({check,sessions:own})=>{const momentMs=findMoment(own,rules.startedAfterMs)
if(null===check||null===momentMs)return
const results=await api.readCheck(check.id,momentMs,limit)
pasts.set(check.id,null===results?null:function(results,momentMs,ownIds){return results.filter(({id,state,endedAtMs,startedAtMs})=>"cancelled"!==state&&Math.max(startedAtMs,endedAtMs)<=momentMs&&!ownIds.has(id)).toSorted((a,b)=>b.endedAtMs-a.endedAtMs)}(results,momentMs,ownIds))}),...chooseGroups(failed).map(async id=>{groups.set(id,await api.readErrorGroup(id,limit))})])
return new Map(failed.map(it=>[it.run,judgeOne(it)]))
function judgeOne({judged,run,badness}){const earlier=pasts.get(run.check.id)??null
if(isOfTestSession(judged)){const target=null===earlier?null:function(earlier){const[latest]=earlier
if(void 0===latest)return null
const places=new Map(earlier.toReversed().map(it=>[it.location,it.state])),failing=[...places.values()].filter(state=>"failed"===state).length
return{state:0===failing?"passes":failing===places.size?"fails":"differs",endedAtMs:latest.endedAtMs}}(earlier)
return function(groups,momentMs,target){const seen=groups.flatMap(it=>{return null===it||null===it.firstSeenMs?[]:[{firstSeenMs:it.firstSeenMs,environments:(names=it.environments,names.slice(0,MOST_ENVIRONMENTS).map(name=>toLine(name,LONGEST_ENVIRONMENT)).filter(name=>""!==name))}]
var names}),[latest]=seen.toSorted((a,b)=>b.firstSeenMs-a.firstSeenMs)
if(void 0===latest)return{...notKnown(0===groups.length?"Checkly names no error of it":"its error could not be looked up"),target}
const isNew=latest.firstSeenMs>=momentMs
if(!isNew&&seen.length<groups.length)return{...notKnown("not all of its errors could be looked up"),target}
return{isNew,before:null,error:latest,target,unknown:""}}(listErrorGroups(run).map(id=>groups.get(id)??null),stepMomentMs??Number.NEGATIVE_INFINITY,target)}if(null===earlier)return notKnown("what it did before could not be read")
const startedAtMs=findStart(run)??findMoment(judged.sessions,null)??0,places=[...new Set(judged.runs.map(({location})=>location))]
return function(run,earlier,places){const isStray=({location})=>!places.includes(location),isHere=it=>it.location===run.location||1===places.length&&isStray(it),isBad=({state})=>RANK[state]>=RANK[run.badness],here=earlier.filter(isHere),[last]=here
if(void 0===last)return notKnown("no earlier result in the same location")
if(isBad(last)){const better=here.findIndex(it=>!isBad(it)),row=-1===better?here:here.slice(0,better)
return{...judge_history_NOTHING,isNew:!1,before:describeRow(row,-1===better),unknown:""}}const strayed=earlier.find(it=>isStray(it)&&isBad(it)&&it.endedAtMs>last.endedAtMs)
if(void 0!==strayed&&!isHere(strayed))return notKnown(`a retry has failed in ${strayed.location} since it last passed here`)
const before={kind:"better",state:"degraded"===last.state?"degraded":"passed",endedAtMs:last.endedAtMs,agoMs:Math.max(0,run.startedAtMs-last.endedAtMs),bad:here.filter(isBad).length,results:here.length}
return{...judge_history_NOTHING,isNew:!0,before,unknown:""}}({location:run.location,badness,startedAtMs},earlier,places)}}function findMoment(sessions,startedAfterMs){const starts=sessions.flatMap(({session})=>[...null==session?.startedAtMs?[]:[session.startedAtMs],...(session?.runs??[]).flatMap(run=>findStart(run)??[])])
if(0===starts.length)return null
const firstMs=Math.min(...starts,startedAfterMs??Number.POSITIVE_INFINITY)
return 1e3*Math.floor(firstMs/1e3)}function rankCheck({state,status}){return("failed"===state?0:100)+statuses.O.indexOf(status)}function chooseChecks(failed){const byId=new Map
for(const{judged}of failed){const id=judged.check?.id??""
if(""!==id&&!byId.has(id))byId.set(id,judged)}return[...byId.values()].slice(0,MOST_CHECKS)}function chooseGroups(failed){const lists=failed.filter(({judged})=>isOfTestSession(judged)).map(({run})=>listErrorGroups(run)),longest=Math.max(0,...lists.map(({length})=>length)),rounds=Array.from({length:Math.min(longest,MOST_GROUPS)},(_,round)=>lists.flatMap(ids=>ids[round]??[]))
return[...new Set(rounds.flat())].slice(0,MOST_GROUPS)}function listErrorGroups({final,attempts}){const told=final??attempts.findLast(({state})=>"failed"===state)
return[...new Set(told?.errorGroupIds??[])]}function isOfTestSession({sessions}){return sessions.some(({session})=>"test"===session?.kind)}function findStart({attempts}){const starts=attempts.flatMap(({startedAtMs})=>startedAtMs??[])
return 0===starts.length?null:Math.min(...starts)}// src/diagnosis/learn-failures.ts
async function learnFailures(checks,sessions,rules,readResult,history,limit){const[details,histories]=await Promise.all([readDetails(sessions,readResult,limit),readHistory(checks,sessions,rules,history,limit)])
return{details,histories}}},7155:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{L:()=>loose})
var valibot_0=__webpack_require__(7934)
const loose=valibot_0.lqM(valibot_0.L5J())}}
