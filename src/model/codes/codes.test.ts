import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readBasicCode } from './basicCode.ts';
import { creditCheckCharacter, readCreditCode } from './creditCode.ts';
import { readDivisionCode } from './divisionCode.ts';
import { readItemCode, variantCode } from './itemCode.ts';

const zh = (read: { kind: string; words?: { zh: string } }) => read.words?.zh ?? read.kind;

describe('the unified social credit code', () => {
  it.each([
    ['a ministry', '11100000000013338W', 'code'],
    ['a provincial department', '114400000069411352', 'code'],
    ['a placeholder', 'TE5115020000000001', 'placeholder'],
    ['a placeholder too short', 'TE511502', '应为 18 位，现有 8 位'],
    ['a wrong check character', '11100000000013338X', '校验码（第 18 位）是“X”，按前 17 位应为“W”'],
    ['a letter O', '1110000000O013338W', '第 11 位是“O”，应为数字或 I、O、S、V、Z 以外的大写字母，可能是“0”'],
    [
      'a small letter',
      '11100000000013338w',
      '第 18 位是“w”，应为数字或 I、O、S、V、Z 以外的大写字母，可能是“W”',
    ],
    ['a stroke', '1110000-00013338W1', '第 8 位是“-”'],
    ['one too few', '1110000000001333W', '应为 18 位，现有 17 位'],
    ['a division that cannot be', '119900000069411352', '“990000”不是行政区划代码'],
    ['nothing', '', '应为 18 位，现有 0 位'],
  ])('%s', (_, code, expected) => expect(zh(readCreditCode(code))).toContain(expected));

  it('says its parts', () => {
    expect(readCreditCode('114400000069411352')).toEqual({
      kind: 'code',
      registrar: '1',
      category: '1',
      division: '440000',
      body: '006941135',
      check: '2',
    });
  });

  it('has a check character for any beginning, and none for what is no beginning', () => {
    expect(creditCheckCharacter('00000000000000000')).toBe('0');
    expect(creditCheckCharacter('11440000006941135')).toBe('2');
    expect(() => creditCheckCharacter('1144')).toThrow(RangeError);
  });

  it('sees every single character that was copied wrongly', () => {
    const right = '11100000000013338W';
    for (let i = 8; i < 17; i++) {
      const other = right[i] === '7' ? '8' : '7';
      expect(readCreditCode(right.slice(0, i) + other + right.slice(i + 1)).kind, String(i)).toBe('wrong');
    }
  });
});

describe('the basic code', () => {
  it.each([
    ['an item without sub-items', '000131012000', 'whole'],
    ['a container', '44011601300Y', 'container'],
    ['a sub-item', '440116013002', 'sub-item'],
  ])('%s', (_, code, part) => expect(readBasicCode(code)).toMatchObject({ kind: 'code', part }));

  it.each([
    ['too short', '00013101200', '应为 12 位，现有 11 位'],
    ['a letter', '0001310120A0', '第 11 位是“A”，应为数字'],
    ['a Y elsewhere', '44011601301Y', '只有主项以 00Y 结尾'],
    ['no province', '990131012000', '前两位“99”不是省级代码'],
  ])('%s', (_, code, expected) => expect(zh(readBasicCode(code))).toContain(expected));
});

describe('the implementation code and the variant code', () => {
  it('say whose, at which level, what', () => {
    expect(readItemCode('1144000000694113522440116013002')).toMatchObject({
      uscc: '114400000069411352',
      level: 'province',
      basicCode: '440116013002',
    });
    expect(readItemCode('114400000069411352244011601300201')).toMatchObject({ variant: '01' });
    expect(readItemCode('TE51150200000000014000131012000')).toMatchObject({
      agency: { kind: 'placeholder' },
      level: 'county',
    });
  });

  it.each([
    [
      'a length of neither',
      '11440000006941135224401160130020',
      '应为 31（实施编码）或 33（业务办理项编码） 位，现有 32 位',
    ],
    ['a level of 7', '1144000000694113527440116013002', '第 19 位是“7”，应为层级 1 至 6'],
    ['a wrong check character', '1144000000694113532440116013002', '前 18 位：统一社会信用代码的校验码'],
    ['a wrong basic code', '114400000069411352244011601300X', '第 20 至 31 位：基本编码第 12 位是“X”'],
    ['a variant of letters', '1144000000694113522440116013002AB', '第 32 位是“A”'],
  ])('%s', (_, code, expected) => expect(zh(readItemCode(code))).toContain(expected));

  it('points at the character in the whole', () => {
    expect(readItemCode('114400000069411352244011601300X')).toMatchObject({ at: 31 });
  });
});

