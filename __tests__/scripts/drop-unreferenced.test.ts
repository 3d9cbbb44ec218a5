import { expect, test } from 'vitest'
import { dropUnreferenced } from '../../scripts/build/drop-unreferenced.ts'

const module = (id: number, code: string): string =>
  `\n /***/ ${id}: \n /***/ (__unused, exports, __nccwpck_require__) => {\n  ${code}\n /***/ },`

test('modules that nothing asks for go, and then those that only they asked for', () => {
  const main = `{${module(1, '__nccwpck_require__(2)')}${module(2, 'two')}${module(3, '__nccwpck_require__(4)')}${module(4, 'four')}${module(5, 'last')}\n}\n__nccwpck_require__(1)\n`
  const chunk = `{${module(6, '__webpack_require__(2)')}${module(7, 'seven')}\n}\n`
  const bundle = new Map([
    ['index.js', `${main}__nccwpck_require__.e(6).then(__nccwpck_require__.bind(__nccwpck_require__, 6))`],
    ['6.index.js', chunk],
  ])
  const dropped = dropUnreferenced(bundle)
  expect(dropped.get('index.js')).toBe(
    (bundle.get('index.js') ?? '')
      .replace(module(3, '__nccwpck_require__(4)'), '')
      .replace(module(4, 'four'), ''),
  )
  // The last of a file has what follows the list behind it.
  expect(dropped.get('6.index.js')).toBe(chunk)
})
