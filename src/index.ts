import { runMain } from './main.ts'
import { runPost } from './post.ts'

// Main and post share one bundle. dist/post.js sets the global `checklyGateIsPost` and loads it.
// Not an environment variable: a workflow could set one, and main would run as post and end green without a verdict.
if ('checklyGateIsPost' in globalThis) void runPost()
else runMain()
