"use strict";

exports.id = 299;

exports.ids = [ 299 ];

exports.modules = {
 299: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   openTlsConnections: () => openTlsConnections
  });
  var node_https_0 = __webpack_require__(708);
  var node_https_0_default = __webpack_require__.n(node_https_0);
  var _actions_http_client_lib_proxy_1 = __webpack_require__(783);
  var _send_request_js_2 = __webpack_require__(949);
  /**
 * Opens connections with TLS, through the proxy that `https_proxy` and `no_proxy` name, by the toolkit's rules.
 * Its client is not used: see `sendRequest`. Rejects with RequestFailure when the proxy cannot be used.
 */  async function openTlsConnections(apiUrl) {
   const {request} = node_https_0_default();
   const proxy = findProxy(apiUrl);
   if (proxy === null) return {
    agent: new (node_https_0_default().Agent)({
     keepAlive: true
    }),
    request
   };
   const {TunnelAgent} = await __webpack_require__.e(365).then(__webpack_require__.bind(__webpack_require__, 365));
   return {
    agent: new TunnelAgent(proxy),
    request
   };
  }
  function findProxy(apiUrl) {
   try {
    const proxy = (0, _actions_http_client_lib_proxy_1.s)(apiUrl);
    // The toolkit takes an address that it cannot read for none; going around the proxy is not what is meant.
        if (proxy === void 0 && (!isProxySet() || (0, _actions_http_client_lib_proxy_1.H)(apiUrl))) return null;
    if (proxy !== void 0 && /^https?:$/.test(proxy.protocol)) return proxy;
   } catch {
    // Not an address.
   }
   // Its value is not told: it may hold a password.
      throw new _send_request_js_2.e("PROXY_UNUSABLE", "https_proxy is not an http:// or https:// address (a % in its password is written %25)", false);
  }
  function isProxySet() {
   return (process.env["https_proxy"] || process.env["HTTPS_PROXY"] || "") !== "";
  }
  }
};
