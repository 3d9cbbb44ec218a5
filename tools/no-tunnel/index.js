/*
 * Stands for the package `tunnel`, which @actions/http-client loads for its own client. This action uses only that
 * package's rules for proxies (lib/proxy) and makes its tunnels itself (src/checkly/http/tunnel-agent.ts).
 */
module.exports = {}
