"use strict"
exports.id=60
exports.ids=[60]
exports.modules={6060:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{TunnelAgent:()=>TunnelAgent})
var node_http_0_default=__webpack_require__.n(__webpack_require__(7067)),node_https_1_default=__webpack_require__.n(__webpack_require__(4708)),node_net_2=__webpack_require__(7030),node_tls_3=__webpack_require__(1692),_send_request_js_4=__webpack_require__(9591)
class TunnelAgent extends node_https_1_default().Agent{#proxy
#patienceMs
constructor(proxy,patienceMs=3e4){super({keepAlive:!0,maxSockets:_send_request_js_4.on})
this.#proxy=proxy
this.#patienceMs=patienceMs}createConnection(options,onConnection=()=>{}){const{protocol,hostname,port,username,password}=this.#proxy,{host="",port:targetPort}=options,target=`${host?.includes(":")?`[${host}]`:host}:${targetPort}`,proxyHost=hostname.replace(/^\[|\]$/g,""),isAnonymous=""===username&&""===password,credentials=`Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,request=("https:"===protocol?node_https_1_default():node_http_0_default()).request({method:"CONNECT",host:proxyHost,servername:0===(0,node_net_2.isIP)(proxyHost)?proxyHost:"",port,path:target,headers:{host:target,...isAnonymous?{}:{"proxy-authorization":credentials}},agent:!1,timeout:this.#patienceMs}),fail=(code,message)=>{onConnection(Object.assign(new Error(message),{code}),null)}
request.once("connect",({statusCode=0},socket)=>{if(statusCode>=200&&statusCode<300)onConnection(null,(0,node_tls_3.connect)({...options,socket}))
else{socket.destroy()
fail(`PROXY_${statusCode}`,`the proxy answered ${statusCode}`)}})
request.once("timeout",()=>{request.destroy(new Error(`no answer within ${this.#patienceMs/1e3} s`))})
request.once("error",error=>fail("PROXY_UNREACHABLE",error.message))
request.end()}}}}
