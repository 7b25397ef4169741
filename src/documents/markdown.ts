/** Markdown as plain text: headings, emphasis, links and images lose their marks, list items keep theirs. */

const FENCE = /^(?:```|~~~).*$/
const RULES: readonly (readonly [RegExp, string])[] = [
  [/<!--[\s\S]*?-->/g, ''],
  [/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, ''],
  [/\[([^\]\n]{1,1000})\]\([^)\n]{0,2000}\)/g, '$1'],
  [/\[([^\]\n]{1,1000})\]\[[^\]\n]{0,200}\]/g, '$1'],
  [/^\[[^\]\n]{1,200}\]:\s+\S+.*$/gm, ''],
  [/<(https?:\/\/[^>\s]{1,2000})>/g, '$1'],
  [/^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/gm, '\n$1\n'],
  [/^ {0,3}>[ \t]?/gm, ''],
  [/(\*\*|__)(?=\S)([^\n]{1,2000}?\S)\1/g, '$2'],
  [/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^\n*_]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2'],
  [/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1'],
  [/[ \t]+$/gm, ''],
]

/** The text of a Markdown body. Code fences are dropped with their marks only; lines of one paragraph are joined. */
export function textOfMarkdown(markdown: string): string {
  const plain = RULES.reduce(
    (text, [pattern, by]) => text.replace(pattern, by),
    markdown.replace(/\r\n?/g, '\n'),
  )
  return plain
    .split('\n')
    .filter((line) => !FENCE.test(line))
    .join('\n')
    .split(/\n{2,}/)
    .map(joinParagraph)
    .join('\n\n')
}

/** In Markdown a line break inside a paragraph is a space; list items and tables keep their lines. */
function joinParagraph(paragraph: string): string {
  return paragraph
    .replace(/\n(?![ \t]*(?:[-*+•|]|\d{1,3}[.)])[ \t])/g, ' ')
    .replace(/^[ \t]*[*+-][ \t]+/gm, '• ')
}
