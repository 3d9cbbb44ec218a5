// The post step: the bundle of main, with a mark that says so.
globalThis.checklyGateIsPost = true
require('./index.js')
