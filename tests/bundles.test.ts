import { beforeAll, expect, it } from 'vitest';
import { guideFinder, memberItems, type Catalogue } from '../src/catalogue/index.ts';
import { reckonBundle, type BundleReckoning } from '../src/procedure/index.ts';
import { figuresOf, formatReport } from '../src/report/index.ts';
import { reportFacts } from '../src/report/reportFacts.ts';
import { sampleCatalogue } from './sampleCatalogue.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

const ids = ['construction-project', 'open-clinic', 'open-restaurant'];
const divisions = ['511500', '511502', '510700', '510703'];

it('are a restaurant, a clinic and a construction project, in two cities and a district of each', () => {
  expect(catalogue.bundles.map(({ value }) => value.id)).toEqual(ids);
  for (const { value } of catalogue.bundles) expect(value.divisions).toEqual(divisions);
});

const places = ids.flatMap((id) => divisions.map((division) => [id, division] as const));

it.each(places)('%s in %s: the joint limit and the materials saved', (id, division) => {
  const { bundle, items, reckoning } = reckoned(id, division);
  const members = bundle.members!;

  // Days, without the module: of each member the least of what it promises and grants, then who waits for whom.
  const daysOf = (item: string) => items.get(item)!.limits!.promised!.value!;
  const granted = (member: (typeof members)[number]) =>
    Math.min(daysOf(member.item!), member.limit?.value ?? Infinity);
  const asks = (member: (typeof members)[number]) =>
    (items.get(member.item!)!.materials?.list ?? []).map((material) => material.resultOf);
  const until = (member: (typeof members)[number]): number =>
    granted(member) +
    Math.max(
      0,
      ...members
        .filter((other) => member.after?.includes(other.id!) === true || asks(member).includes(other.item!))
        .map(until),
    );
  const together = Math.max(...members.map(until));
  const apart = members.reduce((sum, member) => sum + daysOf(member.item!), 0);
  expect(reckoning.limit).toMatchObject({
    together: { kind: 'path', days: together, unit: 'working-days', converted: [], undated: [] },
    apart: { days: apart, converted: [], undated: [] },
    saved: apart - together,
  });
  expect(apart).toBeGreaterThan(together);
  // What is promised together can be kept, by the limits and by the steps.
  const promised = bundle.limits!.promised!.value!;
  expect(promised).toBeGreaterThanOrEqual(together);
  expect(promised).toBeLessThan(apart);
  expect(reckoning.steps.path).toMatchObject({ kind: 'path' });
  if (reckoning.steps.path.kind === 'path') expect(reckoning.steps.path.days).toBeLessThanOrEqual(promised);

  // Materials: all on all lists but those that no answer of this bundle leads to; twice the same once.
  const all = members.flatMap((member) =>
    reckoning.members
      .find((one) => one.id === member.id)!
      .case.materials.map(({ element }) => `${member.id}/${element.id}`),
  );
  const again = bundle.shared!.flatMap(({ materials }) =>
    materials!
      .map((one) => `${one.member}/${one.material}`)
      .filter((one) => all.includes(one))
      .slice(1),
  );
  const inside = members.flatMap((member) =>
    asks(member).filter((result) => members.some((other) => other.item === result)),
  );
  expect(reckoning.materials.apart.most).toBe(all.length);
  expect(reckoning.materials.together.most).toBe(all.length - again.length - inside.length);
  const { handIn, forms } = reckoning.materials;
  expect(handIn.apart.most).toBeGreaterThan(handIn.together.most);
  console.info(
    `${bundle.name}（${catalogue.lookups.divisionName(division)}）：并联 ${together}、依次 ${apart} 个工作日；` +
      `材料 ${all.length} → ${reckoning.materials.together.most}，其中要交 ${handIn.apart.most} → ${handIn.together.most}；` +
      `表 ${forms.apart.most} → ${forms.together.most}`,
  );
});

it.each(places)(
  '%s in %s leaves nothing open that it does not ask, and nothing out that looks shared',
  (id, division) => {
    const { reckoning } = reckoned(id, division);
    expect(reckoning.missing).toEqual([]);
    expect(reckoning.problems).toEqual([]);
    expect(reckoning.open).toEqual([]);
    expect(reckoning.proposals).toEqual([]);
  },
);

it('a small restaurant brings less and has no fire inspection', () => {
  const { reckoning } = reckoned('open-restaurant', '511502', {
    venue: 'small',
    key: 'key-no',
    agent: 'self',
  });
  expect(reckoning.ruledOut).toEqual(['fire']);
  expect(reckoning.remaining).toEqual([]);
  const { apart, together } = reckoning.materials.handIn;
  expect(apart.least).toBe(apart.most);
  expect(together.most).toBeLessThan(apart.most);
});

it('a building permit waits for the planning permit, the environmental approval for nobody', () => {
  const { reckoning } = reckoned('construction-project', '510703');
  expect(reckoning.edges.map(({ before, after }) => `${before} → ${after}`)).toContain('planning → permit');
  expect(reckoning.edges.some(({ after }) => after === 'eia')).toBe(false);
});

it('the report says of each what was reckoned above, and sums it', () => {
  const facts = reportFacts(catalogue, [], '2026-06-01');
  expect(facts.bundles.map(({ key }) => key).toSorted()).toEqual(
    places.map(([id, division]) => `${division}/${id}`).toSorted(),
  );
  const rows = places.map(([id, division]) => ({
    id,
    division,
    reckoning: reckoned(id, division).reckoning,
  }));
  for (const { id, division, reckoning } of rows) {
    const { limit, materials, visits } = reckoning;
    expect(facts.bundles.find(({ key }) => key === `${division}/${id}`)).toMatchObject({
      days: { apart: limit.apart.days, together: limit.apart.days - limit.saved! },
      handIn: { apart: materials.handIn.apart.most, together: materials.handIn.together.most },
      forms: { apart: materials.forms.apart.most, together: materials.forms.together.most },
      visits: { apart: visits.apart, together: visits.together },
    });
  }
  const figure = (id: string, division?: string) =>
    figuresOf(facts, division === undefined ? {} : { division }).find((one) => one.id === id)!;
  const days = rows.reduce((sum, { reckoning }) => sum + reckoning.limit.saved!, 0);
  expect(figure('bundles')).toMatchObject({ value: 12, unit: 'bundles' });
  expect(figure('bundle-days-average')).toMatchObject({ numerator: days, denominator: 12, value: days / 12 });
  const { handIn } = rows.reduce(
    (sum, { reckoning }) => ({
      handIn: {
        apart: sum.handIn.apart + reckoning.materials.handIn.apart.most,
        together: sum.handIn.together + reckoning.materials.handIn.together.most,
      },
    }),
    { handIn: { apart: 0, together: 0 } },
  );
  expect(figure('bundle-materials')).toMatchObject({
    numerator: handIn.apart - handIn.together,
    denominator: handIn.apart,
  });
  expect(figure('bundles', '511502')).toMatchObject({ value: 3 });
  const text = formatReport(facts, { division: '511502' });
  for (const { name } of facts.bundles.filter(({ division }) => division === '511502'))
    expect(text).toContain(`${name}（翠屏区）  依次 `);
});

function reckoned(id: string, division: string, answers = {}) {
  const bundle = catalogue.bundles.find(({ value }) => value.id === id)!.value;
  const found = memberItems(bundle, division, guideFinder(catalogue.guides, catalogue.lookups));
  const items = new Map([...found].map(([item, { item: value }]) => [item, value]));
  const reckoning: BundleReckoning = reckonBundle(bundle, items, answers);
  return { bundle, items, reckoning };
}
