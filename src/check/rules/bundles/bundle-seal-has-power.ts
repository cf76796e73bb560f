import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle } from './offeredBundles.ts';

/** Licensing Law Art. 25: one body exercises the powers of others only where the province so decides with the State Council's approval. */
export const bundleSealHasPower: CatalogueRule = {
  id: 'bundle-seal-has-power',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '统一的印章有依据', en: 'A single seal has a basis' },
  why: {
    zh: '一个机关替别的机关作决定并盖章，要有集中行政许可权的批准；只作受理和送达之用的，也要写明依据。写上 basis，或者各用各的印章。',
    en: 'A body that decides and seals for others needs the approval that concentrates their powers; a seal for accepting and delivering alone needs its basis said too. Give the basis, or let each use its own.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 25 },
    { law: 'administrative-licensing-law', article: 26, paragraph: 2 },
  ],
  good: [
    bundleExample('each its own', { seal: { none: '各用各的印章' } }),
    bundleExample('with the approval cited', {
      seal: {
        name: '行政审批专用章',
        holder: { department: 'urban-management' },
        basis: [{ law: 'administrative-licensing-law', article: 25 }],
      },
    }),
    bundleExample('not written yet', { seal: {} }),
  ],
  bad: [
    {
      ...bundleExample('one seal without a word of why', {
        seal: { name: '行政审批专用章', holder: { department: 'urban-management' } },
      }),
      at: ['seal'],
    },
  ],
  mutations: [
    {
      name: 'one seal without a basis',
      files: {
        [pipesFile]: pipes({ seal: { name: '行政审批专用章', holder: { department: 'urban-management' } } }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { name, basis } = offered.bundle.seal ?? {};
      if (name === undefined || basis !== undefined) return [];
      return [
        {
          path: ['seal'],
          message: {
            zh: `统一用“${name}”，没有写明依据。请引用集中行政许可权的批准或者统一办理的规定；没有的，各机关用自己的印章。`,
            en: `One seal, "${name}", is used without a basis. Cite what concentrates the powers or provides for unified handling; without one, let each body use its own.`,
          },
        },
      ];
    });
  },
};
