import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/model/path.ts';
import { placeInWords } from './placeInWords.ts';

describe('placeInWords', () => {
  const base = '000000/food-business-licence.yaml';
  const cases: [string, Path, string][] = [
    [base, ['limits', 'promised', 'value'], '办理时限 › 承诺时限 › 数'],
    ['511500/food-business-licence.yaml', ['overlay', 'limits', 'promised'], '办理时限 › 承诺时限'],
    [base, ['materials', 'list', 2, 'copies'], '申请材料 › 第 3 项 › 复印件份数'],
    [base, ['materials', 'list', 'id-card'], '申请材料 › id-card'],
    [base, ['no', 'such'], 'no › such'],
    [base, [], ''],
    ['README.md', ['x'], ''],
  ];
  it.each(cases)('%s %j', (file, path, words) => expect(placeInWords({ file, path }).zh).toBe(words));
});
