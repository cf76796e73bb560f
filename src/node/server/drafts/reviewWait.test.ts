import { expect, it } from 'vitest';
import { readCatalogue } from '../../../catalogue/index.ts';
import type { DraftState } from '../../../review/index.ts';
import { reviewWait } from './reviewWait.ts';

const catalogue = (days: string) =>
  readCatalogue(
    new Map([
      [
        'governance/approvals.yaml',
        `approvals: {plain: [reviewer], legal: [legal]}\n${days}publishers: [administrator]\n`,
      ],
    ]),
  );
const state = (at: string): DraftState => ({
  kind: 'submitted',
  at,
  risk: 'legal',
  signatures: [],
  missing: [],
});
const limited = catalogue('reviewDays: {legal: 5}\n');

// A Wednesday; without a calendar weekends are what is free.
const wednesday = '2026-11-25T04:00:00Z';

it.each([
  ['the same day', '2026-11-25', { days: 0, limit: 5, due: '2026-12-02', isLate: false }],
  ['over a weekend', '2026-11-30', { days: 3, limit: 5, due: '2026-12-02', isLate: false }],
  ['the last day', '2026-12-02', { days: 5, limit: 5, due: '2026-12-02', isLate: false }],
  ['a day late', '2026-12-03', { days: 6, limit: 5, due: '2026-12-02', isLate: true }],
  ['a clock that went back', '2026-11-20', { days: 0, limit: 5, due: '2026-12-02', isLate: false }],
])('%s', (_, today, wait) => expect(reviewWait(state(wednesday), limited, today)).toEqual(wait));

it('tells no limit where none is promised, and no wait of what is not under review', () => {
  expect(reviewWait(state(wednesday), catalogue(''), '2026-12-31')).toEqual({ days: 26, isLate: false });
  expect(reviewWait({ kind: 'editing' }, limited, '2026-12-31')).toBeUndefined();
});
