import { listsInForce, permitType, type Catalogue } from '../../../catalogue/index.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { line, list, listed } from './listExample.ts';

/**
 * Business Environment Regulation Art. 40: permits are handled by a published list, and none outside it. A division
 * that has published none yet is not judged.
 */
export const permitOnTheList: CatalogueRule = {
  id: 'permit-on-the-list',
  family: 'lists',
  scope: 'catalogue',
  severity: 'error',
  title: { zh: '清单之外不实施许可', en: 'No permit is handled outside the published list' },
  why: {
    zh: '清单是公众唯一能核对的全部许可。清单外的，要么按程序补进清单，要么停止实施，从实施清单中去掉。',
    en: 'The list is all the permits that the public can check. One outside it goes onto the list by due process, or is no longer handled.',
  },
  cites: [{ law: 'business-environment-regulation', article: 40, paragraph: 1 }],
  good: [
    { name: 'on the list', files: listed([line('a')]) },
    { name: 'a public service', files: listed([], { item: { type: '20' } }) },
    { name: 'a permit that is cancelled', files: listed([], { item: { state: 'cancelled' } }) },
    { name: 'a list that is not in force yet', files: listed([], { date: '2027-01-01' }) },
    {
      name: 'an older list without it',
      files: { ...listed([line('a')]), 'lists/old.yaml': { ...list([], '2020-01-01'), id: 'old' } },
    },
  ],
  bad: [
    { name: 'not on the list', files: listed([]), file: '511500/adopt.yaml', at: ['items', 0, 'id'] },
    {
      name: 'dropped by a newer list',
      files: { ...listed([line('a')]), 'lists/new.yaml': { ...list([], '2026-05-01'), id: 'new' } },
    },
  ],
  mutations: [
    {
      name: 'a county publishes a list without a permit that it handles',
      files: { 'lists/l.yaml': { ...list([]), division: '511502' } },
    },
  ],
  check(catalogue, { date }) {
    return [...listsInForce(catalogue, date)].flatMap(([division, { value }]) => {
      const lines = new Set((value.lines ?? []).map(({ id }) => id));
      return adopted(catalogue, division).flatMap(({ item, source, position }): CatalogueFinding[] => {
        const { basics = {} } = item;
        if (basics.type !== permitType || basics.state === 'cancelled' || lines.has(item.id)) return [];
        const name = basics.name ?? item.id ?? '';
        return [
          {
            subject: source,
            finding: {
              path: ['items', position, 'id'],
              message: {
                zh: `“${name}”不在现行的《${value.title}》中，清单之外不得实施许可。请按程序补入清单，或从实施清单中去掉。`,
                en: `"${name}" is not on the list in force, "${value.title}", and outside it no permit may be handled. Have it put on the list, or adopt it no longer.`,
              },
            },
          },
        ];
      });
    });
  },
};

/** The guides of `division`, each with its line of adoption. */
function adopted({ adoptions, guides }: Readonly<Catalogue>, division: string) {
  const source = adoptions.get(division);
  if (source === undefined) return [];
  const positions = new Map((source.value.items ?? []).map(({ id }, position) => [id, position]));
  return guides.flatMap(({ id, item, division: own }) => {
    const position = positions.get(id);
    return own === division && position !== undefined ? [{ item: { ...item, id }, source, position }] : [];
  });
}
