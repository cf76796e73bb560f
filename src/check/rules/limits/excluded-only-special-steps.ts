import type { StepKind } from '../../../model/item.ts';
import type { LawKind } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

/** The procedures whose time Licensing Law Art. 45 leaves out of the limit; site inspection and public notice are not among them. */
const excludable: ReadonlySet<StepKind> = new Set<StepKind>([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
]);

/** Art. 42 yields to a law or regulation that says otherwise, as that on water abstraction does on asking other bodies. */
const maySayOtherwise: ReadonlySet<LawKind> = new Set<LawKind>([
  'law',
  'administrative-regulation',
  'local-regulation',
]);

export const excludedOnlySpecialSteps: ItemRule = {
  id: 'excluded-only-special-steps',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '只有法律列明的特别程序可以不计入时限，并要告知所需时间',
    en: 'Only the special procedures the law names are left out of the limit, and their time is told',
  },
  why: {
    zh: '把现场核查、公示等写成不计入时限，办理就没有了期限。只把法律列明的程序留在时限之外，并写明所需时间、书面告知申请人。',
    en: 'Leaving site visits or notices out of the limit takes the limit away. Leave out only what the law names, say how long it takes, and tell the applicant in writing.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 45 }],
  good: [
    {
      name: 'expert review with its days',
      item: {
        procedure: {
          steps: [
            {
              id: 'experts',
              kind: 'expert-review',
              excluded: true,
              days: { value: 20, unit: 'working-days' },
            },
          ],
        },
      },
    },
    {
      name: 'a site inspection that counts',
      item: { procedure: { steps: [{ id: 'site', kind: 'site-inspection', excluded: false }] } },
    },
    {
      name: 'asking other bodies, which the regulation on this permit leaves out',
      item: {
        procedure: {
          steps: [
            {
              id: 'ask',
              kind: 'joint-review',
              excluded: true,
              days: { value: 5, unit: 'working-days' },
              basis: [{ law: 'a-regulation', article: 19 }],
            },
          ],
        },
      },
    },
    { name: 'no procedure', item: { procedure: { none: '由法律直接规定' } } },
  ],
  bad: [
    {
      name: 'a site inspection left out',
      item: {
        procedure: {
          steps: [
            { id: 'site', kind: 'site-inspection', excluded: true, days: { value: 5, unit: 'working-days' } },
          ],
        },
      },
      at: ['procedure', 'steps', 0, 'excluded'],
    },
    {
      name: 'a public notice left out by a department rule',
      item: {
        procedure: {
          steps: [
            {
              id: 'notice',
              kind: 'public-notice',
              excluded: true,
              days: { value: 5, unit: 'working-days' },
              basis: [{ law: 'a-department-rule' }],
            },
          ],
        },
      },
      at: ['procedure', 'steps', 0, 'excluded'],
    },
    {
      name: 'a hearing left out without its days',
      item: { procedure: { steps: [{ id: 'hearing', kind: 'hearing', excluded: true }] } },
      at: ['procedure', 'steps', 0, 'excluded'],
    },
  ],
  mutations: [
    {
      name: 'the site visit is not counted',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 3, 'excluded'], value: true }],
    },
  ],
  check(item, { lookups }) {
    return (item.procedure?.steps ?? []).flatMap((step, i) => {
      if (step.excluded !== true || step.kind === undefined) return [];
      const name = step.name ?? step.id ?? '';
      const path = ['procedure', 'steps', i, 'excluded'];
      const otherwise = (step.basis ?? []).some(({ law = '' }) => {
        const kind = lookups.law(law)?.kind;
        // The Licensing Law itself names its exceptions in Art. 45 and no others.
        return law !== 'administrative-licensing-law' && kind !== undefined && maySayOtherwise.has(kind);
      });
      if (!excludable.has(step.kind) && !otherwise)
        return [
          {
            path,
            message: {
              zh: `环节“${name}”不能不计入时限：法律只列了听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审。请计入时限；法律、法规另有规定的，在环节的依据中引用它。`,
              en: `Step "${name}" cannot be left out of the limit: the law names only hearing, tender, auction, inspection, testing, quarantine, appraisal and expert review. Count it, or cite the law or regulation that says otherwise.`,
            },
            fix: {
              title: { zh: `“${name}”计入时限`, en: `Count "${name}"` },
              edits: [{ kind: 'remove' as const, path }],
            },
          },
        ];
      if (step.days?.value !== undefined) return [];
      return [
        {
          path,
          message: {
            zh: `环节“${name}”不计入时限，但没有写所需时间。请写明 days，书面告知申请人。`,
            en: `Step "${name}" is left out of the limit but does not say how long it takes. Give its days, which the applicant is told in writing.`,
          },
        },
      ];
    });
  },
};
