import { expect, test } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import type { EffectiveItem } from '../catalogue/index.ts';
import type { Path } from '../model/path.ts';
import { onceEach } from './checkCatalogue.ts';
import { readyRules } from './readyRules.ts';
import type { ItemRule } from './rules/index.ts';
import { runItemRules, runItemRulesOn } from './runRules.ts';

const { bases, guides, lookups } = await sampleCatalogue();
const ready = readyRules({ lookups, date: '2026-06-01' });

/** A base as a division has it that adopts it and writes no layer. */
function adopted(base: EffectiveItem, division: string): EffectiveItem {
  const { id, item, files } = base;
  return { id, division, item, files, originOf: (path: Path) => base.originOf(path) };
}

test('an item as several places have it is found wrong in what each is found wrong in', () => {
  let found = 0;
  for (const base of bases) {
    const places = guides.filter(({ id }) => id === base.id).map(({ division }) => division);
    const subjects = [base, ...places.map((division) => adopted(base, division))];
    const each = onceEach(subjects.flatMap((subject) => runItemRules(subject, ready)));
    const together = onceEach(runItemRulesOn(subjects, ready));
    expect(new Set(together.map(told))).toEqual(new Set(each.map(told)));
    expect(together).toHaveLength(each.length);
    found += each.length;
  }
  expect(found).toBeGreaterThan(5);
});

test('a rule that asks for the division is asked for each, another once', () => {
  const [first] = ready.item;
  const asked: string[] = [];
  const rule = (name: string, check: ItemRule['check']) => ({
    ...first!,
    rule: {
      ...first!.rule,
      check: (...all: Parameters<ItemRule['check']>) => (asked.push(name), check(...all)),
    },
  });
  const asks = rule('asks', (_item, _context, { division }) => [
    { path: [], message: { zh: division, en: division } },
  ]);
  const other = rule('other', () => []);
  const subjects = ['510000', '511500'].map((division) => adopted(bases[0]!, division));
  const found = runItemRulesOn(subjects, { ...ready, item: [asks, other] });
  expect(found.map(({ message }) => message)).toEqual(['510000', '511500']);
  expect(asked).toEqual(['asks', 'other', 'asks']);
});

function told({ code, file, path, message }: ReturnType<typeof runItemRules>[number]): string {
  return JSON.stringify([code, file, path, message]);
}
