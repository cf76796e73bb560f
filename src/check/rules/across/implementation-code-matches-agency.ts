import type { Agency } from '../../../catalogue/index.ts';
import { readItemCode } from '../../../model/codes/itemCode.ts';
import { labelOf } from '../../../model/field.ts';
import type { Draft, Item } from '../../../model/item.ts';
import { commonSchema, type Words } from '../../../model/schemas.ts';
import type { Context, Finding, ItemRule } from '../rule.ts';

const uscc = '114400000069411352';
const coded = (code: string): Draft<Item> => ({
  basics: { basicCode: '440116013002' },
  authority: { decides: { department: 'x-coded' } },
  variants: [{ id: 'a', name: '新办', code }],
});
const body = (division: string) => [
  { id: 'x', name: '某局', uscc, departments: ['x-coded'], division, file: 'x' },
];

/**
 * State Council 2015 No. 33: one body, one code. An implementation code says who carries out which item at which
 * level, so its parts are those of the deciding body, of the division and of the item.
 */
export const implementationCodeMatchesAgency: ItemRule = {
  id: 'implementation-code-matches-agency',
  family: 'across',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '实施编码与决定机关、层级和基本编码一致',
    en: 'An implementation code agrees with the deciding body, the level and the basic code',
  },
  why: {
    zh: '编码里是别的机关、别的层级或者别的事项，办件就归到了别处。对照机关登记和事项编码更正。',
    en: 'Where the code names another body, level or item, cases are counted elsewhere. Correct it by the body and the item.',
  },
  cites: [{ law: 'state-council-2015-33' }],
  good: [
    {
      name: 'all agree',
      division: '510000',
      item: coded(`${uscc}244011601300201`),
      agencies: body('510000'),
    },
    { name: 'the body is not known here', division: '510000', item: coded(`${uscc}244011601300201`) },
    {
      name: 'the base alone is carried out by nobody',
      item: coded(`${uscc}344011601300201`),
      agencies: body('000000'),
    },
  ],
  bad: [
    {
      name: 'another body',
      division: '510000',
      item: coded('11100000000013338W244011601300201'),
      agencies: body('510000'),
      at: ['variants', 0, 'code'],
    },
    {
      name: 'another level',
      division: '511500',
      item: coded(`${uscc}244011601300201`),
      agencies: body('511500'),
      at: ['variants', 0, 'code'],
    },
    {
      name: 'another item',
      division: '510000',
      item: coded(`${uscc}244011601300301`),
      agencies: body('510000'),
      at: ['variants', 0, 'code'],
    },
  ],
  mutations: [
    {
      name: 'the code of another item',
      edits: [
        {
          kind: 'set',
          path: ['variants'],
          value: [{ id: 'new', kind: 'new', name: '新办', code: '114400000069411352300013101200001' }],
        },
      ],
    },
  ],
  check(item, context, { division }) {
    return (item.variants ?? []).flatMap(({ code }, i): Finding[] => {
      const read = code === undefined ? undefined : readItemCode(code);
      if (read?.kind !== 'code') return [];
      const wrong = partWrong(read, item, division, context);
      if (wrong === undefined) return [];
      return [
        {
          path: ['variants', i, 'code'],
          message: {
            zh: `${wrong.zh}。请更正编码，或者更正机关、层级和基本编码。`,
            en: `${wrong.en}. Correct the code, or the body, level and basic code that it has to agree with.`,
          },
        },
      ];
    });
  },
};

/** The first part of the code that disagrees; a base of the nation stands for all places and is no body's. */
function partWrong(
  { uscc: written, level, basicCode }: { uscc: string; level: string; basicCode: string },
  item: Draft<Item>,
  division: string,
  { lookups }: Context,
): Words | undefined {
  const own = item.basics?.basicCode;
  // Provinces number their lists beside the nation's; a code of one list says nothing of the other.
  if (own !== undefined && own !== basicCode && own.slice(0, 2) === basicCode.slice(0, 2))
    return {
      zh: `编码中的事项是 ${basicCode}，本事项的基本编码是 ${own}`,
      en: `The code is of the item ${basicCode}, and the basic code here is ${own}`,
    };
  if (division === '000000') return undefined;
  const place = lookups.config.divisions?.find(({ code }) => code === division);
  if (place?.level !== undefined && place.level !== level) {
    const [said, is] = [level, place.level].map((one) => labelOf(commonSchema.$defs!['level']!, one));
    return {
      zh: `编码中的层级是${said!.zh}，${place.name}是${is!.zh}`,
      en: `The code is of the level ${said!.en}, and ${place.name} is ${is!.en}`,
    };
  }
  const agency = decidingAgency(item, division, lookups);
  if (agency?.uscc === undefined || agency.uscc === written) return undefined;
  return {
    zh: `编码中的机关是 ${written}，决定机关${agency.name}是 ${agency.uscc}`,
    en: `The code is of the body ${written}, and the deciding body ${agency.name} is ${agency.uscc}`,
  };
}

function decidingAgency(
  item: Draft<Item>,
  division: string,
  lookups: Context['lookups'],
): Agency | undefined {
  const { agency, department } = item.authority?.decides ?? {};
  if (agency !== undefined) return lookups.agency(agency);
  const found = department === undefined ? undefined : lookups.agencyFor(department, division);
  // The body of a level above does not decide for this one.
  return found?.division === division ? found : undefined;
}
