import { isPermit } from '../basis/establishingBases.ts';
import { isSetOtherwise } from '../otherwise.ts';
import { lawOrAdministrativeRegulation } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

export const resourceByCompetition: ItemRule = {
  id: 'resource-by-competition',
  family: 'procedure',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '有限自然资源、公共资源的许可通过招标、拍卖等公平竞争决定',
    en: 'A permit to a limited resource is decided by tender, auction or the like',
  },
  why: {
    zh: '资源有限而逐个审批，谁得到就靠关系。增加招标或者拍卖环节；法律、行政法规规定了别的程序的，在法律依据中引用它，作用范围写 procedure。',
    en: 'Where few can have it and each is approved apart, connections decide. Add a tender or an auction; where a law or administrative regulation sets another procedure, cite it among the bases as covering procedure.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 53 }],
  good: [
    {
      name: 'an auction',
      item: {
        basics: { category: 'resource' },
        procedure: { steps: [{ id: 'x', kind: 'auction' }] },
      },
    },
    {
      name: 'another procedure by a regulation',
      item: {
        basics: { category: 'resource' },
        legalBasis: [{ id: 'a', law: 'a-regulation', role: 'establishes', covers: ['procedure'] }],
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
    {
      name: 'an allotment by a law',
      item: {
        basics: { category: 'resource' },
        quantity: { total: '一百', basis: [{ law: 'a-law', article: 8 }] },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
    {
      name: 'no resource',
      item: {
        basics: { category: 'general' },
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
    },
  ],
  bad: [
    {
      name: 'approved one by one',
      item: {
        basics: { category: 'resource' },
        legalBasis: [{ id: 'a', law: 'a-department-rule', role: 'implements', covers: ['procedure'] }],
        procedure: { steps: [{ id: 'r', kind: 'review' }] },
      },
      at: ['basics', 'category'],
    },
  ],
  mutations: [
    {
      name: 'a resource whose procedure no law sets',
      edits: [
        { kind: 'set', path: ['basics', 'category'], value: 'resource' },
        { kind: 'set', path: ['legalBasis', 0, 'covers'], value: ['authority', 'conditions', 'materials'] },
        {
          kind: 'insert',
          path: ['legalBasis', 5],
          value: {
            id: 'b6',
            law: 'a-department-rule',
            article: 3,
            role: 'implements',
            covers: ['procedure'],
          },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    const steps = item.procedure?.steps ?? [];
    if (!isPermit(item) || item.basics?.category !== 'resource' || steps.length === 0) return [];
    if (steps.some(({ kind }) => kind === 'tender' || kind === 'auction')) return [];
    const sets = (item.legalBasis ?? []).flatMap(({ law, covers = [] }) =>
      law !== undefined && covers.includes('procedure') ? [{ law }] : [],
    );
    const otherwise = [...sets, ...(item.quantity?.basis ?? [])];
    if (isSetOtherwise(otherwise, lawOrAdministrativeRegulation, lookups)) return [];
    return [
      {
        path: ['basics', 'category'],
        message: {
          zh: '这是有限资源的许可，程序中没有招标、拍卖，也没有引用另行规定程序的法律、行政法规。请增加竞争环节，或者把这样规定的条文列入法律依据，covers 写 procedure。',
          en: 'This permit is to a limited resource, but has no tender or auction and cites no law or administrative regulation that sets another procedure. Add one, or list the article among the bases as covering procedure.',
        },
      },
    ];
  },
};
