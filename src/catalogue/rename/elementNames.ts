import { valueAt, type Path } from '../../model/path.ts';
import type { FileKind } from '../../model/schemas.ts';
import { innerLists, innerReference, variantQuestion } from '../innerReference.ts';

/** Where an element stands in its item, or in another file: keys, and ids of elements of lists. */
export type Address = readonly string[];

/** A place that names an element of the same item or file: a text there, or the key itself. */
export interface ElementName {
  path: Path;
  at: 'key' | 'value';
  address: Address;
}

/** Where the text of a file of `kind` begins to say its item: a layer says it below `overlay`. */
export function bodyPath(kind: FileKind): Path {
  return kind === 'layer' ? ['overlay'] : [];
}

/** Every place of `written`, a file of `kind`, that names an element of the file's own item or of the file. */
export function elementNames(kind: FileKind, written: unknown): ElementName[] {
  if (!['item', 'layer', 'bundle'].includes(kind)) return [];
  const found: ElementName[] = [];
  const from = bodyPath(kind);
  walk(valueAt(written, from), from, found);
  return found;
}

function walk(value: unknown, path: Path, found: ElementName[]): void {
  if (typeof value === 'string') {
    const of = innerReference(path)?.of;
    if (of !== undefined) found.push({ path, at: 'value', address: [...innerLists[of], value] });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((one, i) => walk(one, [...path, i], found));
    return;
  }
  for (const [key, below] of Object.entries(value)) {
    const at = [...path, key];
    if (key === 'when' || isAnswers(at)) answersIn(below, at, found);
    else walk(below, at, found);
  }
}

/** The answers of a worked example are by question too; those of a bundle are a list. */
function isAnswers(path: Path): boolean {
  return (
    path.filter((step) => typeof step === 'string' && step !== 'overlay').join('/') === 'examples/answers'
  );
}

/** Questions stand as keys, the options that are meant below them. */
function answersIn(value: unknown, path: Path, found: ElementName[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [question, meant] of Object.entries(value)) {
    const at = [...path, question];
    const isVariant = question === variantQuestion;
    if (!isVariant) found.push({ path: at, at: 'key', address: ['questions', question] });
    const options = isVariant ? innerLists.variants : ['questions', question, 'options'];
    const tell = (option: unknown, where: Path) => {
      if (typeof option === 'string') found.push({ path: where, at: 'value', address: [...options, option] });
    };
    if (Array.isArray(meant)) meant.forEach((one, i) => tell(one, [...at, i]));
    else tell(meant, at);
  }
}
