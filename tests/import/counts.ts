/** How many of the 110 guides show each trait, read from the source records alone: no code of the project. */
export interface Counts {
  codes31: number;
  codes33: number;
  over20: number;
  naturalDays: number;
  onePhone: number;
  noMaterial: number;
  joint: number;
}

export type GuideRecord = Record<string, unknown>;

export function countRecords(records: readonly GuideRecord[]): Counts {
  const counts: Counts = {
    codes31: 0,
    codes33: 0,
    over20: 0,
    naturalDays: 0,
    onePhone: 0,
    noMaterial: 0,
    joint: 0,
  };
  for (const record of records) {
    const say = (key: string) => String(record[key]);
    if (say('TASK_CODE').length === 31) counts.codes31++;
    if (say('TASK_CODE').length === 33) counts.codes33++;
    const [number, unit] = say('handle_time').replace(')', '').split('(');
    if (unit === '工作日' && Number(number) > 20) counts.over20++;
    if (say('handle_time').includes('自然日') || say('handle_time_limit').includes('自然日'))
      counts.naturalDays++;
    if (record['consult_phone'] === record['complain_phone']) counts.onePhone++;
    const materials = [record['material_intro']].flat().filter((name) => name !== '无');
    if (materials.length === 0) counts.noMaterial++;
    if (say('co_department') !== '无') counts.joint++;
  }
  return counts;
}
