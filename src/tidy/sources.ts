import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** One TypeScript file of `src`, parsed. `path` is from `src`, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
}

const ROOT = join(fileURLToPath(import.meta.url), '..', '..')

/** Every TypeScript file under `src` but tests and their builders. */
export function loadSources(): SourceFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|^tidy\/|\/testing\//.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) }
    })
}

/** Where relative imports of a file lead, from `src`, and whether they take types alone. */
export function importsOf(file: SourceFile): { path: string; typeOnly: boolean }[] {
  const found: { path: string; typeOnly: boolean }[] = []
  for (const node of file.tree.statements) {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) continue
    const to = node.moduleSpecifier
    if (!to || !ts.isStringLiteral(to) || !to.text.startsWith('.')) continue
    const path = relative('/', join('/', file.path, '..', to.text))
      .split(sep)
      .join('/')
    const typeOnly = ts.isImportDeclaration(node)
      ? (node.importClause?.isTypeOnly ?? false)
      : node.isTypeOnly
    found.push({ path, typeOnly })
  }
  return found
}

/** Lines of each function of a file, by name (or the place of a nameless one). */
export function functionSizes(file: SourceFile): { name: string; lines: number }[] {
  const sizes: { name: string; lines: number }[] = []
  const visit = (node: ts.Node): void => {
    if (
      (ts.isFunctionDeclaration(node) ||
        ts.isMethodDeclaration(node) ||
        ts.isArrowFunction(node)) &&
      node.body
    ) {
      const line = (at: number): number => file.tree.getLineAndCharacterOfPosition(at).line
      const lines = line(node.body.end) - line(node.body.getStart()) + 1
      const name =
        'name' in node && node.name ? node.name.getText() : `line ${line(node.getStart()) + 1}`
      if (!ts.isArrowFunction(node) || lines > 3) sizes.push({ name, lines })
    }
    ts.forEachChild(node, visit)
  }
  visit(file.tree)
  return sizes
}

/** Exported functions of a file that have no docstring. */
export function undocumented(file: SourceFile): string[] {
  return file.tree.statements
    .filter((node): node is ts.FunctionDeclaration => ts.isFunctionDeclaration(node))
    .filter((node) => node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword))
    .filter((node) => ts.getJSDocCommentsAndTags(node).length === 0)
    .map((node) => `${file.path}: ${node.name?.text ?? 'default'}`)
}
