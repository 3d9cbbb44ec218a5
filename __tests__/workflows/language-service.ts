import { registerHooks } from 'node:module'

// The packages import JSON as bundlers understand it; Node wants to be told that it is JSON.
registerHooks({
  load: (url, context, nextLoad) => {
    const isJson = url.endsWith('.json')
    return nextLoad(url, isJson ? { ...context, importAttributes: { type: 'json' } } : context)
  },
})

/** The language service of the Actions extension. */
export const { validate } = await import('@actions/languageservice')
