import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DraftView } from '../../src/api/index.ts';
import { openTestStudio, type TestStudio } from '../testStudio.ts';

// Whatever people write, none of it is an argument of a process: git is run by way of a script that writes down how.

const { folder, log } = await vi.hoisted(async () => {
  const [{ mkdtempSync, writeFileSync }, { execFileSync }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:child_process'),
    import('node:os'),
    import('node:path'),
  ]);
  const bin = mkdtempSync(join(tmpdir(), 'guicheng-git-'));
  const git = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const script = `#!/bin/sh\nprintf '%s\\n' "$@" >> '${bin}/log'\nexec '${git}' "$@"\n`;
  writeFileSync(join(bin, 'git'), script, { mode: 0o700 });
  // Read once, when the store is loaded: before the imports above.
  process.env['PATH'] = `${bin}:${process.env['PATH']}`;
  return { folder: bin, log: join(bin, 'log') };
});

let studio: TestStudio;
beforeAll(async () => {
  const people = `people:
  - id: dash
    name: "--upload-pack=touch pwned"
    subjects: ["local:drafter"]
    grants: [{id: a, roles: [drafter], everywhere: true}]
`;
  studio = await openTestStudio({ changes: new Map([['governance/people.yaml', people]]) });
});
afterAll(async () => {
  await studio.close();
  await rm(folder, { recursive: true });
});

/** Words and forms of ours: what git is told never comes of anything else. */
const ours = [
  /^(add|cat-file|commit-tree|config|count-objects|diff|diff-tree|fsck|for-each-ref|hash-object|init|log|ls-tree|merge-base|pack-refs|prune-packed|read-tree|repack|rev-list|rev-parse|update-index|update-ref|write-tree|multi-pack-index|commit-graph|write|gc)$/,
  /^-{1,2}[a-z][a-z-]*$/,
  /^-[prwz]$|^--(format|batch-check)=%[%a-zA-Z0-9() ]+$|^--(count|max-count|initial-branch|template|batch-size|expire|geometric)=?[a-z0-9./]*$/,
  /^\^?[0-9a-f]{40}(\^?\{tree\})?$/,
  /^refs\/heads\/((main|studio\/(live|schedule)|draft\/[0-9A-Z]{26})|draft\/|studio\/)?$/,
  // Settings of a new repository: fixed words both.
  /^(core|gc|transfer|protocol|user)\.[A-Za-z.]+$|^(all|always|\/dev\/null|0|true|never|Guicheng|studio@guicheng\.invalid)$/,
];

test('hostile names, titles, codes and texts reach git by its standard input or not at all', async () => {
  const hostile = [
    '--upload-pack=touch pwned',
    '-oProxyCommand=id',
    'ext::sh -c id',
    '$(id)',
    '\n--exec=id',
    '%H%n',
  ];
  const [drafter, reviewer] = await Promise.all([studio.signIn('drafter'), studio.signIn('reviewer')]);
  const file = '511502/food-business-licence.yaml';
  const { body: begun } = await drafter.ask<DraftView>('POST', '/api/drafts', {
    payload: { file, title: hostile.join(' ') },
  });
  const { id } = begun;
  let { tip } = begun;
  const acts = async (client: typeof drafter, deed: object) => {
    const { status, body } = await client.write<DraftView>('POST', `/api/drafts/${id}/acts`, tip, deed);
    if (status === 200) tip = body.tip;
    return status;
  };
  const text = `id: food-business-licence\noverlay:\n  name: ${JSON.stringify(hostile.join(' ').replaceAll('\n', ''))}\n  basics:\n    localCode: "--exec=id"\ngrounds: []\n`;
  const saved = await drafter.write<{ tip: string }>('PUT', `/api/drafts/${id}/files/${file}`, tip, text);
  expect(saved.status).toBe(200);
  tip = saved.body.tip;
  const done: number[] = [];
  for (const one of hostile) {
    done.push(await acts(reviewer, { kind: 'comment', text: one, file, path: [one] }));
    await acts(drafter, { kind: 'rename', file, to: `511502/${one}.yaml`, reason: one });
    await acts(drafter, { kind: 'assign', to: one, reason: one });
    const urls = [
      `/api/drafts/${encodeURIComponent(one)}`,
      `/api/drafts/${id}/review?since=${encodeURIComponent(one)}`,
      `/api/drafts/${id}/review/pages?division=${encodeURIComponent(one)}&item=${encodeURIComponent(one)}`,
      `/api/drafts/${id}/files/forms/${encodeURIComponent(one)}?began=${encodeURIComponent(one)}`,
      `/api/history?file=${encodeURIComponent(one)}`,
      `/api/history/text?file=${file}&commit=${encodeURIComponent(one)}`,
      `/api/history/page?division=511502&item=x&date=${encodeURIComponent(one)}`,
    ];
    const answers = await Promise.all(urls.map((url) => drafter.ask('GET', url)));
    for (const [i, { status }] of answers.entries()) expect([400, 404, 422], urls[i]).toContain(status);
    const headers = { 'if-match': one.replaceAll('\n', ''), 'x-operation-id': one.replaceAll('\n', '') };
    const { status } = await drafter.ask('POST', `/api/drafts/${id}/acts`, {
      headers,
      payload: { kind: 'withdraw' },
    });
    expect(status).toBe(400);
  }
  expect(done).toEqual(hostile.map(() => 200));
  const administrator = await studio.signIn('administrator');
  await administrator.ask('POST', '/api/publish/back', { payload: { to: '--exec=id', reason: '--exec=id' } });
  await administrator.ask('POST', '/api/publish');

  const args = [...new Set((await readFile(log, 'utf8')).split('\n'))].filter((arg) => arg !== '');
  expect(args).toEqual(expect.arrayContaining(['cat-file', 'update-ref', 'for-each-ref']));
  const dir = `--git-dir=${studio.dataDir}/repository.git`;
  expect(args.filter((arg) => arg !== dir && !ours.some((form) => form.test(arg)))).toEqual([]);
});
