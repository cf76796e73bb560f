import type { Edit } from '../model/edit.ts';
import { eachReference, type SeeReference } from './eachReference.ts';
import type { Catalogue } from './types.ts';

/** Where a code of one of the catalogue's lists stands. */
export interface CodeUse {
  list: string;
  code: string;
  /** Files that have it, in their order. */
  files: string[];
}

/** A code gets another name. */
export interface Recoding {
  list: string;
  from: string;
  to: string;
}

const prefix = 'codeList:';

/** Every code that a file of `catalogue` has, by list and code in the order of their first use. */
export function codeUses({ sources }: Pick<Catalogue, 'sources'>): CodeUse[] {
  const uses = new Map<string, CodeUse>();
  for (const { path: file, kind, written, shape } of sources.values()) {
    const see: SeeReference = (code, { 'x-ref': ref = '' }) => {
      if (!ref.startsWith(prefix)) return;
      const use = uses.get(`${ref} ${code}`);
      if (use === undefined)
        uses.set(`${ref} ${code}`, { list: ref.slice(prefix.length), code, files: [file] });
      else if (use.files.at(-1) !== file) use.files.push(file);
    };
    eachReference(kind, written, see, shape);
  }
  return [...uses.values()];
}

/** The edits, file by file, that call a code otherwise wherever it is used; the list itself is not among them. */
export function recoded(
  { sources }: Pick<Catalogue, 'sources'>,
  { list, from, to }: Recoding,
): { file: string; edits: Edit[] }[] {
  return [...sources.values()].flatMap(({ path: file, kind, written, shape }) => {
    const edits: Edit[] = [];
    const see: SeeReference = (code, field, path) => {
      if (code === from && field['x-ref'] === prefix + list)
        edits.push({ kind: 'set', path: path(), value: to });
    };
    eachReference(kind, written, see, shape);
    return edits.length === 0 ? [] : [{ file, edits }];
  });
}
