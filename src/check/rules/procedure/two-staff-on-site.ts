import type { StepKind } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';

/** Art. 34: verification on site. Testing (Art. 55) may be done by others, so there only what is written counts. */
const testing: ReadonlySet<StepKind> = new Set<StepKind>(['testing', 'inspection', 'quarantine']);

export const twoStaffOnSite: ItemRule = {
  id: 'two-staff-on-site',
  family: 'procedure',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '现场核查、检验检测检疫由两名以上工作人员进行',
    en: 'A site inspection, and a test by the agency, is made by two or more staff',
  },
  why: {
    zh: '一个人去，看见什么由他一个人说了算。写明指派两名以上工作人员。',
    en: 'Where one goes alone, what was seen is his word alone. Say that two or more staff are sent.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 34, paragraph: 3 },
    { law: 'administrative-licensing-law', article: 55, paragraph: 2 },
  ],
  good: [
    {
      name: 'two',
      item: { procedure: { steps: [{ id: 's', kind: 'site-inspection', staff: 2 }] } },
    },
    {
      name: 'two posts',
      item: {
        procedure: { steps: [{ id: 's', kind: 'site-inspection', actor: { post: '核查岗、监督岗' } }] },
      },
    },
    { name: 'a test by somebody else', item: { procedure: { steps: [{ id: 't', kind: 'testing' }] } } },
    { name: 'a review at a desk', item: { procedure: { steps: [{ id: 'r', kind: 'review', staff: 1 }] } } },
  ],
  bad: [
    {
      name: 'one',
      item: { procedure: { steps: [{ id: 's', name: '核查', kind: 'site-inspection', staff: 1 }] } },
      at: ['procedure', 'steps', 0, 'staff'],
    },
    {
      name: 'nobody says how many, which weighs less',
      item: { procedure: { steps: [{ id: 's', name: '核查', kind: 'site-inspection' }] } },
      at: ['procedure', 'steps', 0],
    },
    {
      name: 'one who tests',
      item: { procedure: { steps: [{ id: 't', name: '检疫', kind: 'quarantine', staff: 1 }] } },
      at: ['procedure', 'steps', 0, 'staff'],
    },
  ],
  mutations: [
    { name: 'one goes alone', edits: [{ kind: 'set', path: ['procedure', 'steps', 3, 'staff'], value: 1 }] },
  ],
  check(item) {
    return (item.procedure?.steps ?? []).flatMap((step, i): Finding[] => {
      const { kind, staff } = step;
      const onSite = kind === 'site-inspection';
      if (kind === undefined || !(onSite || testing.has(kind))) return [];
      const name = step.name ?? step.id ?? '';
      const path = ['procedure', 'steps', i];
      const fix = {
        title: { zh: '写明两名', en: 'Say two' },
        edits: [{ kind: 'set' as const, path: [...path, 'staff'], value: 2 }],
      };
      if (staff !== undefined && staff < 2)
        return [
          {
            path: [...path, 'staff'],
            message: {
              zh: `“${name}”只有 ${staff} 人，应当两名以上。请改为 2 人以上。`,
              en: `"${name}" has ${staff} staff and needs two or more. Make it at least 2.`,
            },
            fix,
          },
        ];
      if (staff !== undefined || !onSite || (step.actor?.post ?? '').includes('、')) return [];
      return [
        {
          path,
          severity: 'warning',
          message: {
            zh: `“${name}”没有写几个人去，应当两名以上。请在 staff 中写明。`,
            en: `"${name}" does not say how many staff go; it needs two or more. Say so in staff.`,
          },
          fix,
        },
      ];
    });
  },
};