describe('the division code', () => {
  it.each([
    ['000000', 'nation', undefined],
    ['510000', 'province', '000000'],
    ['511500', 'city', '510000'],
    ['511502', 'county', '511500'],
    ['511602000000', 'county', '511600000000'],
    ['511602001000', 'town', '511602000000'],
    ['511602001002', 'village', '511602001000'],
    // Dongguan has towns and no counties.
    ['441900003000', 'town', '441900000000'],
  ])('%s is a %s', (code, level, parent) =>
    expect(readDivisionCode(code)).toEqual({ kind: 'code', level, ...(parent !== undefined && { parent }) }),
  );

  it.each([
    ['five digits', '51150', '应为 6 或 12 位，现有 5 位'],
    ['a letter', '5115O2', '第 5 位是“O”，应为数字'],
    ['no such province', '991500', '前两位“99”不是省级代码'],
    ['a county of no city', '510002', '缺了一级'],
    ['a village of no town', '511602000002', '缺了一级'],
  ])('%s', (_, code, expected) => expect(zh(readDivisionCode(code))).toContain(expected));
});

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

describe.skipIf(!existsSync(data))('real codes (skipped where ../shared/data is missing)', () => {
  const lines = <T>(file: string) =>
    readFileSync(`${data}${file}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);

  test('of Guangdong: 110 codes, each read, with the basic code that stands beside it', () => {
    const guides = lines<{ TASK_CODE: string; CATAID: string; matter_code: string }>(
      'guides-gd-2021/permits-dev-110.jsonl',
    );
    expect(guides).toHaveLength(110);
    for (const { TASK_CODE, CATAID, matter_code } of guides) {
      const read = readItemCode(TASK_CODE);
      expect(read, TASK_CODE).toMatchObject({ kind: 'code', basicCode: CATAID });
      expect(readBasicCode(CATAID).kind).toBe('code');
      if (matter_code !== '无') expect(readItemCode(matter_code).kind, matter_code).toBe('code');
    }
  });

  test('of Liaoning: basic codes', () => {
    const rows = readFileSync(`${data}catalogue-ln/items.csv`, 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(30);
    for (const row of rows) expect(readBasicCode(row.split(',')[0]!).kind, row).toBe('code');
  });

  test('of Guang’an: bodies with and without a credit code', () => {
    const codes = lines<{ itemCode: string }>('items-sc-guangan/items.jsonl').flatMap(
      ({ itemCode }) => /-\d{3}-([0-9A-Z]{18})-\d-\d\d$/.exec(itemCode)?.[1] ?? [],
    );
    const wrong = [...new Set(codes)].filter((code) => readCreditCode(code).kind === 'wrong');
    const placeholders = [...new Set(codes)].filter((code) => readCreditCode(code).kind === 'placeholder');
    expect({ codes: codes.length, wrong, placeholders }).toEqual({
      codes: 988,
      wrong: [],
      placeholders: ['TE5116020105116050'],
    });
  });

  test('of GB/T 2260: every division of the nation, under its parent', () => {
    const read = <T>(file: string) => JSON.parse(readFileSync(`${data}divisions/${file}`, 'utf8')) as T;
    const areas = read<{ code: string; cityCode: string }[]>('areas.json');
    expect(areas.length).toBeGreaterThan(2900);
    // A city without counties stands in the list of counties as itself.
    for (const { code, cityCode } of areas.filter((area) => area.code !== `${area.cityCode}00`))
      expect(readDivisionCode(code), code).toMatchObject({ level: 'county', parent: `${cityCode}00` });
    for (const { code, provinceCode } of read<{ code: string; provinceCode: string }[]>('cities.json'))
      expect(readDivisionCode(`${code}00`), code).toMatchObject({
        level: 'city',
        parent: `${provinceCode}0000`,
      });
  });
});

describe('the code of a variant', () => {
  const parts = {
    uscc: '114400000069411352',
    level: 'province',
    basicCode: '440116013002',
    number: '01',
  } as const;

  it('is made of its parts', () => {
    expect(variantCode(parts)).toBe('114400000069411352244011601300201');
  });

  it.each([
    ['no body', { uscc: undefined }],
    ['no level', { level: undefined }],
    ['no number', { number: undefined }],
    ['a body with a slip in its code', { uscc: '114400000069411353' }],
  ])('is not made with %s', (_, wrong) => {
    expect(variantCode({ ...parts, ...wrong })).toBeUndefined();
  });
});
