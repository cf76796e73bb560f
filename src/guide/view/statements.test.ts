import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Draft, Item } from '../../model/item.ts';
import { guideView } from './guideView.ts';
import { changedStatements, statementsOf } from './statements.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});
const changes = (edit: (item: Draft<Item>) => void) => {
  const guide = catalogue.guides.find(
    ({ id, division }) => id === 'food-business-licence' && division === '511500',
  )!;
  const item = structuredClone(guide.item);
  edit(item);
  const said = (one: Draft<Item>) => statementsOf(guideView({ ...guide, item: one }, catalogue.lookups));
  return changedStatements(said(guide.item), said(item));
};

describe('what changed in a guide', () => {
  it('is said by what is called the same and says something else', () => {
    expect(changes(() => {})).toEqual([]);
    expect(changes((item) => (item.limits!.promised!.value = 3))).toEqual([
      { section: '办理时限', name: '承诺时限', before: '6 个工作日', after: '3 个工作日' },
    ]);
  });

  it('tells what is new and what is said no more', () => {
    const found = changes((item) => {
      item.service!.faq!.push({ id: 'new', question: '能代办吗？', answer: '能。' });
      item.materials!.list = item.materials!.list!.slice(1);
    });
    expect(found).toEqual([
      { section: '常见问题', name: '能代办吗？', after: '能。' },
      { section: '申请材料', name: '食品经营许可申请书', before: expect.stringContaining('必要') },
    ]);
  });

  it('does not take one of two with the same name for the other', () => {
    const one = { section: 'a', name: 'b', text: '1' };
    expect(changedStatements([one, { ...one, text: '2' }], [one, { ...one, text: '3' }])).toEqual([
      { section: 'a', name: 'b', before: '2', after: '3' },
    ]);
  });
});
