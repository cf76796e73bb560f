import {
  eachReference,
  namedFiles,
  placeOf,
  type Catalogue,
  type SeeReference,
} from '../../../catalogue/index.ts';
import { valueAt, type Path } from '../../../model/path.ts';

/** A place that refers to a file. */
export interface Referrer {
  /** The file referred to. */
  target: string;
  file: string;
  path: Path;
}

/** What each kind of file is referred to as. */
const refs: Readonly<Record<string, string>> = {
  item: 'item',
  law: 'law',
  centre: 'centre',
  calendar: 'calendar',
};

/**
 * Places in `after` that refer to the files at `targets`, as `before` has them, by their id or path: among them the id
 * of each layer that had its base there, and the lines by which divisions adopt it as it is.
 */
export function referrersOf(
  targets: readonly string[],
  before: Catalogue,
  { sources }: Catalogue,
): Referrer[] {
  if (targets.length === 0) return [];
  const found: Referrer[] = [];
  for (const target of targets) {
    const place = placeOf(target);
    if (place.kind === 'attachment') {
      for (const { path: file, kind, written, shape } of sources.values())
        for (const named of namedFiles(kind, written, shape))
          if (named.file === target) found.push({ target, file, path: named.path });
      continue;
    }
    if (place.kind !== 'file' || place.id === undefined) continue;
    // By what it was: a layer is no item of its own, and what names the item means its base.
    const was = before.sources.get(target)?.kind;
    const ref = refs[was ?? ''];
    if (ref === undefined) continue;
    for (const { path: file, kind, written, shape } of sources.values()) {
      const here = placeOf(file);
      if (was === 'item' && kind === 'layer' && here.kind === 'file' && here.id === place.id)
        found.push({ target, file, path: ['id'] });
      if (was === 'item' && kind === 'adoption')
        adopted(written, place.id).forEach((at) => found.push({ target, file, path: ['items', at, 'id'] }));
      const see: SeeReference = (text, field, path) => {
        const isMeant =
          (field['x-ref'] === ref && text === place.id) ||
          (field['x-ref'] === 'window' && was === 'centre' && text.startsWith(`${place.id}/`));
        if (isMeant) found.push({ target, file, path: path() });
      };
      eachReference(kind, written, see, shape);
    }
  }
  return found;
}

/** Positions in a list of adoptions at which it names the item `id`. */
function adopted(written: unknown, id: string): number[] {
  const items = valueAt(written, ['items']);
  if (!Array.isArray(items)) return [];
  return items.flatMap((_, at) => (valueAt(written, ['items', at, 'id']) === id ? [at] : []));
}
