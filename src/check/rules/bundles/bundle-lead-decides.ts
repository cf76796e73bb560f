import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle } from './offeredBundles.ts';
import { bodyInWords, sameBody } from '../authority/sameBody.ts';

/** Licensing Law Art. 26: one of the departments that implement the permits accepts and passes on. */
export const bundleLeadDecides: CatalogueRule = {
  id: 'bundle-lead-decides',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'warning',
  title: {
    zh: '牵头机关是成员事项的决定机关之一',
    en: 'The lead is one of the bodies that decide its members',
  },
  why: {
    zh: '许可法由实施许可的一个部门受理并转告其他部门。牵头的不在其中，申请人不知道找谁。改为其中一个，或者把它自己的事项列为成员。',
    en: 'The law has one of the departments concerned accept and pass on. A lead that decides nothing here leaves nobody in charge. Name one of them.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 26, paragraph: 2 }],
  good: [
    bundleExample('the first department leads', {}),
    bundleExample('nobody can tell who that is', { lead: { text: '本级人民政府指定的部门' } }),
  ],
  bad: [
    {
      ...bundleExample('a department that has nothing to decide', {
        lead: { department: 'public-security' },
      }),
      at: ['lead'],
    },
  ],
  mutations: [
    {
      name: 'led by a department that decides neither',
      files: { [pipesFile]: pipes({ lead: { department: 'public-security' } }) },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, items, reckoning, division, lookups } = offered;
      const lead = bundle.lead ?? {};
      const same = [...items.values()].map((one) =>
        sameBody(lead, one.item.authority?.decides, division, lookups),
      );
      // Who is missing may be led by it.
      if (same.length === 0 || reckoning.missing.length > 0 || same.some((one) => one !== false)) return [];
      const name = bodyInWords(lead, lookups);
      return [
        {
          path: ['lead'],
          message: {
            zh: `牵头的“${name}”不决定任何一个成员事项。请改为其中一个成员的决定机关。`,
            en: `The lead "${name}" decides none of the members. Name a body that decides one of them.`,
          },
        },
      ];
    });
  },
};
