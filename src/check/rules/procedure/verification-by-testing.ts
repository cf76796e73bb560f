import type { StepKind } from '../../../model/item.ts';
import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

const testing: ReadonlySet<StepKind> = new Set<StepKind>([
  'testing',
  'inspection',
  'quarantine',
  'appraisal',
]);

export const verificationByTesting: ItemRule = {
  id: 'verification-by-testing',
  family: 'procedure',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '设备、产品的审定依检验、检测、检疫的结果决定',
    en: 'Equipment and products are passed by the outcome of tests',
  },
  why: {
    zh: '审定类许可要按技术标准检验、检测、检疫，不能只看材料。写明检验环节，或者把检验报告列为材料；不是审定类的，更正许可类别。',
    en: 'Such a permit follows from a test by a technical standard and not from papers alone. Give the step that tests or the report among the materials; or correct the category.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 55, paragraph: 1 }],
  good: [
    {
      name: 'a test',
      item: {
        basics: { category: 'verification' },
        procedure: { steps: [{ id: 't', kind: 'testing' }] },
      },
    },
    {
      name: 'a report of one',
      item: {
        basics: { category: 'verification' },
        materials: { list: [{ id: 'm', name: '监督检验证书' }] },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
    {
      name: 'another category',
      item: { basics: { category: 'general' }, procedure: { steps: [{ id: 'r', kind: 'review' }] } },
    },
  ],
  bad: [
    {
      name: 'papers alone',
      item: {
        basics: { category: 'verification' },
        materials: { list: [{ id: 'm', name: '申请表' }] },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
      at: ['procedure', 'steps'],
    },
  ],
  mutations: [
    {
      name: 'a verification by papers alone',
      edits: [{ kind: 'set', path: ['basics', 'category'], value: 'verification' }],
    },
  ],
  check(item) {
    const steps = item.procedure?.steps ?? [];
    if (!isPermit(item) || item.basics?.category !== 'verification' || steps.length === 0) return [];
    if (steps.some(({ kind }) => kind !== undefined && testing.has(kind))) return [];
    const reports = (item.materials?.list ?? []).some(({ name = '' }) =>
      /检验|检测|检疫|鉴定|试验/.test(name),
    );
    if (reports) return [];
    return [
      {
        path: ['procedure', 'steps'],
        message: {
          zh: '这是审定类的许可，环节里没有检验、检测、检疫，材料里也没有它们的报告。请写明检验环节或者检验报告；不是审定类的，更正许可类别。',
          en: 'This permit verifies equipment or products, but no step tests them and no material is the report of a test. Add either, or correct the category.',
        },
      },
    ];
  },
};
