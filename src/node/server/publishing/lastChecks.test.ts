import { expect, test } from 'vitest';
import type { ProvenChange } from '../../../review/index.ts';
import { lastCheckOf } from '../../publish/lastCheckOf.ts';
import { lastChecks } from './lastChecks.ts';

const change = (commit: string, at: string, path: string, more: object): ProvenChange =>
  ({ commit, at, files: [{ path }], signatures: [], ...more }) as unknown as ProvenChange;
const changes = [
  change('a', '2026-01-05T01:00:00Z', 'base.yaml', { signatures: [{ role: 'reviewer' }, { role: 'legal' }] }),
  change('b', '2026-02-05T01:00:00Z', 'layer.yaml', { signatures: [{ role: 'reviewer', of: 'bureau' }] }),
  change('c', '2026-03-05T01:00:00Z', 'base.yaml', { override: { reason: '急' } }),
];
const lookups = { agency: () => ({ name: '某局' }) } as unknown as Parameters<typeof lastChecks>[2];

test.each([
  ['by duty', 'a', ['base.yaml', 'layer.yaml'], { date: '2026-01-05', by: ['审核', '法制审核'] }],
  [
    'the last of any of its files',
    'b',
    ['base.yaml', 'layer.yaml'],
    { date: '2026-02-05', by: ['某局审核'] },
  ],
  ['of its own files alone', 'b', ['base.yaml'], { date: '2026-01-05', by: ['审核', '法制审核'] }],
  ['an emergency is called one', 'c', ['base.yaml'], { date: '2026-03-05', by: ['紧急程序放行'] }],
  ['nothing of what was imported', 'c', ['other.yaml'], undefined],
  ['nothing before the first change', 'root', ['base.yaml'], undefined],
])('%s', (_, main, files, checked) => {
  const checks = lastChecks({ changes }, main, lookups);
  expect(lastCheckOf((path) => checks[path], files)).toEqual(checked);
});
