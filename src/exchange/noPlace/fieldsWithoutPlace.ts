import type { CatalogueShape } from '../../model/catalogueShape.ts';
import { fieldAt } from '../../model/field.ts';
import type { Draft, Item } from '../../model/item.ts';
import type { Words } from '../../model/schemas.ts';

/** A field that a format has no place for. */
export interface NoPlace {
  path: string;
  title: Words;
  /** Guides that say something there. */
  guides: number;
}

/**
 * Fields that `items` fill and a format does not take, in the schema's order. `taken` are paths with every position
 * of a list as 0; what stands below one of them is taken too.
 */
export function fieldsWithoutPlace(
  items: readonly Draft<Item>[],
  taken: readonly string[],
  shape: CatalogueShape,
): NoPlace[] {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const path of new Set(leaves(item)))
      if (!taken.some((one) => path === one || path.startsWith(`${one}.`)))
        counts.set(path, (counts.get(path) ?? 0) + 1);
  const order = Object.keys(shape.schemas.item.properties ?? {});
  const rank = (path: string) => order.indexOf(path.split('.')[0]!);
  return [...counts]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([path, guides]) => {
      const steps = path.split('.').map((step) => (step === '0' ? 0 : step));
      const titles = steps.flatMap((step, at) => {
        const title = fieldAt('item', steps.slice(0, at + 1), undefined, shape)?.title;
        return step === 0 || title === undefined || title.zh === '' ? [] : [title];
      });
      const title = { zh: titles.map(({ zh }) => zh).join('›'), en: titles.map(({ en }) => en).join(' › ') };
      return { path: path.replaceAll('.0', '[]'), title, guides };
    });
}

/** Values that are lost as a whole or not at all. */
const wholes = ['when', 'basis'];

/** Paths of all that a person wrote, every position of a list as 0. Ids are the catalogue's own. */
function leaves(value: unknown, path: string[] = []): string[] {
  const last = path.at(-1);
  if (last === 'id') return [];
  if (last !== undefined && wholes.includes(last)) return [path.join('.')];
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path.join('.')];
  return Object.entries(value).flatMap(([key, child]) =>
    leaves(child, [...path, Array.isArray(value) ? '0' : key]),
  );
}
