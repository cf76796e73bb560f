import { describe, expect, test } from 'vitest';
import { shapeOfKind, type Lookups } from '../../src/catalogue/index.ts';
import { read } from '../../src/text/index.ts';
import { hoverAt } from './hoverAt.ts';

const lookups = {
  law: (id: string) => (id === 'water-law' ? { id, title: '中华人民共和国水法' } : undefined),
} as unknown as Lookups; // Only what is asked about here.

/** The hover at the `|` of an item's text. */
function at(text: string) {
  const document = read(text.replace('|', ''), shapeOfKind('item'), 'x.yaml');
  return hoverAt(document, text.indexOf('|'), { kind: 'item', lookups });
}

describe('the hover', () => {
  test('on a key tells the field, its help and the law that governs it', () => {
    expect(at('basics:\n  na|me: 甲\n')).toEqual({
      from: 10,
      to: 14,
      title: { zh: '事项名称', en: 'Item name' },
      help: '与上级目录一致，不得自行更改。',
      laws: [
        {
          cite: { law: 'administrative-licensing-law', article: 30 },
          words: { zh: '《中华人民共和国行政许可法》第三十条', en: 'Administrative License Law, Art. 30' },
        },
      ],
    });
  });

  test('on a value tells what its code stands for', () => {
    expect(at('basics:\n  category: gene|ral\n')?.value).toEqual({ zh: '普通许可', en: 'general' });
    expect(at('legalBasis:\n  - law: water|-law\n')?.value?.zh).toBe('中华人民共和国水法');
    expect(at('legalBasis:\n  - law: no|-law\n')?.value).toBeUndefined();
  });

  test('on an element of a list tells the list', () => {
    expect(at('basics:\n  approvalLevels: [ci|ty]\n')).toMatchObject({
      value: { zh: '市级' },
    });
  });

  test.each([
    ['between fields', 'basics:\n  name: 甲\n|\nid: a\n'],
    ['on a key that no schema knows', 'nothi|ng: 1\n'],
    ['in an empty file', '|'],
  ])('is missing %s', (_name, text) => {
    expect(at(text)).toBeUndefined();
  });

  test('is there in a file that cannot be read whole', () => {
    expect(at('basics:\n  na|me: 甲\n  name: 乙\n')?.title.zh).toBe('事项名称');
  });
});
