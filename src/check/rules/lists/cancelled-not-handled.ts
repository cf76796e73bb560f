import { listsInForce } from '../../../catalogue/index.ts';
import type { CatalogueRule } from '../rule.ts';
import { line, listed } from './listExample.ts';

/** Decisions by which a division no longer handles a permit by itself. */
const ends = new Map<string | undefined, { zh: string; en: string }>([
  ['cancel', { zh: '取消', en: 'cancelled' }],
  ['merge', { zh: '合并', en: 'merged' }],
  ['delegate', { zh: '下放', en: 'delegated' }],
]);

/** Business Environment Regulation Art. 40 para. 2: what was cancelled is handled no longer, in no other shape either. */
export const cancelledNotHandled: CatalogueRule = {
  id: 'cancelled-not-handled',
  family: 'lists',
  scope: 'catalogue',
  severity: 'error',
  title: {
    zh: '清单取消、合并、下放的许可不再实施',
    en: 'What the list cancels, merges or delegates is handled no longer',
  },
  why: {
    zh: '取消的许可还在办，是违法实施；合并、下放的还在办，申请人要跑两处。把规程的状态改为取消，或从实施清单中去掉。',
    en: 'To handle a cancelled permit is unlawful, and one that was merged or delegated is asked for twice. Set the procedure to cancelled, or adopt it no longer.',
  },
  cites: [{ law: 'business-environment-regulation', article: 40, paragraph: 2 }],
  good: [
    { name: 'retained', files: listed([line('a')]) },
    {
      name: 'cancelled in both',
      files: listed([line('a', { decision: 'cancel' })], { item: { state: 'cancelled' } }),
    },
    { name: 'cancelled and not adopted', files: listed([line('a'), line('b', { decision: 'cancel' })]) },
  ],
  bad: [
    {
      name: 'cancelled and in force',
      files: listed([line('a', { decision: 'cancel' })]),
      file: 'lists/l.yaml',
      at: ['lines', 0, 'decision'],
    },
    { name: 'merged and in force', files: listed([line('a', { decision: 'merge', target: 'b' })]) },
  ],
  mutations: [
    {
      name: 'the list cancels a permit that is still handled',
      files: {
        'lists/l.yaml': {
          ...(listed([
            line('urban-road-excavation-permit', { name: '挖掘城市道路审批', decision: 'cancel' }),
          ])['lists/l.yaml'] as object),
          division: '511502',
        },
      },
    },
  ],
  check(catalogue, { date }) {
    const states = new Map(
      catalogue.guides.map(({ division, id, item }) => [
        `${division}/${id}`,
        item.basics?.state ?? 'in-force',
      ]),
    );
    return [...listsInForce(catalogue, date)].flatMap(([division, source]) =>
      (source.value.lines ?? []).flatMap(({ id, name = '', decision }, i) => {
        const ended = ends.get(decision);
        const state = states.get(`${division}/${id}`);
        if (ended === undefined || state === undefined || state === 'cancelled') return [];
        return [
          {
            subject: source,
            finding: {
              path: ['lines', i, 'decision'],
              message: {
                zh: `清单已把“${name}”${ended.zh}，本地仍在实施。请把规程的状态改为取消，或从 ${division}/adopt.yaml 中去掉。`,
                en: `The list has ${ended.en} "${name}", and it is still handled here. Set the procedure to cancelled, or take it out of ${division}/adopt.yaml.`,
              },
            },
          },
        ];
      }),
    );
  },
};
