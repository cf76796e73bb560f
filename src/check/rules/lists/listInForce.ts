import type { Catalogue, Source } from '../../../catalogue/index.ts';
import type { ListFile } from '../../../model/generated/schemas.ts';

/** The list of permits of each division that is in force on `date`: the newest that has come into force. */
export function listsInForce(
  { sources }: Pick<Catalogue, 'sources'>,
  date: string,
): Map<string, Source<ListFile>> {
  const inForce = new Map<string, Source<ListFile>>();
  for (const source of sources.values()) {
    if (source.kind !== 'list') continue;
    // The kind tells the type of the value.
    const list = source as Source<ListFile>;
    const { division, date: from } = list.value;
    if (division === undefined || from === undefined || from > date) continue;
    if ((inForce.get(division)?.value.date ?? '') < from) inForce.set(division, list);
  }
  return inForce;
}

/** Files of an example: one permit that 511500 adopts, and its list. */
export function listed(
  lines: readonly object[],
  { item = {}, date = '2026-01-05' }: { item?: object; date?: string } = {},
): Record<string, unknown> {
  return {
    '000000/a.yaml': { id: 'a', basics: { name: '甲许可', basicCode: '000119001000', type: '01', ...item } },
    '511500/adopt.yaml': { division: '511500', items: [{ id: 'a' }] },
    'lists/l.yaml': list(lines, date),
  };
}

/** A list of permits of 511500. */
export function list(lines: readonly object[], date = '2026-01-05'): object {
  return { id: 'l', division: '511500', title: '清单', document: '文', date, lines };
}

/** A line of an example. */
export function line(id: string, more: object = {}): object {
  return { id, name: '甲许可', authority: '水利局', decision: 'retain', ...more };
}
