import type { Draft, Material } from '../../../model/item.ts';
import type { ItemRule } from '../rule.ts';

/** One paper under one name, whether it is written as original or copy. */
function paperOf(name: string): string {
  return name.replace(/\s+/g, '').replace(/[（(]?(?:原件|复印件|原件及复印件|原件和复印件)[）)]?$/, '');
}

/** Whether one applicant may have to hand in both: no question is answered otherwise by the two. */
function together({ when: a = {} }: Draft<Material>, { when: b = {} }: Draft<Material>): boolean {
  return Object.entries(a).every(([question, one]) => {
    const other = Object.hasOwn(b, question) ? b[question] : undefined;
    return !Array.isArray(one) || !Array.isArray(other) || one.some((option) => other.includes(option));
  });
}

export const materialAskedTwice: ItemRule = {
  id: 'material-asked-twice',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: { zh: '同一份材料不要求两次', en: 'No material is asked for twice' },
  why: {
    zh: '初审、终审或者各科室各列一份，申请人就要交几份一样的。合并成一份，由机关内部流转；情形不同的，用 when 区分。',
    en: 'Where each reviewer lists his own, applicants bring the same paper several times. Make it one and pass it on inside; where cases differ, say so by when.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 35 },
    { law: 'administrative-licensing-law', article: 31, paragraph: 1 },
  ],
  good: [
    {
      name: 'two papers',
      item: {
        materials: {
          list: [
            { id: 'a', name: '身份证（法定代表人）' },
            { id: 'b', name: '身份证（经办人）' },
          ],
        },
      },
    },
    {
      name: 'the same for two kinds of applicants',
      item: {
        materials: {
          list: [
            { id: 'a', name: '租赁合同', when: { place: ['shop'] } },
            { id: 'b', name: '租赁合同', when: { place: ['stall'] } },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'twice in the list',
      item: {
        materials: {
          list: [
            { id: 'a', name: '营业执照' },
            { id: 'b', name: '申请表' },
            { id: 'c', name: '营业执照 复印件' },
          ],
        },
      },
      at: ['materials', 'list', 2, 'name'],
    },
    {
      name: 'once always, once in a case',
      item: {
        materials: {
          list: [
            { id: 'a', name: '租赁合同' },
            { id: 'b', name: '租赁合同', when: { place: ['stall'] } },
          ],
        },
      },
      at: ['materials', 'list', 1, 'name'],
    },
  ],
  mutations: [
    {
      name: 'the form again',
      edits: [
        { kind: 'set', path: ['materials', 'list', 3, 'name'], value: '挖掘设计图和施工方案（复印件）' },
      ],
    },
  ],
  check(item) {
    const list = item.materials?.list ?? [];
    const before = new Map<string, Draft<Material>[]>();
    return list.flatMap((material, i) => {
      const { name } = material;
      if (name === undefined) return [];
      const paper = paperOf(name);
      const same = before.get(paper);
      if (same === undefined) before.set(paper, [material]);
      else same.push(material);
      const first = same?.find((one) => one !== material && together(one, material));
      if (first === undefined) return [];
      return [
        {
          path: ['materials', 'list', i, 'name'],
          message: {
            zh: `材料“${name}”与“${first.name}”（${first.id}）是同一份。请合并成一份；情形不同的，用 when 区分。`,
            en: `The material "${name}" is the same as "${first.name}" (${first.id}). Make it one; where cases differ, say so by when.`,
          },
        },
      ];
    });
  },
};
