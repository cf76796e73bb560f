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
