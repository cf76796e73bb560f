import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bundle } from '../../model/bundle.ts';
import type { Draft, Item } from '../../model/item.ts';
import type { Count } from './bundleMaterials.ts';
import { reckonBundle } from './reckonBundle.ts';

/** Up to six members, each of which waits for some before it and asks for up to four of six materials. */
const anyBundle = fc
  .array(
    fc.record({
      limit: fc.nat(60),
      after: fc.array(fc.nat(5), { maxLength: 3 }),
      materials: fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
      visits: fc.nat(3),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => {
    const items = new Map<string, Draft<Item>>(
      list.map(({ limit, materials, visits }, i) => [
        `i${i}`,
        {
          limits: { promised: { value: limit, unit: 'working-days' } },
          materials: {
            list: materials.map((n) => ({ id: `m${n}`, name: `m${n}`, need: 'required' as const })),
          },
          service: { visits },
        },
      ]),
    );
    const bundle = {
      members: list.map(({ after }, i) => ({
        id: `a${i}`,
        item: `i${i}`,
        after: after.filter((n) => n < i).map((n) => `a${n}`),
      })),
      // All that have one name are one.
      shared: [0, 1, 2, 3, 4, 5].map((n) => ({
        id: `s${n}`,
        name: `m${n}`,
        materials: list.flatMap(({ materials }, i) =>
          materials.includes(n) ? [{ member: `a${i}`, material: `m${n}` }] : [],
        ),
      })),
    } satisfies Draft<Bundle>;
    return { list, items, bundle };
  });

/** The longest chain by trying all, which is right by looking at it. */
function longest(members: readonly { id: string; after: string[] }[], of: (id: string) => number): number {
  const until = (id: string): number =>
    of(id) + Math.max(0, ...members.find((member) => member.id === id)!.after.map(until));
  return Math.max(...members.map(({ id }) => until(id)));
}

test('together is the longest chain, and lies between the longest member and the sum', () => {
  fc.assert(
    fc.property(anyBundle, ({ list, items, bundle }) => {
      const { limit } = reckonBundle(bundle, items, {});
      const own = (id: string) => list[Number(id.slice(1))]!.limit;
      expect(limit.together.kind).toBe('path');
      if (limit.together.kind !== 'path') return;
      expect(limit.together.days).toBe(longest(bundle.members, own));
      expect(limit.apart.days).toBe(list.reduce((sum, one) => sum + one.limit, 0));
      expect(limit.together.days).toBeGreaterThanOrEqual(Math.max(...list.map((one) => one.limit)));
      expect(limit.saved).toBe(limit.apart.days - limit.together.days);
      expect(limit.saved).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('one more thing to wait for never makes it shorter', () => {
  fc.assert(
    fc.property(anyBundle, fc.nat(5), fc.nat(5), ({ items, bundle }, a, b) => {
      const [first, last] = [`a${Math.min(a, b)}`, `a${Math.max(a, b)}`];
      fc.pre(
        first !== last && [first, last].every((id) => bundle.members.some((member) => member.id === id)),
      );
      const more = {
        ...bundle,
        members: bundle.members.map((member) =>
          member.id === last ? { ...member, after: [...member.after, first] } : member,
        ),
      };
      const [before, after] = [bundle, more].map((one) => reckonBundle(one, items, {}).limit.together);
      if (before?.kind !== 'path' || after?.kind !== 'path') throw new Error('no cycle was made');
      expect(after.days).toBeGreaterThanOrEqual(before.days);
    }),
  );
});

test('materials of one name are brought once, however many ask for them', () => {
  fc.assert(
    fc.property(anyBundle, ({ list, items, bundle }) => {
      const { materials, visits } = reckonBundle(bundle, items, {});
      const names = list.flatMap((one) => one.materials);
      expect(materials.apart).toEqual(exactly(names.length));
      expect(materials.together).toEqual(exactly(new Set(names).size));
      expect(materials.handIn).toEqual({ apart: materials.apart, together: materials.together });
      expect(visits.together).toBeLessThanOrEqual(visits.apart);
    }),
  );
});

function exactly(most: number): Count {
  return { least: most, most };
}
