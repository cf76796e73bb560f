import { describe, expect, it } from 'vitest';
import { figuresOf, guideNumbers, type GuideNumbers } from './figures.ts';

const guide = (more: Partial<GuideNumbers>): GuideNumbers => ({
  item: 'x',
  division: '511500',
  instant: false,
  free: false,
  online: false,
  materials: 0,
  ...more,
});
const said = (guides: GuideNumbers[]) =>
  Object.fromEntries(figuresOf(guides).map(({ en, value, of }) => [en, [value, of]]));

describe('the figures of a catalogue', () => {
  it('count what there is, each of what it is counted of', () => {
    expect(
      said([
        guide({ free: true, visits: 0, materials: 4, limits: { statutory: 20, promised: 5 } }),
        guide({ visits: 1, materials: 5, online: true, limits: { statutory: 20, promised: 15 } }),
        guide({ instant: true, free: true }),
        guide({}),
      ]),
    ).toEqual({
      'Free of charge': [0.5, 4],
      'Settled on the spot': [0.25, 4],
      Online: [0.25, 4],
      'No visit': [0.5, 2],
      'Visits on average': [0.5, 2],
      'Materials on average': [2.25, 4],
      'Promised below statutory': [0.5, 2],
    });
  });

  it('have nothing to say of what nobody wrote down', () => {
    expect(Object.keys(said([guide({})]))).not.toContain('No visit');
    expect(figuresOf([])).toEqual([]);
  });

  it('do not mix working and calendar days', () => {
    const limits = {
      statutory: { value: 30, unit: 'calendar-days' as const },
      promised: { value: 5, unit: 'working-days' as const },
    };
    expect(guideNumbers('x', '511500', { limits })).not.toHaveProperty('limits');
    expect(guideNumbers('x', '511500', { limits: { ...limits, statutory: limits.promised } })).toMatchObject({
      limits: { statutory: 5, promised: 5 },
    });
  });
});
