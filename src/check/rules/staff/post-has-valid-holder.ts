import type { Catalogue, EffectiveItem, Lookups, Source } from '../../../catalogue/index.ts';
import type { StaffFile } from '../../../model/generated/schemas.ts';
import type { Body } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { certificateFault, isInPost, type Holder } from './certificateFault.ts';

const item = (qualification?: string) => ({
  id: 'a',
  basics: { name: '甲' },
  authority: { decides: { department: 'health' } },
  procedure: { steps: [{ id: 's', name: '审查', kind: 'review', actor: { post: '审查岗' } }] },
  staff: {
    posts: [{ id: 'p', name: '核查岗、审查岗', duty: 'examine', ...(qualification && { qualification }) }],
  },
});
const adopt = { division: '511500', items: [{ id: 'a' }] };
const holder = (more: Partial<Holder> = {}) => ({
  id: 'h1',
  name: '样例甲',
  number: '0001',
  agency: 'health-511500',
  posts: ['审查岗'],
  ...more,
});
const catalogueWith = (holders: Holder[] | undefined, qualification?: string) => ({
  files: {
    '000000/a.yaml': item(qualification),
    '511500/adopt.yaml': adopt,
    ...(holders && { 'staff/511500.yaml': { division: '511500', holders } }),
  },
});
const certificate = (until: string) => ({ id: 'c', name: '证', number: '1', until });

/**
 * Licensing Law Art. 34: an application is examined by people, and where its substance is verified by two of them
 * whom the authority assigns. A division that keeps the file of its post holders is held to it; others are not.
 */
export const postHasValidHolder: CatalogueRule = {
  id: 'post-has-valid-holder',
  family: 'staff',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '每个岗位都有资格有效的人在岗', en: 'Every post has a holder whose qualification is valid' },
  why: {
    zh: '岗位上没有合格的人，这一环节就办不了，办了也会被质疑。安排人到岗，或者让证件恢复有效。',
    en: 'Without a qualified holder the step cannot be taken, or will be challenged. Put somebody in the post, or renew the certificate.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 34 }],
  good: [
    { name: 'a holder', ...catalogueWith([holder()]) },
    {
      name: 'a qualified one',
      ...catalogueWith([holder({ certificates: [certificate('2027-01-01')] })], '执法资格'),
    },
    {
      name: 'one of another body, for this item',
      ...catalogueWith([holder({ agency: 'market-regulation-511500', items: ['a'] })]),
    },
    { name: 'a division without the file', ...catalogueWith(undefined) },
  ],
  bad: [
    { name: 'nobody', ...catalogueWith([]), file: 'staff/511500.yaml', at: ['holders'] },
    { name: 'somebody of another body', ...catalogueWith([holder({ agency: 'market-regulation-511500' })]) },
    { name: 'somebody for another item', ...catalogueWith([holder({ items: ['b'] })]) },
    { name: 'somebody who has left', ...catalogueWith([holder({ to: '2026-05-31' })]) },
    {
      name: 'somebody whose certificate expired',
      ...catalogueWith([holder({ certificates: [certificate('2026-05-31')] })], '执法资格'),
    },
    { name: 'somebody without a certificate', ...catalogueWith([holder()], '执法资格') },
  ],
  mutations: [
    {
      name: 'nobody holds a post',
      edits: [],
      files: {
        'staff/511502.yaml': {
          division: '511502',
          holders: [
            holder({ items: ['urban-road-excavation-permit'], posts: ['综合窗口'] }),
            holder({
              id: 'h2',
              number: '0002',
              items: ['urban-road-excavation-permit'],
              posts: ['设施管理岗', '交警勘查岗'],
              certificates: [certificate('2028-01-01')],
            }),
          ],
        },
      },
    },
  ],
  check(catalogue, { date, lookups }) {
    return [...catalogue.sources.values()].flatMap((source) =>
      source.kind === 'staff' ? inDivision(source as Source<StaffFile>, catalogue, lookups, date) : [],
    );
  },
};

/** A finding a post and body, with the items that it leaves without a holder. */
function inDivision(
  source: Source<StaffFile>,
  { guides }: Readonly<Catalogue>,
  lookups: Lookups,
  date: string,
): CatalogueFinding[] {
  const { division, holders = [] } = source.value;
  const inPost = holders.filter((one) => isInPost(one, date));
  const lacking = new Map<string, { post: string; body: string; items: string[] }>();
  for (const guide of guides.filter((one) => one.division === division)) {
    const bodies = bodiesOf(guide, lookups);
    for (const { post, qualified } of postsOf(guide)) {
      const serves = (one: Holder) =>
        (one.posts ?? []).includes(post) &&
        (one.items === undefined ? bodies.includes(one.agency ?? '') : one.items.includes(guide.id));
      const isValid = (one: Holder) =>
        !qualified || (one.certificates ?? []).some((each) => certificateFault(each, date) === undefined);
      if (inPost.some((one) => serves(one) && isValid(one))) continue;
      const body = lookups.agency(bodies[0] ?? '')?.name ?? '';
      const key = `${body} ${post}`;
      const found = lacking.get(key) ?? { post, body, items: [] };
      found.items.push(guide.item.basics?.name ?? guide.id);
      lacking.set(key, found);
    }
  }
  return [...lacking.values()].map(({ post, body, items }) => ({
    subject: source,
    finding: {
      path: ['holders'],
      message: {
        zh: `${body}“${post}”没有资格有效的人在岗，办不了：${items.join('、')}。请登记到岗人员和证件，或改派他人。`,
        en: `${body}: nobody with a valid qualification holds the post "${post}" of ${items.join(', ')}. Enter the holder and the certificate, or assign somebody else.`,
      },
    },
  }));
}

/** The posts of the steps that the item names among its posts, and whether they ask for a qualification. */
function postsOf({ item: { procedure, staff } }: EffectiveItem): { post: string; qualified: boolean }[] {
  const named = new Map(
    (staff?.posts ?? []).flatMap(({ name = '', qualification }) =>
      name.split('、').map((one) => [one, qualification !== undefined] as const),
    ),
  );
  const posts = new Set((procedure?.steps ?? []).flatMap(({ actor }) => actor?.post ?? []));
  return [...posts].flatMap((post) => {
    const qualified = named.get(post);
    return qualified === undefined ? [] : [{ post, qualified }];
  });
}

/** Agencies that decide on, accept or take part in an item in its division, the deciding one first. */
function bodiesOf({ item: { authority = {} }, division }: EffectiveItem, lookups: Lookups): string[] {
  const agencyOf = ({ agency, department }: Draft<Body> = {}) =>
    agency ?? (department === undefined ? undefined : lookups.agencyFor(department, division)?.id);
  return [authority.decides, authority.accepts, ...(authority.joint ?? [])].flatMap(
    (body) => agencyOf(body) ?? [],
  );
}
