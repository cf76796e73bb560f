import type { ItemRule } from '../rule.ts';

/**
 * Licensing Law Art. 34: those who examine what an application really says are assigned to it; the procedure says
 * what qualifies them. Posts that accept or approve may have none of their own.
 */
export const examinerQualificationNamed: ItemRule = {
  id: 'examiner-qualification-named',
  family: 'staff',
  scope: 'item',
  severity: 'warning',
  title: { zh: '审查岗位写明资格', en: 'A post that examines names its qualification' },
  why: {
    zh: '谁都可以审，等于没有审查标准，也无从年度审验和复考。写明审查岗位要有的资格或者证件。',
    en: 'Where anybody may examine there is no standard, and nothing to check or re-examine. Name the qualification or certificate of the post.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 34 }],
  good: [
    {
      name: 'named',
      item: { staff: { posts: [{ id: 'a', name: '审查岗', duty: 'examine', qualification: '执法资格' }] } },
    },
    { name: 'a clerk who accepts', item: { staff: { posts: [{ id: 'a', name: '窗口', duty: 'accept' }] } } },
    { name: 'no posts yet', item: {} },
  ],
  bad: [
    {
      name: 'not named',
      item: { staff: { posts: [{ id: 'a', name: '审查岗', duty: 'examine' }] } },
      at: ['staff', 'posts', 0],
    },
    {
      name: 'a yearly check of nothing',
      item: { staff: { posts: [{ id: 'a', name: '负责人', duty: 'approve', renewal: '每年' }] } },
      at: ['staff', 'posts', 0],
    },
  ],
  mutations: [
    {
      name: 'the qualification is taken out',
      edits: [{ kind: 'remove', path: ['staff', 'posts', 1, 'qualification'] }],
    },
  ],
  check(item) {
    return (item.staff?.posts ?? []).flatMap(({ name, duty, qualification, renewal, reexamination }, i) => {
      const needed = duty === 'examine' || renewal !== undefined || reexamination !== undefined;
      if (qualification !== undefined || !needed) return [];
      return [
        {
          path: ['staff', 'posts', i],
          message: {
            zh: `岗位“${name ?? ''}”没有写明资格，无从核对谁可以审查。请填写 qualification。`,
            en: `The post "${name ?? ''}" names no qualification, so nobody can tell who may examine. Fill in qualification.`,
          },
        },
      ];
    });
  },
};
