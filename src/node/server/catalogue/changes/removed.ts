import type { ChangeEntry } from '../../../../api/index.ts';
import {
  mergeItem,
  placeOf,
  shapeOfKind,
  type Catalogue,
  type ItemSource,
} from '../../../../catalogue/index.ts';
import type { Edit, Plain } from '../../../../model/edit.ts';
import { valueAt } from '../../../../model/path.ts';
import { edit, editsBetween } from '../../../../text/index.ts';
import type { FirstStep } from '../../../review/index.ts';
import { referrersOf } from '../../drafts/referrers.ts';
import { called, editStep, refusal, unreadable, type Change, type Planned } from './parts.ts';

/**
 * A file taken out. Of the base of an item, what hangs on it goes too, or stands by itself from then on, where that is
 * asked for; whatever else goes on referring to it is for people to decide.
 */
export function removed({ file, reason, hanging }: Change<'remove'>, catalogue: Catalogue): Planned {
  const places = new Map<string, number>();
  for (const { file: at } of referrersOf([file], catalogue, catalogue))
    if (at !== file) places.set(at, (places.get(at) ?? 0) + 1);
  const place = placeOf(file);
  const id = place.kind === 'file' ? place.id : undefined;
  const isBase = catalogue.sources.get(file)?.kind === 'item' && id !== undefined;
  const made =
    !isBase || hanging === undefined
      ? nothing
      : hanging === 'remove'
        ? without({ id, file, reason }, catalogue)
        : detached(id, file, catalogue);
  if (made.refused !== undefined) return refusal(made.refused, catalogue, unreadable);
  const isDone = (at: string) =>
    made.entries.some((entry) => entry.file === at) ||
    (hanging === 'detach' && isBase && isHanging(at, id, catalogue));
  return {
    entries: [
      { ...called(file, catalogue), outcome: { kind: 'removed' } },
      ...made.entries,
      ...[...places].flatMap(([at, count]): ChangeEntry[] =>
        isDone(at)
          ? []
          : [
              {
                ...called(at, catalogue),
                outcome: { kind: 'refers', places: count, hangs: isBase && isHanging(at, id, catalogue) },
              },
            ],
      ),
    ],
    steps: [
      ...editStep(made.texts),
      ...made.removals,
      { act: { kind: 'remove', file, reason }, changes: new Map([[file, null]]) },
    ],
  };
}

interface Made {
  entries: ChangeEntry[];
  texts: Map<string, string>;
  removals: FirstStep[];
  refused?: string;
}

const nothing: Made = { entries: [], texts: new Map(), removals: [] };

/** Whether the file is a layer of the item, or says that a division adopts it. */
function isHanging(at: string, id: string, { sources }: Catalogue): boolean {
  const place = placeOf(at);
  const kind = sources.get(at)?.kind;
  return kind === 'adoption' || (kind === 'layer' && place.kind === 'file' && place.id === id);
}

/** The layers taken out with their base, and the lines by which divisions adopt it. */
function without(
  { id, file, reason }: { id: string; file: string; reason: string },
  catalogue: Catalogue,
): Made {
  const made: Made = { entries: [], texts: new Map(), removals: [] };
  for (const { source } of catalogue.chains.get(id) ?? []) {
    if (source.path === file || source.kind !== 'layer') continue;
    made.entries.push({ ...called(source.path, catalogue), outcome: { kind: 'removed' } });
    made.removals.push({
      act: { kind: 'remove', file: source.path, reason },
      changes: new Map([[source.path, null]]),
    });
  }
  for (const { path, text, written, kind, shape } of catalogue.adoptions.values()) {
    const lines = valueAt(written, ['items']);
    const edits = (Array.isArray(lines) ? lines : [])
      .flatMap((line, at): Edit[] =>
        valueAt(line, ['id']) === id ? [{ kind: 'remove', path: ['items', at] }] : [],
      )
      .reverse();
    if (edits.length === 0) continue;
    const done = edit(text, edits, { shape: shapeOfKind(kind, shape) });
    if (done.kind === 'impossible') return { ...made, refused: path };
    made.texts.set(path, done.text);
    made.entries.push({ ...called(path, catalogue), outcome: { kind: 'unadopted' } });
  }
  return made;
}

/**
 * Whole procedures in the place of what hung on the base: the highest divisions that have a layer or adopt it get one
 * that says all that held there, written over the base's text so that its comments stay; levels below rest on those.
 */
function detached(id: string, file: string, catalogue: Catalogue): Made {
  const { chains, lookups, adoptions } = catalogue;
  const chain = chains.get(id) ?? [];
  const base = chain.find(({ source }) => source.path === file);
  if (base === undefined) return nothing;
  const adopting = [...adoptions].flatMap(([division, { written }]) => {
    const lines = valueAt(written, ['items']);
    const adopts = Array.isArray(lines) && lines.some((line) => valueAt(line, ['id']) === id);
    return adopts ? [division] : [];
  });
  const wanted = new Set([...chain.map(({ division }) => division), ...adopting]);
  const bases = new Set(
    chain.flatMap(({ role, division }) => (role === 'base' && division !== base.division ? [division] : [])),
  );
  const made: Made = { entries: [], texts: new Map(), removals: [] };
  for (const division of [...wanted].sort((a, b) => heightOf(a) - heightOf(b) || a.localeCompare(b))) {
    const above = lookups.divisionChain(division);
    if (division === base.division || !above.includes(base.division) || above.some((one) => bases.has(one)))
      continue;
    bases.add(division);
    const path = `${division}/${id}.yaml`;
    const text = wholeText(
      base,
      chain.filter((step) => above.includes(step.division)),
    );
    if (text === undefined) return { ...made, refused: path };
    made.texts.set(path, text);
    made.entries.push({ ...called(path, catalogue), outcome: { kind: 'detached' } });
  }
  return made;

  function heightOf(division: string): number {
    return lookups.divisionChain(division).length;
  }
}

function wholeText({ source }: ItemSource, steps: readonly ItemSource[]): string | undefined {
  const says = steps.map((step) =>
    step.role === 'base' ? step.source.written : (valueAt(step.source.written, ['overlay']) ?? {}),
  );
  // Read from texts, which hold nothing else.
  const [before, after] = [source.written, mergeItem(says)] as [Plain, Plain];
  const made = edit(source.text, editsBetween(before, after), {
    shape: shapeOfKind(source.kind, source.shape),
  });
  return made.kind === 'edited' ? made.text : undefined;
}
