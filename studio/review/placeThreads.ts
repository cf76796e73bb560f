import type { ReviewView, ThreadView } from '../../src/api/index.ts';
import { pointer, type Path } from '../../src/model/path.ts';

/** Threads by what they are about. */
export interface PlacedThreads {
  /** Of the draft as a whole. */
  general: ThreadView[];
  /** By {@link placeKey}: at a change that the review shows, or at its file. */
  at: ReadonlyMap<string, ThreadView[]>;
}

/** Names a place: a field of a file, or with an empty path the file. */
export function placeKey(file: string, path: Path = []): string {
  return `${file}#${pointer(path)}`;
}

/**
 * Puts each thread where its reader looks: at the change of its field, or of the nearest thing that it stands in; at
 * its file where none of that differs any more; with the draft where the file does not either.
 */
export function placeThreads(threads: readonly ThreadView[], files: ReviewView['files']): PlacedThreads {
  const shown = new Set(
    files.flatMap(({ path, changes }) => [
      placeKey(path),
      ...changes.map((change) => placeKey(path, change.path)),
    ]),
  );
  const general: ThreadView[] = [];
  const at = new Map<string, ThreadView[]>();
  for (const thread of threads) {
    const key = keysUp(thread).find((one) => shown.has(one));
    if (key === undefined) general.push(thread);
    else at.set(key, [...(at.get(key) ?? []), thread]);
  }
  return { general, at };
}

/** The places of a thread, from its own up to its file. */
function keysUp({ file, path = [] }: ThreadView): string[] {
  if (file === undefined) return [];
  return Array.from({ length: path.length + 1 }, (_, i) => placeKey(file, path.slice(0, path.length - i)));
}
