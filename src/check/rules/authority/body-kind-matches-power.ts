import { labelOf } from '../../../model/field.ts';
import { schemas } from '../../../model/schemas.ts';
import type { ItemRule } from '../rule.ts';
import { powerOf, type Power } from './powerOf.ts';

/** An organ may be entrusted with another's power (Art. 24), and an organisation authorised by law has it of its own. */
const contradicts: Readonly<Record<Power, string>> = {
  own: 'entrusted',
  authorised: 'entrusted',
  entrusted: 'authorised',
};

export const bodyKindMatchesPower: ItemRule = {
  id: 'body-kind-matches-power',
  family: 'authority',
  scope: 'item',
  severity: 'warning',
  title: { zh: '实施主体性质与权力来源相符', en: 'The kind of body fits the source of its power' },
  why: {
    zh: '受委托的机关没有自己的权力，授权组织不靠委托，两处写得不一样就说不清谁负责。对照授权、委托的文件改正其中一处。',
    en: 'An entrusted body has no power of its own and an authorised one needs no entrusting; where the two fields differ nobody knows who answers. Correct one by the document.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 22 },
    { law: 'administrative-licensing-law', article: 23 },
    { law: 'administrative-licensing-law', article: 24, paragraph: 3 },
  ],
  good: [
    {
      name: 'an organ by its own power',
      item: { basics: { powerSource: 'statutory', bodyKind: 'statutory' } },
    },
    {
      name: 'an organ that another entrusts',
      item: {
        basics: { powerSource: 'entrusted-upper', bodyKind: 'statutory', entrustingBody: '省主管部门' },
      },
    },
    {
      name: 'an organisation authorised by law',
      item: { basics: { powerSource: 'authorised-upper', bodyKind: 'authorised' } },
    },
    {
      name: 'a source of another code list',
      item: { basics: { powerSource: '9', bodyKind: 'entrusted' } },
    },
    { name: 'the kind is not given yet', item: { basics: { powerSource: 'entrusted-upper' } } },
  ],
  bad: [
    {
      name: 'entrusted, and yet by its own power',
      item: { basics: { powerSource: 'statutory', bodyKind: 'entrusted' } },
      at: ['basics', 'bodyKind'],
    },
    {
      name: 'authorised by law, and yet entrusted',
      item: { basics: { powerSource: 'entrusted-same', bodyKind: 'authorised' } },
      at: ['basics', 'bodyKind'],
    },
    {
      name: 'authorised by the upper level, and yet an entrusted organisation',
      item: { basics: { powerSource: 'authorised-upper', bodyKind: 'entrusted' } },
      at: ['basics', 'bodyKind'],
    },
  ],
  mutations: [
    {
      name: 'an entrusted body with power of its own',
      edits: [
        { kind: 'set', path: ['basics', 'bodyKind'], value: 'entrusted' },
        { kind: 'set', path: ['basics', 'entrustingBody'], value: '省级主管部门' },
      ],
    },
  ],
  check(item, { lookups }) {
    const { powerSource, bodyKind } = item.basics ?? {};
    const power = powerOf(powerSource);
    if (powerSource === undefined || bodyKind === undefined || power === undefined) return [];
    if (contradicts[power] !== bodyKind) return [];
    const source = lookups.codeLabel('powerSources', powerSource);
    const kind = labelOf(schemas.item.properties!['basics']!.properties!['bodyKind']!, bodyKind);
    return [
      {
        path: ['basics', 'bodyKind'],
        message: {
          zh: `权力来源是“${source.zh}”，实施主体性质却是“${kind.zh}”。请对照授权、委托的文件，改正其中一处。`,
          en: `The source of power is "${source.en}" and the body an ${kind.en}. Correct one of them by the document that authorises or entrusts it.`,
        },
      },
    ];
  },
};
