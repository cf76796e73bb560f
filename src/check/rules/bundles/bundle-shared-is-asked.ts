import type { CatalogueRule } from '../rule.ts';
import { bundleExample, pipes, pipesFile } from './bundleExample.ts';
import { inEachBundle, memberName } from './offeredBundles.ts';

/** Licensing Law Art. 31: no material is asked for twice, and none is counted as saved that is asked for once. */
export const bundleSharedIsAsked: CatalogueRule = {
  id: 'bundle-shared-is-asked',
  family: 'bundles',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '共用的材料是两个以上成员都要的', en: 'What is shared is asked for by two members or more' },
  why: {
    zh: '只有一个成员要的材料谈不上共用，算进去会夸大省下的份数。删去，或者改对成员和材料。',
    en: 'What one member alone asks for is not shared, and counting it overstates the saving. Take it out, or correct its members.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 31, paragraph: 2 }],
  good: [
    bundleExample('both ask for an application', {
      shared: [
        {
          id: 's',
          name: '申请表',
          materials: [
            { member: 'first', material: 'application' },
            { member: 'second', material: 'application' },
          ],
        },
      ],
    }),
  ],
  bad: [
    {
      ...bundleExample(
        'two materials of one member',
        {
          shared: [
            {
              id: 's',
              name: '图纸',
              materials: [
                { member: 'first', material: 'application' },
                { member: 'first', material: 'plan' },
              ],
            },
          ],
        },
        { a: { materials: { list: [{ id: 'application' }, { id: 'plan' }] } } },
      ),
      at: ['shared', 0, 'materials'],
    },
    bundleExample(
      'the answer that holds in the bundle leaves one out',
      {
        members: [
          { id: 'first', item: 'a' },
          { id: 'second', item: 'b', answers: [{ question: 'q', option: 'no' }] },
        ],
        shared: [
          {
            id: 's',
            name: '图纸',
            materials: [
              { member: 'first', material: 'application' },
              { member: 'second', material: 'plan' },
            ],
          },
        ],
      },
      {
        b: {
          questions: [{ id: 'q', kind: 'choice', options: [{ id: 'yes' }, { id: 'no' }] }],
          materials: { list: [{ id: 'plan', when: { q: ['yes'] } }] },
        },
      },
    ),
  ],
  mutations: [
    {
      name: 'both materials are of one member',
      files: {
        [pipesFile]: pipes({
          shared: [
            {
              id: 'drawings',
              name: '图纸',
              materials: [
                { member: 'digging', material: 'application' },
                { member: 'digging', material: 'design' },
              ],
            },
          ],
        }),
      },
    },
  ],
  check(catalogue) {
    return inEachBundle(catalogue, (offered) => {
      const { bundle, reckoning } = offered;
      // Who is missing may ask for it.
      if (reckoning.missing.length > 0) return [];
      return (bundle.shared ?? []).flatMap(({ id, name, materials = [] }, i) => {
        const asking = new Set(
          reckoning.materials.list
            .filter(({ shared }) => shared === id)
            .flatMap(({ of }) => of.map((one) => one.member)),
        );
        if (id === undefined || asking.size > 1 || materials.length < 2) return [];
        const [only] = asking;
        const [who, whoEn] =
          only === undefined
            ? ['没有成员', 'No member']
            : [`只有“${memberName(offered, only)}”`, `Only "${memberName(offered, only)}"`];
        return [
          {
            path: ['shared', i, 'materials'],
            message: {
              zh: `${who}要“${name ?? id}”，不是共用。请改对成员和材料，或删去这一项。`,
              en: `${whoEn} asks for "${name ?? id}", so it is not shared. Correct its members, or take it out.`,
            },
          },
        ];
      });
    });
  },
};
