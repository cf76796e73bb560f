import type { ActView, ReviewView } from '../../src/api/index.ts';
import { pointer, type Path } from '../../src/model/path.ts';

export interface Comment {
  act: ActView;
  /** The text was changed after it was said. */
  isBefore: boolean;
}

/** Comments by what they are about. */
export interface PlacedComments {
  /** Of the draft as a whole. */
  general: Comment[];
  /** By {@link commentKey}: at a change that the review shows, or at its file. */
  at: ReadonlyMap<string, Comment[]>;
}

/** Names the place of a comment: a field of a file, or with an empty path the file. */
export function commentKey(file: string, path: Path = []): string {
  return `${file}#${pointer(path)}`;
}

/**
 * Puts each comment where its reader looks: at the change of its field; at its file where the field no longer
 * differs; with the draft where the file does not either.
 */
export function placeComments(acts: readonly ActView[], files: ReviewView['files']): PlacedComments {
  const shown = new Set(
    files.flatMap(({ path, changes }) => [
      commentKey(path),
      ...changes.map((change) => commentKey(path, change.path)),
    ]),
  );
  const lastEdit = acts.findLastIndex(({ kind }) => kind === 'edit');
  const general: Comment[] = [];
  const at = new Map<string, Comment[]>();
  acts.forEach((act, position) => {
    if (act.kind !== 'comment') return;
    const comment = { act, isBefore: position < lastEdit };
    const keys = act.file === undefined ? [] : [commentKey(act.file, act.path), commentKey(act.file)];
    const key = keys.find((one) => shown.has(one));
    if (key === undefined) general.push(comment);
    else at.set(key, [...(at.get(key) ?? []), comment]);
  });
  return { general, at };
}
