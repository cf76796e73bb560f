import { beforeAll, describe, expect, test } from 'vitest';
import type { Draft, Item } from '../../src/model/item.ts';
import type { ProfileFile } from '../../src/model/generated/schemas.ts';
import { countRecords, type Counts, type GuideRecord } from './counts.ts';
import { dataFiles, hasData, importing, profileOf, valuesOf } from './importing.ts';

/** The same traits, counted in the drafts that the import made. */
async function countDrafts(records: readonly GuideRecord[], profile: ProfileFile): Promise<Counts> {
  const bytes = new TextEncoder().encode(records.map((record) => JSON.stringify(record)).join('\n'));
  const imported = await importing([{ name: 'guides.jsonl', bytes }], profile);
  const items = [...valuesOf(imported).values()] as Draft<Item>[];
  const count = (holds: (item: Draft<Item>) => boolean) => items.filter(holds).length;
  return {
    codes31: count(({ basics }) => basics?.localCode?.length === 31),
    codes33: count(({ basics }) => basics?.localCode?.length === 33),
    over20: count(
      ({ limits }) => limits?.statutory?.unit === 'working-days' && (limits.statutory.value ?? 0) > 20,
    ),
    naturalDays: count(({ limits }) =>
      [limits?.statutory, limits?.promised].some((limit) => limit?.unit === 'calendar-days'),
    ),
    onePhone: count(({ service }) => service?.phones?.advice === service?.phones?.complaint),
    noMaterial: count(({ materials }) => (materials?.list ?? []).length === 0),
    joint: count(({ authority }) => (authority?.joint ?? []).length > 0),
  };
}

describe.skipIf(!hasData)('the 110 guides', () => {
  let records: GuideRecord[];
  let profile: ProfileFile;
  beforeAll(async () => {
    const [file] = await dataFiles('guides-gd-2021', '.jsonl');
    const lines = new TextDecoder().decode(file!.bytes).trim().split('\n');
    records = lines.map((line) => JSON.parse(line) as GuideRecord);
    profile = await profileOf('guides-gd-2021');
  });

  test('count as their records do', async () => {
    const counts = countRecords(records);
    expect(await countDrafts(records, profile)).toEqual(counts);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  });

  test.each<[keyof Counts, string, (record: GuideRecord) => GuideRecord, (record: GuideRecord) => boolean]>([
    [
      'codes31',
      'a longer code',
      (record) => ({ ...record, TASK_CODE: `${String(record['TASK_CODE'])}09` }),
      (record) => String(record['TASK_CODE']).length === 31,
    ],
    [
      'codes33',
      'a code that lost a digit',
      (record) => ({ ...record, TASK_CODE: String(record['TASK_CODE']).slice(0, 32) }),
      (record) => String(record['TASK_CODE']).length === 33,
    ],
    [
      'over20',
      'a limit of 21 working days',
      (record) => ({ ...record, handle_time: '21(工作日)' }),
      (record) => record['handle_time'] === '20(工作日)',
    ],
    [
      'over20',
      'a limit of 20 working days',
      (record) => ({ ...record, handle_time: '20(工作日)' }),
      (record) => record['handle_time'] === '30(工作日)',
    ],
    [
      'naturalDays',
      'a promise in natural days',
      (record) => ({ ...record, handle_time_limit: '9(自然日)' }),
      (record) => record['handle_time'] === '20(工作日)',
    ],
    [
      'onePhone',
      'the phone for advice as that for complaints',
      (record) => ({ ...record, complain_phone: record['consult_phone'] }),
      (record) => record['complain_phone'] !== record['consult_phone'],
    ],
    [
      'onePhone',
      'an extension to one of two same phones',
      (record) => ({ ...record, complain_phone: `${String(record['complain_phone'])}转 2` }),
      (record) => record['complain_phone'] === record['consult_phone'],
    ],
    [
      'noMaterial',
      'no material',
      (record) => ({ ...record, material_intro: '无' }),
      (record) => Array.isArray(record['material_intro']),
    ],
    [
      'joint',
      'a joint department',
      (record) => ({ ...record, co_department: '市级公安（受理）' }),
      (record) => record['co_department'] === '无',
    ],
    [
      'joint',
      'none any more',
      (record) => ({ ...record, co_department: '无' }),
      (record) => record['co_department'] !== '无',
    ],
  ])('%s changes with %s, in both alike', async (trait, _what, mutate, isFit) => {
    const at = records.findIndex(isFit);
    const mutated = records.map((record, index) => (index === at ? mutate(record) : record));
    const counts = countRecords(mutated);
    expect(counts[trait]).not.toBe(countRecords(records)[trait]);
    expect(await countDrafts(mutated, profile)).toEqual(counts);
  });
});
