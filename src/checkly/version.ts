/** The action's version, sent in `User-Agent`; a test compares it with package.json. */
export const VERSION = '1.0.0'
