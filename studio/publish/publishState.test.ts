import { describe, expect, it } from 'vitest';
import type { PublishView } from '../../src/api/index.ts';
import { publishState } from './publishState.ts';

const live = { oid: 'a', at: '2026-01-01T00:00:00Z', pages: 3 };
const guide = { id: 'x', division: '000000', name: 'x', divisionName: '国家' };
const view = (more: Partial<PublishView>): PublishView => ({
  live,
  main: 'a',
  pending: [],
  history: [],
  site: '/site/',
  may: { kind: 'allowed' },
  ...more,
});

describe('publishState', () => {
  it.each([
    ['never published', { live: undefined, pending: [guide] }, { kind: 'never' }],
    ['as approved', {}, { kind: 'current' }],
    [
      'approved since, with a page that changes',
      { main: 'b', pending: [guide] },
      { kind: 'behind', guides: 1 },
    ],
    ['approved since, with no page that changes', { main: 'b' }, { kind: 'behind', guides: 0 }],
    ['the same text, but a page changes with the day', { pending: [guide] }, { kind: 'behind', guides: 1 }],
  ])('%s', (_, more, state) => expect(publishState(view(more))).toEqual(state));
});
