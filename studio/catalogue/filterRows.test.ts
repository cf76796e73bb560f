import { describe, expect, it } from 'vitest';
import {
  facetsOf,
  filterOfQuery,
  filterRows,
  indexRows,
  noFilter,
  queryOfFilter,
  type RowFilter,
} from './filterRows.ts';
import { testRow } from './testRow.ts';

const rows = [
  testRow('road', {
    name: '挖掘城市道路审批',
    everydayName: '挖路',
    basicCode: '000117001000',
    pinyin: 'WaJueChengShiDaoLuShenPi WaLu ZhuFangHeChengXiangJianSheJu GuoJia',
    synonyms: ['占道开挖'],
    authority: '住房和城乡建设局',
    type: '01',
    charged: true,
    decision: 'retain',
  }),
  testRow('food', {
    name: '食品经营许可',
    authority: '市场监督管理局',
    type: '01',
    drafts: ['d1'],
    pinyin: 'ShiPinJingYingXuKe',
  }),
  testRow('food', {
    name: '食品经营许可',
    authority: '宜宾市市场监督管理局',
    division: '511500',
    divisionName: '宜宾市',
    role: 'layer',
    inForce: 'later',
    pinyin: 'ShiPinJingYingXuKe YiBinShiShiChangJianDuGuanLiJu YiBinShi',
    findings: { error: 0, warning: 2, info: 0 },
  }),
];
const index = indexRows(rows);

describe('filterRows', () => {
  const cases: [string, Partial<RowFilter>, number[]][] = [
    ['nothing narrows nothing', {}, [0, 1, 2]],
    ['a name', { words: '食品' }, [1, 2]],
    ['an everyday name', { words: '挖路' }, [0]],
    ['a part of a code', { words: '17001' }, [0]],
    ['an authority', { words: '建设局' }, [0]],
    ['the code of a division', { words: '511500' }, [2]],
    ['an id in capitals', { words: 'ROAD' }, [0]],
    ['full-width digits', { words: '５１１５００' }, [2]],
    ['all words, in any field and order', { words: '宜宾  食品' }, [2]],
    ['words that no one row has together', { words: '宜宾 道路' }, []],
    ['a synonym', { words: '开挖' }, [0]],
    ['the whole sound of a name', { words: 'shipinjingying' }, [1, 2]],
    ['the initials of a name', { words: 'SPJY' }, [1, 2]],
    ['sound and characters together', { words: 'yibin 食品' }, [2]],
    ['a sound that no syllable begins with', { words: 'ipin' }, []],
    ['initials that no one word has', { words: 'kesc' }, []],
    ['a division', { division: '511500' }, [2]],
    ['an authority by its whole name', { authority: '市场监督管理局' }, [1]],
    ['a type', { type: '01' }, [0, 1]],
    ['with findings', { findings: 'some' }, [2]],
    ['without findings', { findings: 'none' }, [0, 1]],
    ['with an open draft', { drafts: 'open' }, [1]],
    ['without a draft', { drafts: 'none' }, [0, 2]],
    ['what is charged', { charged: 'yes' }, [0]],
    ['what is free', { charged: 'no' }, [1, 2]],
    ['what the clean-up decided', { decision: 'retain' }, [0]],
    ['not yet in force', { inForce: 'later' }, [2]],
    ['bases', { role: 'base' }, [0, 1]],
    ['several together', { words: '食品', findings: 'none', drafts: 'open' }, [1]],
  ];
  it.each(cases)('%s', (_, filter, expected) =>
    expect(filterRows(index, { ...noFilter, ...filter })).toEqual(expected.map((at) => rows[at])),
  );
});

describe('facetsOf', () => {
  it('counts rows by value, most first, and leaves out rows without one', () => {
    expect(facetsOf(rows, 'division')).toEqual([
      { value: '000000', count: 2 },
      { value: '511500', count: 1 },
    ]);
    expect(facetsOf(rows, 'type')).toEqual([{ value: '01', count: 2 }]);
  });
});

describe('the query of an address', () => {
  it('holds only what narrows', () => {
    expect(queryOfFilter(noFilter)).toEqual({});
    expect(queryOfFilter({ ...noFilter, words: ' 食品 ', drafts: 'open' })).toEqual({
      q: '食品',
      drafts: 'open',
    });
  });

  it('comes back as the filter that it was made of', () => {
    const filter: RowFilter = {
      words: '食品 许可',
      division: '511500',
      authority: '市场监督管理局',
      type: '01',
      role: 'base',
      decision: 'retain',
      inForce: 'ended',
      charged: 'no',
      findings: 'some',
      drafts: 'open',
    };
    expect(filterOfQuery(queryOfFilter(filter))).toEqual(filter);
  });

  it('is read without trust', () => {
    expect(filterOfQuery({ q: ['a', 'b'], findings: 'x', drafts: null, division: undefined })).toEqual(
      noFilter,
    );
  });
});
