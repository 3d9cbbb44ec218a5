"use strict"
exports.id=462
exports.ids=[462]
exports.modules={3462:(__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{openTlsConnections:()=>openTlsConnections})
var node_https_0_default=__webpack_require__.n(__webpack_require__(4708)),_actions_http_client_lib_proxy_1=__webpack_require__(9783),_send_request_js_2=__webpack_require__(9591)
async function openTlsConnections(apiUrl){const{request}=node_https_0_default(),proxy=function(apiUrl){try{const proxy=(0,_actions_http_client_lib_proxy_1.s)(apiUrl)
if(void 0===proxy&&(""===(process.env.https_proxy||process.env.HTTPS_PROXY||"")||(0,_actions_http_client_lib_proxy_1.H)(apiUrl)))return null
if(void 0!==proxy&&/^https?:$/.test(proxy.protocol))return proxy}catch{}throw new _send_request_js_2.e6("PROXY_UNUSABLE","https_proxy is not an http:// or https:// address (a % in its password is written %25)",!1)}(apiUrl)
if(null===proxy)return{agent:new(node_https_0_default().Agent)({keepAlive:!0,maxSockets:_send_request_js_2.on}),request}
const{TunnelAgent}=await __webpack_require__.e(60).then(__webpack_require__.bind(__webpack_require__,6060))
return{agent:new TunnelAgent(proxy),request}}}}
