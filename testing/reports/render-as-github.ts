import type { Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/*
 * GitHub's way from Markdown to a page, with the same parts: GitHub-flavoured Markdown, HTML inside it,
 * then the sanitiser with GitHub's list of allowed elements and attributes (html-pipeline, SanitizationFilter, which has
 * `wbr` as well).
 */
const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, { ...defaultSchema, tagNames: [...(defaultSchema.tagNames ?? []), 'wbr'] })
  .use(rehypeStringify)
  .freeze()

/** The tree of the page that GitHub makes of a summary. */
export function parseAsGitHub(markdown: string): Root {
  return pipeline.runSync(pipeline.parse(markdown)) as Root
}

/** The HTML that GitHub makes of a summary. */
export function renderAsGitHub(markdown: string): string {
  return pipeline.stringify(parseAsGitHub(markdown))
}
