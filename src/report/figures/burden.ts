import type { Words } from '../../model/schemas.ts';
import { average, leftOut, namesIn, share } from '../figure.ts';
import { movedIn } from '../inScope.ts';
import type { Figure, ReportSubject, Scope } from '../types.ts';

const named = namesIn('burden');

/** What an applicant pays, brings, goes through and comes for. */
export function burdenFigures(subjects: readonly ReportSubject[], scope: Scope): Figure[] {
  const known = subjects.filter(({ charged }) => charged !== undefined);
  const unknown = subjects.filter(({ charged }) => charged === undefined);
  const inside = known.filter((one) => movedIn(one, scope));
  const notSaid = { zh: '规程还没有写明是否收费', en: 'the procedure does not say yet' };
  return [
    {
      ...share(named('charged', '收费事项', 'Items that charge'), charges(known), known, {
        zh: '本范围写明了是否收费的事项',
        en: 'items here that say whether they charge',
      }),
      ...leftOut(unknown, notSaid),
    },
    share(
      named('charged-in-centre', '进驻事项中的收费事项', 'Items in the centre that charge'),
      charges(inside),
      inside,
      {
        zh: '进驻中心的全部事项',
        en: 'all items in the centre',
      },
    ),
    average(
      named('materials-average', '平均材料数', 'Average materials'),
      'materials',
      subjects,
      ({ materials }) => materials,
      those('申请材料', 'materials'),
    ),
    average(
      named('steps-average', '平均环节数', 'Average steps'),
      'times',
      subjects,
      ({ steps }) => steps,
      those('办理程序', 'procedure'),
    ),
    average(
      named('visits-average', '平均到现场次数', 'Average visits'),
      'times',
      subjects,
      ({ visits }) => visits,
      those('到现场次数', 'visits'),
    ),
    share(
      named('no-visit', '不用跑的事项', 'Items without a visit'),
      subjects.filter(({ visits }) => visits === 0),
      subjects.filter(({ visits }) => visits !== undefined),
      those('到现场次数', 'visits'),
    ),
  ];
}

function charges(subjects: readonly ReportSubject[]): ReportSubject[] {
  return subjects.filter(({ charged }) => charged === true);
}

function those(zh: string, en: string): Words {
  return { zh: `写明了${zh}的事项`, en: `items that state their ${en}` };
}
