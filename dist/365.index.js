"use strict";

exports.id = 365;

exports.ids = [ 365 ];

exports.modules = {
 365: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   TunnelAgent: () => TunnelAgent
  });
  var node_http_0 = __webpack_require__(67);
  var node_http_0_default = __webpack_require__.n(node_http_0);
  var node_https_1 = __webpack_require__(708);
  var node_https_1_default = __webpack_require__.n(node_https_1);
  var node_net_2 = __webpack_require__(30);
  var node_tls_3 = __webpack_require__(311);
  /**
 * Connections with TLS through a proxy that speaks CONNECT (RFC 9110, 9.3.6), kept for the next request
 * like any others. One that cannot be had is an error whose code begins with `PROXY_`.
 */
  class TunnelAgent extends node_https_1_default().Agent {
   #proxy;
   #patienceMs;
   /**
     * @param proxy - http or https, its user and password decoded
     * @param patienceMs - how long the proxy may take to make a tunnel; it would stay open without a limit,
     *   since Node does not say here that nobody waits for it any more
     */
   constructor(proxy, patienceMs = 3e4) {
    super({
     keepAlive: true
    });
    this.#proxy = proxy;
    this.#patienceMs = patienceMs;
   }
   /** Called by Node for each new connection. */   createConnection(options, onConnection = () => {}) {
    const {protocol, hostname, port, username, password} = this.#proxy;
    const {host = "", port: targetPort} = options;
    const target = `${host?.includes(":") ? `[${host}]` : host}:${targetPort}`;
    const proxyHost = hostname.replace(/^\[|\]$/g, "");
    const isAnonymous = username === "" && password === "";
    const credentials = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    const request = (protocol === "https:" ? node_https_1_default() : node_http_0_default()).request({
     method: "CONNECT",
     host: proxyHost,
     // Node would take the name in the header for the one in the proxy's certificate.
     servername: (0, node_net_2.isIP)(proxyHost) === 0 ? proxyHost : "",
     port,
     path: target,
     headers: {
      host: target,
      ...isAnonymous ? {} : {
       "proxy-authorization": credentials
      }
     },
     agent: false,
     timeout: this.#patienceMs
    });
    const fail = (code, message) => {
     // Node's types demand a connection beside an error.
     onConnection(Object.assign(new Error(message), {
      code
     }), null);
    };
    request.once("connect", ({statusCode = 0}, socket) => {
     // Any 2xx makes the tunnel (RFC 9110, 9.3.6).
     if (statusCode >= 200 && statusCode < 300) onConnection(null, (0, node_tls_3.connect)({
      ...options,
      socket
     })); else {
      socket.destroy();
      fail(`PROXY_${statusCode}`, `the proxy answered ${statusCode}`);
     }
    });
    request.once("timeout", () => {
     request.destroy(new Error(`no answer within ${this.#patienceMs / 1e3} s`));
    });
    request.once("error", error => fail("PROXY_UNREACHABLE", error.message));
    request.end();
   }
  }
  }
};
