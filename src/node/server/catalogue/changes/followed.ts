import type { ChangeEntry } from '../../../../api/index.ts';
import {
  amendments,
  readSource,
  reworded,
  shapeOfKind,
  type Catalogue,
} from '../../../../catalogue/index.ts';
import { valueAt } from '../../../../model/path.ts';
import type { DraftCommit } from '../../../../review/index.ts';
import { rewordAt, type Rewording } from '../../../../text/index.ts';
import type { FirstStep } from '../../../review/index.ts';
import { referrersOf } from '../../drafts/referrers.ts';
import { bytesOf, called, editStep, refusal, unreadable, type Change, type Planned } from './parts.ts';

/**
 * What still refers to files that a draft renamed follows them, all of it: places are written anew, and layers get the
 * name of their base. `began` is the catalogue that the draft began with.
 */
export function followed(
  { reason }: Change<'follow'>,
  catalogue: Catalogue,
  { began, commits }: { began: Catalogue; commits: readonly DraftCommit[] },
): Planned {
  const acts = commits.map(({ act }) => act);
  const gone = [...began.files.keys()].filter((path) => !catalogue.files.has(path));
  const wanted = amendments(referrersOf(gone, began, catalogue), acts);
  const entries: ChangeEntry[] = [];
  const texts = new Map<string, string>();
  const renames: FirstStep[] = [];
  for (const one of wanted) {
    const source = catalogue.sources.get(one.file);
    if (source === undefined) return refusal(one.file, catalogue, unreadable);
    const shape = shapeOfKind(source.kind, source.shape);
    const places: Rewording[] =
      one.kind === 'rename'
        ? [{ path: ['id'], at: 'value', next: one.id }]
        : one.places.flatMap(({ path, ...names }): Rewording[] => {
            const said = valueAt(source.written, path);
            const next = typeof said === 'string' ? reworded(said, names) : undefined;
            return next === undefined ? [] : [{ path, at: 'value', next }];
          });
    const text = rewordAt(texts.get(one.file) ?? source.text, places, { shape, file: one.file });
    if (text === undefined || readSource(one.file, text).kind !== 'source')
      return refusal(one.file, catalogue, unreadable);
    if (one.kind === 'write') {
      texts.set(one.file, text);
      entries.push({
        ...called(one.file, catalogue),
        outcome: { kind: 'reworded', places: places.length, lines: [] },
      });
      continue;
    }
    renames.push({
      act: { kind: 'rename', file: one.file, to: one.to, reason },
      changes: new Map<string, Uint8Array | null>([
        [one.file, null],
        [one.to, bytesOf(text)],
      ]),
    });
    entries.push({ ...called(one.file, catalogue), outcome: { kind: 'renamed', to: one.to, lines: [] } });
  }
  return { entries, steps: [...editStep(texts), ...renames] };
}
