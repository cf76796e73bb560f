import type { Words } from '../../model/schemas.ts';
import { count, namesIn, share, shareOf } from '../figure.ts';
import { movedIn } from '../inScope.ts';
import type { Figure, ReportSubject, Scope } from '../types.ts';

const named = namesIn('centre');

/** Code of permits in the list of item types. */
const permit = '01';

/** What has moved into the centre, and what is settled there without going back to the department. */
export function centreFigures(subjects: readonly ReportSubject[], scope: Scope): Figure[] {
  const inside = subjects.filter((one) => movedIn(one, scope));
  const permits = subjects.filter(({ type }) => type === permit);
  const permitsInside = inside.filter(({ type }) => type === permit);
  const others = inside.filter(({ type }) => type !== permit);
  const promised = inside.filter(({ handling }) => handling === 'promised');
  const instant = inside.filter(({ handling }) => handling === 'instant');
  const atWindow = promised.filter(({ placeOfDecision }) => placeOfDecision === 'window');
  const insideAll: Words = { zh: '进驻中心的全部事项', en: 'all items in the centre' };
  const insidePromised: Words = { zh: '进驻中心的承诺件', en: 'the promised items in the centre' };
  return [
    share(named('items-in-centre', '事项进驻率', 'Items in the centre'), inside, subjects, {
      zh: '本范围实施的全部事项',
      en: 'all items handled here',
    }),
    share(named('permits-in-centre', '许可事项进驻率', 'Permits in the centre'), permitsInside, permits, {
      zh: '本范围实施的全部行政许可事项',
      en: 'all permits handled here',
    }),
    count(named('others-in-centre', '进驻的其他事项', 'Other items in the centre'), others, insideAll),
    {
      ...count(named('departments-in-centre', '进驻的部门', 'Departments in the centre'), inside, {
        zh: '有事项进驻中心的决定机关',
        en: 'deciding bodies with an item in the centre',
      }),
      unit: 'departments',
      numerator: bodies(inside),
      value: bodies(inside),
    },
    shareOf(
      named('permit-departments-in-centre', '有许可权的部门进驻率', 'Departments with permits in the centre'),
      'departments',
      [bodies(permitsInside), bodies(permits)],
      { zh: '有行政许可权的全部部门（决定机关）', en: 'all deciding bodies that have permits' },
      permitsInside,
    ),
    share(named('instant', '即办件占比', 'Instant items'), instant, inside, insideAll),
    share(
      named(
        'settled-inside-of-all',
        '承诺件在中心内办结，占全部进驻事项',
        'Promised items settled inside, of all',
      ),
      atWindow,
      inside,
      insideAll,
    ),
    share(
      named(
        'settled-inside-of-promised',
        '承诺件在中心内办结，占承诺件',
        'Promised items settled inside, of promised',
      ),
      atWindow,
      promised,
      insidePromised,
    ),
  ];
}

/** How many bodies decide on `subjects`. */
function bodies(subjects: readonly ReportSubject[]): number {
  return new Set(subjects.map(({ agency }) => agency)).size;
}
