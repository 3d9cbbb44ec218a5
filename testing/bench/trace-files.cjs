/*
 * Loaded before a script with `node --require`: when the process exits it writes the files that were
 * loaded as modules, CommonJS and ES, to the file that BENCH_PROBE names.
 */
const { writeFileSync } = require('node:fs')
const { registerHooks } = require('node:module')

const urls = new Set()
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) urls.add(url)
    return nextLoad(url, context)
  },
})
process.on('exit', () => writeFileSync(process.env.BENCH_PROBE, JSON.stringify([...urls])))
