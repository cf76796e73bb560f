import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

export const renewalTold: ItemRule = {
  id: 'renewal-told',
  family: 'result',
  scope: 'item',
  severity: 'info',
  title: { zh: '证照有期限的，写明怎样延续', en: 'A licence that ends says how it is renewed' },
  why: {
    zh: '证照到期而不知道怎样延续，经营就断了。写明届满前多久、向谁申请；不能延续的，也写一句。',
    en: 'Whose licence ends and who is not told how to renew it stops working. Say how long before the end to apply, or that it cannot be renewed.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 50, paragraph: 1 }],
  good: [
    {
      name: 'told',
      item: {
        result: {
          kind: 'certificate',
          validity: { value: 5, unit: 'years' },
          renewal: { text: '届满三十日前申请。' },
        },
      },
    },
    {
      name: 'renewed as a variant',
      item: {
        variants: [{ id: 'r', kind: 'renewal', name: '延续' }],
        result: { kind: 'certificate', validity: { value: 5, unit: 'years' } },
      },
    },
    {
      name: 'told in a note',
      item: {
        result: { kind: 'certificate', validity: { value: 5, unit: 'years', note: '期满换发。' } },
      },
    },
    {
      name: 'told with the changes',
      item: {
        result: {
          kind: 'certificate',
          validity: { value: 1, unit: 'years' },
          change: '没有采完的，届满前申请延期。',
        },
      },
    },
    {
      name: 'a document, which is not renewed',
      item: { result: { kind: 'document', validity: { value: 5, unit: 'years' } } },
    },
    {
      name: 'without end',
      item: { result: { kind: 'certificate', validity: { none: '长期有效' } } },
    },
  ],
  bad: [
    {
      name: 'five years and then nothing',
      item: { result: { kind: 'certificate', name: '取水许可证', validity: { value: 5, unit: 'years' } } },
      at: ['result', 'validity'],
    },
  ],
  mutations: [
    {
      name: 'five years and then nothing',
      edits: [
        {
          kind: 'set',
          path: ['result', 'validity'],
          value: { value: 5, unit: 'years', basis: [{ law: 'urban-road-regulation', article: 36 }] },
        },
      ],
    },
  ],
  check(item) {
    const { kind, validity, renewal, name = '' } = item.result ?? {};
    if (!isPermit(item) || kind !== 'certificate' || renewal !== undefined) return [];
    if (validity?.value === undefined || validity.unit !== 'years') return [];
    if ([validity.note, item.result?.change].some((text) => /换发|换领|延续|延期|重新申请/.test(text ?? '')))
      return [];
    if ((item.variants ?? []).some((variant) => variant.kind === 'renewal')) return [];
    return [
      {
        path: ['result', 'validity'],
        message: {
          zh: `“${name}”有效期 ${validity.value} 年，没有写怎样延续。请在 renewal 中写明届满前多久申请；不能延续的，也请写明。`,
          en: `"${name}" is valid for ${validity.value} years, and nothing says how it is renewed. Say in renewal how long before the end to apply, or that it cannot be.`,
        },
      },
    ];
  },
};
