import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';

/** Calls `see` with every text in which an item may ask something of its applicants: conditions, then materials. */
export function eachDemand(item: Draft<Item>, see: (text: string, path: Path) => void): void {
  (item.conditions?.grant ?? []).forEach(({ text }, i) => {
    if (text !== undefined) see(text, ['conditions', 'grant', i, 'text']);
  });
  (item.materials?.list ?? []).forEach((material, i) => {
    for (const key of ['name', 'notes', 'acceptance'] as const) {
      const text = material[key];
      if (text !== undefined) see(text, ['materials', 'list', i, key]);
    }
  });
}

const denial = /不得|不用|不需|不必|不再|不要求|无需|无须|禁止|严禁|没有/;

/** Whether what stands at `at` in `text` is denied or forbidden in its own clause: 不得指定中介机构. */
export function isDenied(text: string, at: number): boolean {
  const clause = Math.max(...['，', '。', '；', ';', ','].map((mark) => text.lastIndexOf(mark, at)));
  return denial.test(text.slice(clause + 1, at));
}
