"use strict";

exports.id = 299;

exports.ids = [ 299 ];

exports.modules = {
 /***/ 299: 
 /***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   openTlsConnections: () => openTlsConnections
  });
  var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
  var node_https__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_0__);
  var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(783);
  /**
 * Opens connections with TLS, through the proxy that `https_proxy` and `no_proxy` name: the toolkit's rules,
 * and the tunnel that its client uses. The client itself is not used: see `sendRequest`.
 */  async function openTlsConnections(apiUrl) {
   const {request: request} = node_https__WEBPACK_IMPORTED_MODULE_0___default();
   const proxy = (0, _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_1__.s)(apiUrl);
   if (proxy === void 0) return {
    agent: new (node_https__WEBPACK_IMPORTED_MODULE_0___default().Agent)({
     keepAlive: true
    }),
    request: request
   };
   const {httpsOverHttp: httpsOverHttp, httpsOverHttps: httpsOverHttps} = await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__, 770, 19));
   const tunnel = proxy.protocol === "https:" ? httpsOverHttps : httpsOverHttp;
   const credentials = proxy.username === "" ? {} : {
    proxyAuth: `${proxy.username}:${proxy.password}`
   };
   const port = Number(proxy.port || (proxy.protocol === "https:" ? 443 : 80));
   const agent = tunnel({
    maxSockets: Number.POSITIVE_INFINITY,
    proxy: {
     host: proxy.hostname,
     port: port,
     ...credentials
    }
   });
   return {
    agent: agent,
    request: request
   };
  }
  /***/ }
};
