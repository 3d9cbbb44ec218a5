"use strict"
exports.id=998
exports.ids=[998]
exports.modules={3998:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{readEnvironmentUrl:()=>readEnvironmentUrl,readTestStart:()=>readTestStart})
var neutralise_text=__webpack_require__(5261),external_node_util_=__webpack_require__(7975),parse_variables=__webpack_require__(3762),unusable_value=__webpack_require__(1442);// src/inputs/collect-variables.ts
const ENVIRONMENT_URL="ENVIRONMENT_URL"
function plain(name,value){return{name,value,secret:!1}}// src/inputs/github-event.ts
const LONGEST=200,NOTHING={environmentUrl:null,environment:null,commitId:null,branchName:null,commitMessage:null,commitOwner:null,repoUrl:null}
function asFields(value){return"object"==typeof value&&null!==value?value:{}}function asText(value){const text="string"==typeof value?value.trim():""
return""===text?null:text}function asLine(value){const[line=""]=(asText(value)??"").split(/[\r\n]/,1)
return""===line?null:(0,neutralise_text.IN)(line,LONGEST)}function asLogin(value){const login=asLine(value)
return login?.includes("@")?null:login}function asAddress(value){const text=asText(value)
return null!==text&&/^https?:\/\//i.test(text)&&URL.canParse(text)?text:null}// src/inputs/name-session.ts
const LONGEST_NAME=200,LONGEST_PART=60
function buildSessionName(env,facts,token){const run=env.GITHUB_RUN_NUMBER??"",attempt=env.GITHUB_RUN_ATTEMPT??"",parts=[env.GITHUB_REPOSITORY??"",env.GITHUB_WORKFLOW??"",facts.branchName??"",""===run?"":`run ${run}${""===attempt||"1"===attempt?"":`.${attempt}`}`].map(part=>(0,neutralise_text.IN)(part.replace(/[\p{Cc}\p{Cf}]/gu,""),LONGEST_PART)).filter(part=>""!==part),name=0===parts.length?"Checkly Gate":parts.join(" \xb7 ")
return`${(0,neutralise_text.IN)(name,LONGEST_NAME-token.length-3)} \xb7 ${token}`}var quote_odd=__webpack_require__(9061);// src/inputs/parse-locations.ts
const DEFAULT_LOCATION="eu-central-1",CODE=/^[a-z0-9][a-z0-9._-]{0,99}$/i
function parseLocations(text){const words=text.split(/[\s,]+/).filter(word=>""!==word),odd=words.find(word=>!CODE.test(word))
if(void 0===odd&&words.length>0)return[...new Set(words)]
const which=void 0===odd?"":` (${(0,quote_odd.U)(odd,"one of them")} is not one)`
throw new unusable_value.D(`codes such as eu-central-1, or slugs of private locations, separated by new lines, commas or blanks${which}`)}var parse_values=__webpack_require__(7393),external_node_fs_=__webpack_require__(3024),external_node_path_=__webpack_require__(6760),words=__webpack_require__(830);// src/inputs/read-files.ts
const MOST_BYTES=1e6
function createInputFiles(env){return{readEnvFile:given=>function(given,workspace){let bytes
try{const path=(0,external_node_fs_.realpathSync)((0,external_node_path_.resolve)(workspace,given)),way=(0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(workspace),path)
if((0,external_node_path_.isAbsolute)(way)||""===way||/^\.\.(?:[\\/]|$)/.test(way))throw new unusable_value.D("a file inside the workspace, links resolved")
const{size}=(0,external_node_fs_.statSync)(path)
if(size>MOST_BYTES)throw new unusable_value.D(`a dotenv file of at most ${MOST_BYTES} bytes (it has ${size})`)
bytes=(0,external_node_fs_.readFileSync)(path)}catch(error){if(error instanceof unusable_value.D)throw error
throw new unusable_value.D(`a dotenv file in the workspace that can be read (${(0,words.Uc)(error).replace(/, \w+ '.*$/s,"")}); a job has none without actions/checkout or a step that writes it`)}const text=bytes.toString("utf8").replace(/^\uFEFF/,"")
if(text.includes("\0")||text.includes("\ufffd"))throw new unusable_value.D("a dotenv file in UTF-8")
return text}(given,env.GITHUB_WORKSPACE||process.cwd()),readEvent:()=>function(path){try{return""===path?null:JSON.parse((0,external_node_fs_.readFileSync)(path,"utf8"))}catch{return null}}(env.GITHUB_EVENT_PATH??"")}}var secret_lines=__webpack_require__(2459);// src/inputs/read-test-start.ts
const MOST_RETRIES=10
function readTestStart(reader,source,target){const files=createInputFiles(source.env),event=readEventFacts(files,source.env),token=function(random=Math.random){const half=()=>Math.floor(random()*36**6).toString(36).padStart(6,"0")
return half()+half()}(),publicCodes=reader.readIfGiven("location",text=>parseLocations(text.toLowerCase())),privateSlugs=reader.readIfGiven("private-location",parseLocations)
if(null===publicCodes&&null===privateSlugs)source.note(`No location is given: the checks run in ${DEFAULT_LOCATION}.`)
const locations=function(publicCodes,privateSlugs){if(null===publicCodes&&null===privateSlugs)return[{code:DEFAULT_LOCATION,isPrivate:!1}]
const locations=[...(publicCodes??[]).map(code=>({code,isPrivate:!1})),...(privateSlugs??[]).map(code=>({code,isPrivate:!0}))]
return locations.filter(({code},index)=>locations.findIndex(one=>one.code===code)===index)}(publicCodes,privateSlugs),{variables,environmentUrl}=function(reader,source,files,event){const env=reader.readIfGiven("env",()=>(0,parse_variables.rf)(reader.raw("env"),!1))??[],secretEnv=reader.readIfGiven("secret-env",()=>(0,parse_variables.rf)(reader.raw("secret-env"),!0))??[],file=reader.readIfGiven("env-file",path=>function(text){const entries=Object.entries((0,external_node_util_.parseEnv)(text)),odd=entries.find(([name])=>!parse_variables.nN.test(name))?.[0]
if(void 0!==odd){const which=/^[\w.-]{1,60}$/.test(odd)?`"${odd}"`:"one of them"
throw new unusable_value.D(`a dotenv file whose names have letters, digits and underscores only, and begin with no digit (${which} does not)`)}return{variables:entries.filter(([,value])=>""!==value).map(([name,value])=>({name,value:value??"",secret:!1})),empty:entries.filter(([,value])=>""===value).map(([name])=>name)}}(files.readEnvFile(path))),givenUrl=reader.readIfGiven("environment-url",parse_values.Mk),isExplicit=[...env,...secretEnv,...file?.variables??[]].some(({name})=>name===ENVIRONMENT_URL),eventUrl=null===givenUrl&&!isExplicit?function(reader,event){if(null===event.environmentUrl)return null
try{return(0,parse_values.Mk)(event.environmentUrl)}catch(error){const why=error instanceof Error?error.message:""
reader.refuse(`The environment_url of the event cannot be used, it ${why}. Give environment-url.`)
return null}}(reader,event):null,{variables,problems}=function(sources){const{env,secretEnv,envFile,givenUrl,eventUrl}=sources,problems=[],lines=[...env.map(variable=>({...variable,input:"env"})),...secretEnv.map(variable=>({...variable,input:"secret-env"}))],byName=new Map
for(const variable of lines){const first=byName.get(variable.name)
if(void 0===first)byName.set(variable.name,variable)
else problems.push(`Input ${variable.input}: ${variable.name} (line ${variable.line}) is given already, in line ${first.line} of ${first.input}; give it once.`)}const explicit=byName.get(ENVIRONMENT_URL)
if(void 0!==explicit&&null!==givenUrl)problems.push(`Input environment-url: ${ENVIRONMENT_URL} is in ${explicit.input} too (line ${explicit.line}); give one of them.`)
const variables=new Map
if(null!==eventUrl)variables.set(ENVIRONMENT_URL,plain(ENVIRONMENT_URL,eventUrl))
for(const variable of envFile)variables.set(variable.name,variable)
if(null!==givenUrl)variables.set(ENVIRONMENT_URL,plain(ENVIRONMENT_URL,givenUrl))
for(const{name,value,secret}of byName.values())variables.set(name,{name,value,secret})
if(variables.size>parse_variables.cP)problems.push(`Inputs env, secret-env, env-file and environment-url: ${variables.size} variables are more than the ${parse_variables.cP} that a test session takes.`)
return{variables:[...variables.values()],problems}}({env,secretEnv,envFile:file?.variables??[],givenUrl,eventUrl})
for(const problem of problems)reader.refuse(problem)
!function(source,variables){if(hasAddress(variables))return
const configured=`the checks get no ${ENVIRONMENT_URL} and test their configured addresses`,event=source.env.GITHUB_EVENT_NAME??""
if("deployment_status"===event)source.warn(`The event's deployment status has no environment_url: ${configured}. Run the job for state "success" only, or give environment-url.`)
else if(event.startsWith("pull_request")&&0===variables.length)source.warn(`environment-url is empty, and so are env and secret-env: ${configured}, whatever the pull request changes. Where another job gives the address, print its output.`)
else source.note(`No environment-url is given: ${configured}.`)}(source,variables)
for(const sentence of[...(0,parse_variables.xe)(env,"env"),...(0,parse_variables.xe)(secretEnv,"secret-env")])source.warn(sentence)
for(const sentence of(0,secret_lines.A4)(secretEnv,source.isHideable))source.warn(sentence)
const empty=file?.empty??[]
if(empty.length>0)source.note(`Input env-file: left out, since they are empty: ${empty.join(", ")}.`)
return{variables,environmentUrl:findShownUrl(variables)}}(reader,source,files,event)
if(locations.some(({isPrivate})=>!isPrivate)&&null!==(url=environmentUrl)&&(0,neutralise_text.U9)(new URL(url).hostname))source.warn(`The address to test, ${environmentUrl}, points to the machine itself: in a public location of Checkly that is not the runner.`)
var url
const name=reader.readIfGiven("test-session-name",parse_values.A)
return{kind:"start",sessionType:"test",...target,locations,variables,environmentUrl,lacksAddress:!hasAddress(variables),name:name??buildSessionName(source.env,event,token),nameToken:null===name?token:null,retries:reader.readIfGiven("retries",text=>(0,parse_values.oA)(text,0,MOST_RETRIES,"retries"))??0,allowDeactivated:reader.read("allow-deactivated",parse_values.yG),metadata:{environment:reader.readIfGiven("environment",parse_values.A)??event.environment,repoUrl:event.repoUrl,commitId:event.commitId,branchName:event.branchName,commitMessage:event.commitMessage,commitOwner:event.commitOwner}}}function readEnvironmentUrl(reader,{env}){return keepUsable(reader.readIfGiven("environment-url",parse_values.Mk))??keepUsable(readEventFacts(createInputFiles(env),env).environmentUrl)}function readEventFacts(files,env){return function(event,eventName,env){const fields=asFields(event),own=function(event,eventName){if(eventName.startsWith("pull_request"))return function(pullRequest){const head=asFields(pullRequest.head)
return{commitId:asLine(head.sha),branchName:asLine(head.ref),commitMessage:asLine(pullRequest.title),commitOwner:asLogin(asFields(pullRequest.user).login)}}(asFields(event.pull_request))
if("push"===eventName)return function(event){const commit=asFields(event.head_commit)
return{commitId:asLine(commit.id),commitMessage:asLine(commit.message),commitOwner:asLogin(asFields(commit.author).username)??asLogin(asFields(event.sender).login)}}(event)
if("deployment_status"===eventName||"deployment"===eventName)return function(event){const deployment=asFields(event.deployment),commitId=asLine(deployment.sha),ref=asLine(deployment.ref)
return{environmentUrl:asText(asFields(event.deployment_status).environment_url),environment:asLine(deployment.environment),commitId,branchName:null!==ref&&ref!==commitId&&!/^[0-9a-f]{40}$/i.test(ref)?ref:null,commitOwner:asLogin(asFields(deployment.creator).login)}}(event)
if("merge_group"===eventName)return{commitId:asLine((group=asFields(event.merge_group)).head_sha),branchName:asLine(group.head_ref)?.replace(/^refs\/heads\//,"")??null,commitMessage:asLine(asFields(group.head_commit).message)}
var group,run
if("workflow_run"===eventName)return{commitId:asLine((run=asFields(event.workflow_run)).head_sha),branchName:asLine(run.head_branch),commitMessage:asLine(asFields(run.head_commit).message),commitOwner:asLogin(asFields(run.actor).login)}
return{}}(fields,eventName),variables=function(env){const[server,repository]=[env.GITHUB_SERVER_URL??"",env.GITHUB_REPOSITORY??""]
return{...NOTHING,commitId:asLine(env.GITHUB_SHA),branchName:asLine(env.GITHUB_REF_NAME),commitOwner:asLogin(env.GITHUB_ACTOR),repoUrl:""===server||""===repository?null:asAddress(`${server}/${repository}`)}}(env)
return{...eventName.startsWith("pull_request")||"workflow_run"===eventName?{...NOTHING,...own}:{...variables,...(facts=own,Object.fromEntries(Object.entries(facts).filter(([,value])=>null!==value)))},repoUrl:asAddress(asFields(fields.repository).html_url)??variables.repoUrl}
var facts}(files.readEvent(),env.GITHUB_EVENT_NAME??"",env)}function hasAddress(variables){return variables.some(({name})=>name===ENVIRONMENT_URL)}function findShownUrl(variables){const variable=variables.find(({name})=>name===ENVIRONMENT_URL)
return void 0===variable||variable.secret?null:keepUsable(variable.value)}function keepUsable(url){try{return null===url?null:(0,parse_values.Mk)(url).replace(/[?#].*$/s,"")}catch{return null}}}}
