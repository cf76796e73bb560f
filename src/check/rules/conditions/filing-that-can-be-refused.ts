import { establishingBases, isPermit } from '../basis/establishingBases.ts';
import { regulationOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** What Business Environment Regulation Art. 39 names as shapes in which permits hide; plans and lists name too much else. */
const shapes = /备案|登记|注册|年检|年审|年报|监制|认定|认证|审定/;
/** Item type of an administrative confirmation, which may be refused where a law or regulation provides for it. */
const confirmation = '07';

const conditions = {
  grant: [{ id: 'g', text: '注册资本一百万元以上。' }],
  refuse: [{ id: 'r', text: '注册资本不足的。' }],
};

export const filingThatCanBeRefused: ItemRule = {
  id: 'filing-that-can-be-refused',
  family: 'conditions',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '备案、登记、年检、认定不设条件、不能拒绝，否则就是变相许可',
    en: 'A filing, registration, annual check or recognition that has conditions and can be refused is a permit in disguise',
  },
  why: {
    zh: '有准予条件、可以不予通过的“备案”“登记”就是许可，却没有走许可的设定和程序。改为告知性备案，删去条件和不予的情形；确需许可的，依法设定。',
    en: 'A filing with conditions that can be refused is a permit without its law and procedure. Make it a notice only, without conditions and refusals; if a permit is needed, have it created by law.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 39, paragraph: 1 },
    { law: 'administrative-licensing-law', article: 2 },
  ],
  good: [
    {
      name: 'a filing that only informs',
      item: { basics: { name: '甲备案', type: '10' }, conditions: { none: '不设条件' } },
    },
    {
      name: 'a permit that says it is one',
      item: { basics: { name: '甲登记', type: '01' }, conditions },
    },
    {
      name: 'a confirmation by law',
      item: {
        basics: { name: '工伤认定', type: '07' },
        legalBasis: [{ id: 'b', law: 'a-regulation', article: 3, role: 'establishes' }],
        conditions,
      },
    },
    {
      name: 'conditions that nobody refuses for',
      item: { basics: { name: '甲备案', type: '20' }, conditions: { grant: conditions.grant } },
    },
    {
      name: 'something else that can be refused',
      item: { basics: { name: '甲奖励', type: '08' }, conditions },
    },
  ],
  bad: [
    {
      name: 'a filing',
      item: { basics: { name: '外地企业进市备案', type: '10' }, conditions },
      at: ['conditions', 'refuse'],
    },
    {
      name: 'a recognition by notice',
      item: {
        basics: { name: '甲产品认定', type: '07' },
        legalBasis: [{ id: 'b', law: 'a-notice', article: 3, role: 'establishes' }],
        conditions,
      },
      at: ['conditions', 'refuse'],
    },
    {
      name: 'a permit that was turned into a filing',
      item: { basics: { name: '甲许可', type: '01' }, reform: { way: 'filing' }, conditions },
      at: ['conditions', 'refuse'],
    },
  ],
  mutations: [
    {
      name: 'a permit that became a filing and is refused all the same',
      edits: [{ kind: 'set', path: ['reform', 'way'], value: 'filing' }],
    },
  ],
  check(item, { lookups }) {
    const { grant = [], refuse = [] } = item.conditions ?? {};
    if (grant.length === 0 || refuse.length === 0) return [];
    const { name = '', type } = item.basics ?? {};
    const filed = item.reform?.way === 'filing';
    if (!filed && (isPermit(item) || !shapes.test(name))) return [];
    if (
      !filed &&
      type === confirmation &&
      establishingBases(item, lookups).some(({ kind }) => kind === undefined || regulationOrAbove.has(kind))
    )
      return [];
    const is = filed ? '改为备案的事项' : `“${name}”`;
    return [
      {
        path: ['conditions', 'refuse'],
        message: {
          zh: `${is}不是许可，却有 ${grant.length} 个条件和 ${refuse.length} 种不予办理的情形，是变相许可。请改为告知性的，删去条件和不予的情形；确需许可的，依法设定。`,
          en: `${filed ? 'What was turned into a filing' : `"${name}"`} is no permit, and yet has ${grant.length} conditions and ${refuse.length} grounds of refusal: a permit in disguise. Let it only inform, without these; if a permit is needed, have it created by law.`,
        },
      },
    ];
  },
};
