import type { EffectiveItem } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import {
  decideApart,
  deciders,
  deciderWords,
  groupsOfSeveral,
  itemWords,
  matterKey,
  permits,
  standing,
} from './matters.ts';

const hydro = (
  id: string,
  name: string,
  department: string,
  subject = '建设小型水电站的单位和个人',
): Draft<Item> => ({
  id,
  basics: { name, type: '01', subject },
  authority: { decides: { department } },
});

/**
 * Licensing Law Art. 22: a permit is carried out by the body that has the power; Art. 26(2): where several do, one
 * accepts, or they decide together. Two items of two bodies for one matter are a permit asked for twice. Matters
 * are told by what is regulated and by name, not by code: it is the codes that differ.
 */
export const oneMatterTwoAuthorities: CatalogueRule = {
  id: 'one-matter-two-authorities',
  family: 'across',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '一件事只由一个机关决定', en: 'One matter is decided by one body' },
  why: {
    zh: '同一件事两个部门各办一个许可，申请人要跑两家，结论还可能不一。核对职权，归并为一个事项，或者确定牵头机关联合办理。',
    en: 'Where two bodies each have a permit for one matter, applicants ask twice and may get two answers. Merge them, or name a lead and decide jointly.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 22 },
    { law: 'administrative-licensing-law', article: 26, paragraph: 2 },
  ],
  good: [
    {
      name: 'two matters',
      items: [hydro('a', '甲', 'water'), hydro('b', '乙', 'ecology', '排放污水的单位和个人')],
    },
    { name: 'two permits of one body', items: [hydro('a', '甲', 'water'), hydro('b', '乙', 'water')] },
    {
      name: 'decided together',
      items: [
        {
          ...hydro('a', '甲', 'water'),
          authority: {
            decides: { department: 'water' },
            joint: [
              { id: 'w', department: 'water', lead: true },
              { id: 'e', department: 'ecology' },
            ],
          },
        },
        hydro('b', '乙', 'ecology'),
      ],
    },
    {
      name: 'subjects that say only who applies',
      items: [hydro('a', '甲', 'water', '建设单位'), hydro('b', '乙', 'ecology', '建设单位和个人')],
    },
  ],
  bad: [
    {
      name: 'a small hydropower station, twice',
      items: [hydro('a', '水电站许可', 'water'), hydro('b', '电站审批', 'ecology', '小型水电站建设')],
      file: '000000/b.yaml',
      at: ['basics', 'subject'],
    },
    {
      name: 'by name',
      items: [
        hydro('a', '特种设备作业人员培训证核发', 'market-regulation', '甲'),
        hydro('b', '特种设备作业人员培训审批', 'human-resources', '乙'),
      ],
      file: '000000/b.yaml',
      at: ['basics', 'name'],
    },
  ],
  mutations: [
    {
      name: 'another body claims what the first regulates',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['basics', 'subject'], value: '因施工挖掘城市道路的单位' },
        ],
        '000000/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['basics', 'subject'], value: '因施工挖掘城市道路的单位和个人' },
        ],
      },
    },
  ],
  check({ bases, lookups }) {
    const told = new Set<EffectiveItem>();
    const body = ({ item }: EffectiveItem) => deciders(item, lookups).join(' ');
    return (['subject', 'name'] as const).flatMap((field) => {
      const groups = groupsOfSeveral(permits(bases), ({ item }) => matterKey(item.basics?.[field]));
      return groups.flatMap((group) =>
        standing(group, lookups, body).flatMap(({ base, others }): CatalogueFinding[] => {
          const other = others.find((one) => decideApart(one.item, base.item, lookups));
          if (other === undefined || told.has(base)) return [];
          told.add(base);
          const first = itemWords(other, lookups);
          const [ours, theirs] = [deciderWords(base.item, lookups), deciderWords(other.item, lookups)];
          return [
            {
              subject: base,
              finding: {
                path: ['basics', field],
                message: {
                  zh: `与${first.zh}是同一件事，那里由${theirs.zh}决定，这里由${ours.zh}决定。请核对职权，归并为一个事项，或者确定牵头机关联合办理。`,
                  en: `This is the same matter as ${first.en}, decided there by the ${theirs.en} and here by the ${ours.en}. See whose power it is and merge the two, or name a lead and decide jointly.`,
                },
              },
            },
          ];
        }),
      );
    });
  },
};
