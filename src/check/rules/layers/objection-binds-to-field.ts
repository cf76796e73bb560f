import { filedObjections } from '../../../catalogue/index.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';

const item = {
  id: 'a',
  basics: { name: '甲许可' },
  limits: { statutory: { value: 90, unit: 'working-days' } },
};
export const objecting = (path: string, more: object = {}) => ({
  id: 'o',
  division: '511502',
  item: 'a',
  path,
  kind: 'lax',
  reason: '等不起。',
  filed: { by: '翠屏区', date: '2026-05-01' },
  ...more,
});

/**
 * Licensing Law Art. 20: who carries a permit out reports what it finds to who set it. A report that names no field
 * of the procedure cannot be answered.
 */
export const objectionBindsToField: CatalogueRule = {
  id: 'objection-binds-to-field',
  family: 'layers',
  scope: 'catalogue',
  severity: 'error',
  title: { zh: '异议针对规程的一个字段', en: 'An objection is about a field of the procedure' },
  why: {
    zh: '异议指向的字段不在规程里，写规程的机关无从答复。把 path 改为事项中的字段，如 /limits/statutory。',
    en: 'Nobody can answer an objection to what the procedure does not say. Let path name a field of the item, such as /limits/statutory.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 20, paragraph: 2 }],
  good: [
    {
      name: 'a field',
      files: { '000000/a.yaml': item, 'objections/511502/o.yaml': objecting('/limits/statutory') },
    },
    {
      name: 'a field that the item lacks and should have',
      files: { '000000/a.yaml': item, 'objections/511502/o.yaml': objecting('/limits/extension') },
    },
  ],
  bad: [
    {
      name: 'no such field',
      files: { '000000/a.yaml': item, 'objections/511502/o.yaml': objecting('/limits/statutary') },
      file: 'objections/511502/o.yaml',
      at: ['path'],
    },
    {
      name: 'no such material',
      files: { '000000/a.yaml': item, 'objections/511502/o.yaml': objecting('/materials/list/gone') },
      file: 'objections/511502/o.yaml',
      at: ['path'],
    },
  ],
  mutations: [
    {
      name: 'an objection to a step that there is not',
      files: {
        'objections/511502/o.yaml': {
          ...objecting('/procedure/steps/gone'),
          item: 'urban-road-excavation-permit',
          answer: { decision: 'decline', text: '没有这个环节。', by: '住房和城乡建设部', date: '2026-05-20' },
        },
      },
    },
  ],
  check(catalogue) {
    return filedObjections(catalogue).flatMap(({ source, objection, about }): CatalogueFinding[] => {
      const name = catalogue.lookups.itemName(objection.item ?? '');
      if (about !== undefined || name === undefined || objection.path === undefined) return [];
      return [
        {
          subject: source,
          finding: {
            path: ['path'],
            message: {
              zh: `“${name}”没有字段“${objection.path}”。请改为其中的字段，写法如 /limits/statutory、/materials/list/标识。`,
              en: `"${name}" has no field "${objection.path}". Name one that it has, like /limits/statutory or /materials/list/id.`,
            },
          },
        },
      ];
    });
  },
};
