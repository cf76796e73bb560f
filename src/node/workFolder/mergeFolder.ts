import { placeOf, shapeIn } from '../../catalogue/index.ts';
import { mergeFile, type MergeConflict } from '../../diff/index.ts';
import type { CatalogueShape } from '../../model/catalogueShape.ts';
import { sameBytes } from '../files/index.ts';

/** Files by their path in the catalogue. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A file that both sides changed so that nobody but a person can say what it should be. */
export interface FolderConflict {
  path: string;
  /** The fields that both changed; none where the file is told only as a whole. */
  fields: MergeConflict[];
}

export type MergedFolder =
  | {
      kind: 'merged';
      /** What has to be written into the folder, `null` where a file goes. */
      writes: Map<string, Uint8Array | null>;
      /** Those of them in which both sides' changes were brought together. */
      merged: string[];
    }
  | { kind: 'conflict'; conflicts: FolderConflict[] };

/** What has to be written into the folder `mine` so that it also has what `theirs` made of `base`. */
export function mergeFolder({
  base,
  theirs,
  mine,
}: {
  base: Files;
  theirs: Files;
  mine: Files;
}): MergedFolder {
  const shape = shapeIn(theirs);
  const writes = new Map<string, Uint8Array | null>();
  const merged: string[] = [];
  const conflicts: FolderConflict[] = [];
  for (const path of [...new Set([...base.keys(), ...theirs.keys()])].sort()) {
    const [was, their, my] = [base.get(path), theirs.get(path), mine.get(path)];
    if (sameBytes(was, their) || sameBytes(my, their)) continue;
    if (sameBytes(was, my)) {
      writes.set(path, their ?? null);
      continue;
    }
    const both = was && their && my && mergeFileBytes(path, shape, [was, their, my]);
    if (both?.kind === 'merged') {
      writes.set(path, both.bytes);
      merged.push(path);
    } else conflicts.push({ path, fields: both?.fields ?? [] });
  }
  return conflicts.length > 0 ? { kind: 'conflict', conflicts } : { kind: 'merged', writes, merged };
}

/** What `mine` has other than `base`: the new content of each file, `null` where it is gone. */
export function changesIn({ base, mine }: { base: Files; mine: Files }): Map<string, Uint8Array | null> {
  const changes = new Map<string, Uint8Array | null>();
  for (const path of [...new Set([...base.keys(), ...mine.keys()])].sort())
    if (!sameBytes(base.get(path), mine.get(path))) changes.set(path, mine.get(path) ?? null);
  return changes;
}

function mergeFileBytes(
  path: string,
  shape: CatalogueShape,
  three: [base: Uint8Array, theirs: Uint8Array, mine: Uint8Array],
): { kind: 'merged'; bytes: Uint8Array } | { kind: 'conflict'; fields: MergeConflict[] } {
  const [base, theirs, mine] = three.map((bytes) => new TextDecoder().decode(bytes)) as [
    string,
    string,
    string,
  ];
  const place = placeOf(path, base);
  if (place.kind !== 'file') return { kind: 'conflict', fields: [] };
  const result = mergeFile(place.fileKind, { base, theirs, mine }, undefined, shape);
  return result.kind === 'conflict'
    ? { kind: 'conflict', fields: result.conflicts }
    : { kind: 'merged', bytes: new TextEncoder().encode(result.text) };
}
