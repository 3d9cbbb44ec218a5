// @actions/http-client imports ProxyAgent for `getAgentDispatcher`, which only Octokit calls.
// The action sends everything through `getAgent` and node:http(s), so that undici would be
// a megabyte of dead code: it costs a third of the start and brings every advisory of its own.
exports.ProxyAgent = class ProxyAgent {
  constructor() {
    throw new Error('undici is not part of this action: use HttpClient.getAgent')
  }
}
