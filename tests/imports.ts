import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** A source file by its path from the root, with slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Who may import whom: folder of the house to the folders it may import, in the words of the document. */
export type ImportTable = Record<string, string>;

interface Import {
  specifier: string;
  typeOnly: boolean;
}

/** The import, export-from, dynamic and worker references of a file; of a `.vue` file, those of its scripts. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const source = ts.createSourceFile(path, scriptOf(path, text), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL')
      add(node.arguments?.[1]?.getText(source) === 'import.meta.url' ? node.arguments[0] : undefined, false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The program text of a file: of a `.vue` file, its scripts. */
export function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.vue')) return text;
  return [...text.matchAll(/^<script[^>]*>$(.*?)^<\/script>/gms)].map((match) => match[1]).join('\n');
}

/** The folder of the house that a path lies in, the deepest that the table names; undefined outside of it. */
export function folderOf(path: string, table: ImportTable): string | undefined {
  const inside = path.startsWith('src/') ? path.slice(4) : path;
  return [...Object.keys(table), 'schemas']
    .filter((folder) => inside.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/**
 * Every import that the house forbids, as `file → what: why`: an arrow that `table` does not draw, `yaml`
 * outside src/text, Node's own modules outside src/node. Tests may import what they like.
 */
export function forbiddenImports(files: SourceFile[], table: ImportTable): string[] {
  return files
    .filter(({ path }) => !path.endsWith('.test.ts'))
    .flatMap((file) => {
      const folder = folderOf(file.path, table);
      return importsOf(file).flatMap((found) => {
        const why = complaint(file.path, folder, found, table);
        return why === undefined ? [] : [`${file.path} → ${found.specifier}: ${why}`];
      });
    });
}

function complaint(
  path: string,
  folder: string | undefined,
  { specifier, typeOnly }: Import,
  table: ImportTable,
): string | undefined {
  const name = specifier.replace(/\?.*$/, '');
  if (!name.startsWith('.')) {
    if (name === 'yaml' && folder !== 'text') return 'src/text is the only user of yaml';
    const builtin = name.startsWith('node:') || builtinModules.includes(name);
    return builtin && !path.startsWith('src/node/') ? 'only src/node may use Node' : undefined;
  }
  const target = join(dirname(path), name);
  if (folder === undefined) return 'its folder is not in the table';
  const to = folderOf(target, table);
  if (to === undefined) return 'outside of the house';
  return to === folder || allows(table[folder]!, to, typeOnly) ? undefined : `${folder} may not import ${to}`;
}

/** Whether the words of the document let a folder import `to`. */
function allows(words: string, to: string, typeOnly: boolean): boolean {
  switch (words) {
    case 'nothing':
      return false;
    case 'all of src':
      return to !== 'studio';
    case 'all of src but node':
      return to !== 'studio' && !to.startsWith('node/');
    case 'types of all of src but node':
      return typeOnly && to !== 'studio' && !to.startsWith('node/');
    default:
      return words.split(', ').includes(to);
  }
}
