import { establishingBases, isPermit } from '../basis/establishingBases.ts';
import { lawOrAdministrativeRegulation, type LawKind } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

const local: ReadonlySet<LawKind> = new Set<LawKind>(['local-regulation', 'provincial-rule', 'local-rule']);

export const territoryFitsBasis: ItemRule = {
  id: 'territory-fits-basis',
  family: 'result',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '国家设定的许可全国有效，限于本地的须有依据',
    en: 'A permit by national law is valid nationwide, unless a basis limits its place',
  },
  why: {
    zh: '法律、行政法规设定的许可没有地域限制的，在全国有效；地方法规设定的只在本地有效。限于本地的，引用限定地域的条文。',
    en: 'A permit by a law or administrative regulation holds in the whole country unless it is limited to a place; one by a local law holds there. Cite the article that limits it.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 41 }],
  good: [
    {
      name: 'local with a basis',
      item: {
        legalBasis: [{ id: 'a', law: 'a-law', role: 'establishes' }],
        result: { territory: { scope: 'local', basis: [{ law: 'a-law', article: 8 }] } },
      },
    },
    {
      name: 'nationwide by a law',
      item: {
        legalBasis: [{ id: 'a', law: 'a-law', role: 'establishes' }],
        result: { territory: { scope: 'nationwide' } },
      },
    },
    {
      name: 'local by a local regulation',
      item: {
        legalBasis: [{ id: 'a', law: 'a-local-regulation', role: 'establishes' }],
        result: { territory: { scope: 'local' } },
      },
    },
  ],
  bad: [
    {
      name: 'local without a basis',
      item: {
        legalBasis: [{ id: 'a', law: 'a-law', role: 'establishes' }],
        result: { territory: { scope: 'local' } },
      },
      at: ['result', 'territory', 'scope'],
    },
    {
      name: 'nationwide by a local regulation',
      item: {
        legalBasis: [{ id: 'a', law: 'a-local-regulation', role: 'establishes' }],
        result: { territory: { scope: 'nationwide' } },
      },
      at: ['result', 'territory', 'scope'],
    },
  ],
  mutations: [
    {
      name: 'local without a basis',
      edits: [{ kind: 'remove', path: ['result', 'territory', 'basis'] }],
    },
  ],
  check(item, { lookups }) {
    const { scope, basis = [] } = item.result?.territory ?? {};
    const kinds = establishingBases(item, lookups).map(({ kind }) => kind);
    if (!isPermit(item) || scope === undefined || kinds.length === 0) return [];
    const path = ['result', 'territory', 'scope'];
    const national = kinds.some((kind) => kind !== undefined && lawOrAdministrativeRegulation.has(kind));
    if (scope === 'local' && national && basis.length === 0)
      return [
        {
          path,
          message: {
            zh: '许可由法律、行政法规设定，却写只在本地有效，没有依据。请在 basis 中引用限定地域的条文；没有的，改为全国有效。',
            en: 'The permit is established by national law and called local without a basis. Cite the article that limits its place in basis, or make it nationwide.',
          },
        },
      ];
    if (scope === 'nationwide' && kinds.every((kind) => kind !== undefined && local.has(kind)))
      return [
        {
          path,
          message: {
            zh: '许可只由地方性法规、规章设定，不能在全国有效。请改为限于本地，并写明在哪里有效。',
            en: 'The permit is established by local law alone and cannot hold nationwide. Make it local, and say where it holds.',
          },
        },
      ];
    return [];
  },
};
