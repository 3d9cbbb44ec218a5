import { runMain } from './main.ts'
import { runPost } from './post.ts'
import { isPost } from './process/step-state.ts'

// One file serves main and post: two bundles would repeat everything.
if (isPost()) void runPost()
else runMain()
