import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { explainField, fieldsOf, findFields, nearFields } from './explain.ts';
import type { Catalogue, ItemSource } from './types.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

function chain(id: string, division: string): ItemSource[] {
  const above = new Set(catalogue.lookups.divisionChain(division));
  return catalogue.chains.get(id)!.filter((step) => above.has(step.division));
}

describe('explainField', () => {
  it('gives the value, where it was written, and what each level says', () => {
    const one = explainField(chain('food-business-licence', '511502'), '511502', ['limits', 'promised']);
    expect(one.value).toEqual({ value: 5, unit: 'working-days' });
    expect(one.title.zh).toBe('办理时限·承诺时限');
    expect(one.origin).toMatchObject({
      division: '511502',
      file: '511502/food-business-licence.yaml',
      path: ['overlay', 'limits', 'promised', 'value'],
    });
    expect(one.layers.map(({ division, says }) => [division, says.kind])).toEqual([
      ['000000', 'value'],
      ['510000', 'value'],
      ['511500', 'value'],
      ['511502', 'value'],
    ]);
    expect(one.field.overlay).toMatchObject({ policy: 'narrow', by: 'lower' });
  });

  it('says who took an element out', () => {
    const files = chain('public-place-hygiene-licence', '511500');
    const one = explainField(files, '511500', ['materials', 'list', 'rules', 'need']);
    expect(one.value).toBeUndefined();
    expect(one.origin).toBeUndefined();
    expect(one.layers.map(({ says }) => says.kind)).toEqual(['value', 'removes']);
    expect(one.layers[1]!.says).toMatchObject({ path: ['overlay', 'materials', 'list', 0] });
  });

  it('says that nobody wrote a field', () => {
    const one = explainField(chain('food-business-licence', '360100'), '360100', ['basics', 'localCode']);
    expect(one).toMatchObject({ value: undefined, origin: undefined });
    expect(one.layers.every(({ says }) => says.kind === 'nothing')).toBe(true);
  });
});

describe('findFields', () => {
  it.each([
    ['by keys', 'limits.promised', [['limits', 'promised']]],
    ['by a pointer', '/limits/promised', [['limits', 'promised']]],
    ['by title', '承诺时限', [['limits', 'promised']]],
    ['by English title', 'promised limit', [['limits', 'promised']]],
    ['an element by its id', 'materials.list.rules', [['materials', 'list', 'rules']]],
    ['a field that nobody wrote', 'basics.localCode', [['basics', 'localCode']]],
    ['one that there is not', 'limits.promise', []],
  ] as [string, string, string[][]][])('%s', (_, query, names) => {
    expect(findFields(chain('food-business-licence', '511502'), query)).toEqual(names);
  });

  it('lists every field of a title', () => {
    const files = chain('food-business-licence', '511502');
    const names = findFields(files, '必要性');
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(name.at(-1)).toBe('need');
  });

  it('finds an element that a level took out', () => {
    const files = chain('public-place-hygiene-licence', '511500');
    expect(findFields(files, 'materials.list.rules')).toEqual([['materials', 'list', 'rules']]);
  });
});

it('nearFields tells what was perhaps meant', () => {
  expect(nearFields('limits.promise')[0]).toBe('limits.promised（承诺时限）');
  expect(nearFields('承诺期限').join()).toContain('limits.promised');
  expect(nearFields('zzz')).toEqual([]);
});

it('fieldsOf lists what the item says, group by group', () => {
  const names = fieldsOf(chain('food-business-licence', '511502')).map((name) => name.join('.'));
  expect(names).toContain('limits.promised');
  expect(names).toContain('service.phones');
  expect(new Set(names).size).toBe(names.length);
});
