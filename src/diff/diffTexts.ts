import { readSource, type Lookups, type ReadResult } from '../catalogue/index.ts';
import { diffFile } from './diffFile.ts';
import type { Change } from './types.ts';

/**
 * What changed from one text of the file at `path` to another, `undefined` where there is none. A file that cannot be
 * read, is no YAML, or became one of another kind is one change of the whole file.
 */
export function diffTexts(
  path: string,
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
  lookups?: Lookups,
): Change[] {
  const [old, now] = [before, after].map((bytes) => bytes && readSource(path, bytes, lookups?.shape));
  const kinds = [old, now].flatMap((one) => (one?.kind === 'source' ? [one.source.kind] : []));
  const [kind] = kinds;
  const isRead = [old, now].every((one) => one === undefined || one.kind === 'source');
  if (kind === undefined || !isRead || kinds.some((other) => other !== kind)) {
    const words = { zh: '整个文件', en: 'the whole file' };
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return [{ kind: change, path: [], risk: 'legal', effect: 'neutral', field: words, words }];
  }
  return diffFile(kind, written(old), written(now), lookups);
}

function written(read: ReadResult | undefined): unknown {
  return read?.kind === 'source' ? read.source.written : undefined;
}
