import type { ListFile } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import type { FileRule } from '../rule.ts';
import { line, list } from './listExample.ts';

/** Business Environment Regulation Art. 40 para. 3: permits are merged or delegated so that handling gets easier. */
export const decisionHasTarget: FileRule = {
  id: 'decision-has-target',
  family: 'lists',
  scope: 'file',
  severity: 'warning',
  title: {
    zh: '下放、合并的写明给谁、并入哪项',
    en: 'What is delegated or merged says to whom, or into what',
  },
  why: {
    zh: '只写下放、合并，申请人不知道到哪里办。写明接收的机关、区划或者并入的事项。',
    en: 'By the decision alone nobody knows where to apply. Say which body or division takes it over, or which permit it is merged into.',
  },
  cites: [{ law: 'business-environment-regulation', article: 40, paragraph: 3 }],
  good: [
    {
      name: 'said',
      kind: 'list',
      value: list([line('a', { decision: 'delegate', target: '各区县水利局' })]),
    },
    { name: 'retained', kind: 'list', value: list([line('a')]) },
    { name: 'another kind of file', kind: 'centre', value: { id: 'a' } },
  ],
  bad: [
    {
      name: 'delegated to nobody',
      kind: 'list',
      value: list([line('a', { decision: 'delegate' })]),
      at: ['lines', 0, 'decision'],
    },
    { name: 'merged into nothing', kind: 'list', value: list([line('a', { decision: 'merge' })]) },
  ],
  mutations: [
    {
      name: 'a list of a division that adopts nothing merges a permit into nothing',
      files: { 'lists/l.yaml': { ...list([line('a', { decision: 'merge' })]), division: '510700' } },
    },
  ],
  check({ kind, value }) {
    if (kind !== 'list') return [];
    // The kind tells the type of the value.
    const { lines = [] } = value as Draft<ListFile>;
    return lines.flatMap(({ name = '', decision, target }, i) => {
      if (target !== undefined || (decision !== 'delegate' && decision !== 'merge')) return [];
      const [zh, en] = decision === 'delegate' ? ['下放给谁', 'delegated to'] : ['并入哪一项', 'merged into'];
      return [
        {
          path: ['lines', i, 'decision'],
          message: {
            zh: `“${name}”没有写明${zh}，申请人不知道到哪里办。请填写 target。`,
            en: `"${name}" does not say what it is ${en}, so nobody knows where to apply. Fill in target.`,
          },
        },
      ];
    });
  },
};
