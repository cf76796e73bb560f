import { listsInForce } from '../../../catalogue/index.ts';
import type { CatalogueRule } from '../rule.ts';
import { line, listed } from './listExample.ts';

/** Decisions by which a permit goes on. */
const goesOn = new Set<string | undefined>(['retain', 'provisional', 'pending']);

/** Licensing Law Art. 30 and Business Environment Regulation Art. 40: what the list keeps is shown with its procedure. */
export const lineHasProcedure: CatalogueRule = {
  id: 'line-has-procedure',
  family: 'lists',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '清单上保留的许可都有规程', en: 'Every permit that the list keeps has a procedure' },
  why: {
    zh: '清单上有、查不到怎么办的许可，等于没有公开。写出规程并列入本地实施清单；不再实施的，更新清单。',
    en: 'A permit on the list that nobody can look up is not published. Write its procedure and adopt it, or publish a new list.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30 },
    { law: 'business-environment-regulation', article: 40, paragraph: 1 },
  ],
  good: [
    { name: 'adopted', files: listed([line('a')]) },
    { name: 'cancelled', files: listed([line('a'), line('b', { decision: 'cancel' })]) },
    { name: 'merged', files: listed([line('a'), line('b', { decision: 'merge', target: 'a' })]) },
  ],
  bad: [
    {
      name: 'no procedure',
      files: listed([line('a'), line('b')]),
      file: 'lists/l.yaml',
      at: ['lines', 1, 'id'],
    },
    {
      name: 'no procedure of a provisional one',
      files: listed([line('a'), line('b', { decision: 'provisional' })]),
    },
  ],
  mutations: [
    {
      name: 'a list keeps a permit that nobody has written',
      files: {
        'lists/l.yaml': {
          ...(listed([line('urban-road-excavation-permit', { name: '挖掘城市道路审批' }), line('unwritten')])[
            'lists/l.yaml'
          ] as object),
          division: '511502',
        },
      },
    },
  ],
  check(catalogue, { date }) {
    const handled = new Set(catalogue.guides.map(({ division, id }) => `${division}/${id}`));
    return [...listsInForce(catalogue, date)].flatMap(([division, source]) =>
      (source.value.lines ?? []).flatMap(({ id = '', name = '', decision }, i) => {
        if (!goesOn.has(decision) || handled.has(`${division}/${id}`)) return [];
        return [
          {
            subject: source,
            finding: {
              path: ['lines', i, 'id'],
              message: {
                zh: `清单上的“${name}”在本地没有规程。请写出规程并列入 ${division}/adopt.yaml，不再实施的更新清单。`,
                en: `"${name}" on the list has no procedure here. Write it and adopt it in ${division}/adopt.yaml, or publish a new list.`,
              },
            },
          },
        ];
      }),
    );
  },
};
