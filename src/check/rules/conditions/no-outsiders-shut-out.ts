import { clipped } from '../clipped.ts';
import { lawInWords, type LawKind } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** What national law says of residence or of branches, no local rule shuts out. */
const national: ReadonlySet<LawKind> = new Set<LawKind>([
  'constitution',
  'law',
  'administrative-regulation',
  'state-council-decision',
]);

const here = '(?:本|当)(?:省|市|州|县|区|地|辖区|行政区域)';
const away = '(?:外地|外省|外市|外县|省外|市外|县外|区外)';
const shutsOut = new RegExp(
  [
    `${here}(?:的|内)?(?:常住)?户(?:籍|口)`,
    `(?:须|应当?|必须|已)在?${here}(?:内)?(?:设立|设有|成立|注册)[^，。；]{0,6}(?:分公司|子公司|分支机构|独立法人)`,
    `${away}(?:的)?(?:企业|公司|机构|人员|个人|产品|商品|车辆)[^，。；]{0,10}(?:不得|须|应当|另行|必须)`,
  ].join('|'),
);

export const noOutsidersShutOut: ItemRule = {
  id: 'no-outsiders-shut-out',
  family: 'conditions',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '条件不排斥外地的人、企业和商品',
    en: 'No condition shuts out people, enterprises or goods from elsewhere',
  },
  why: {
    zh: '要本地户籍、在本地设公司，是把外地的人和企业挡在门外。删去这样的条件；国家法律、行政法规有规定的，引用条文。',
    en: 'To ask for local residence or a local company keeps others out. Take it out, or cite the national law or regulation that asks for it.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 15, paragraph: 2 }],
  good: [
    {
      name: 'a place of business here',
      item: { conditions: { grant: [{ id: 'a', text: '在本市有固定的经营场所。' }] } },
    },
    {
      name: 'national law asks for it',
      item: {
        conditions: {
          grant: [
            {
              id: 'a',
              text: '在本省设立分支机构的，须在本省设立分公司。',
              basis: [{ law: 'a-law', article: 3 }],
            },
          ],
        },
      },
    },
    {
      name: 'where to apply',
      item: { conditions: { grant: [{ id: 'a', text: '在本市登记的企业向本市申请。' }] } },
    },
  ],
  bad: [
    {
      name: 'residents only',
      item: {
        conditions: { grant: [{ id: 'a', text: '驾驶员具有本市户籍。', basis: [{ law: 'a-local-rule' }] }] },
      },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'a branch here',
      item: { conditions: { grant: [{ id: 'a', text: '申请人应当在本市设立分公司。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'more of those from elsewhere',
      item: {
        conditions: {
          grant: [
            {
              id: 'a',
              text: '外地企业另行提供担保。',
              basis: [{ law: 'a-notice' }, { law: 'a-local-regulation' }],
            },
          ],
        },
      },
      at: ['conditions', 'grant', 0, 'text'],
    },
  ],
  mutations: [
    {
      name: 'residents only',
      edits: [
        { kind: 'set', path: ['conditions', 'grant', 1, 'text'], value: '申请人具有本市户籍。' },
        {
          kind: 'set',
          path: ['conditions', 'grant', 1, 'basis', 0],
          value: { law: 'a-local-regulation', article: 3 },
        },
        {
          kind: 'insert',
          path: ['legalBasis', 5],
          value: { id: 'b6', law: 'a-local-regulation', article: 3, role: 'implements' },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    return (item.conditions?.grant ?? []).flatMap(({ text, basis }, i) => {
      const words = text === undefined ? undefined : shutsOut.exec(text)?.[0];
      if (text === undefined || words === undefined) return [];
      const laws = (basis ?? []).map(({ law }) => law ?? '');
      const kinds = laws.map((law) => lookups.law(law)?.kind);
      // A law that the register lacks may be a national one.
      if (kinds.some((kind) => kind === undefined || national.has(kind))) return [];
      const by =
        laws[0] === undefined
          ? { zh: '又没有依据', en: 'nothing' }
          : { zh: `依据只是${lawInWords(laws[0], lookups).zh}`, en: lawInWords(laws[0], lookups).en };
      return [
        {
          path: ['conditions', 'grant', i, 'text'],
          message: {
            zh: `条件“${clipped(text)}”中的“${words}”把外地的挡在门外，${by.zh}。请删去；国家法律、行政法规有规定的，引用条文。`,
            en: `The condition "${clipped(text)}" shuts out those from elsewhere (${words}), on ${by.en}. Take it out, or cite the national law or regulation that asks for it.`,
          },
        },
      ];
    });
  },
};
