import { once } from 'node:events';
import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../src/api/index.ts';
import { openTestStudio, type Client, type TestStudio } from '../testStudio.ts';
import { randomOf, type Random } from './random.ts';

/** Requests that this run makes up; the seed makes the same ones again. */
const [rounds, seed] = [Number(process.env['FUZZ_ROUNDS'] ?? 300), Number(process.env['FUZZ_SEED'] ?? 1)];
const file = '511502/food-business-licence.yaml';

let studio: TestStudio;
let clients: Client[];
let draft: { id: string; tip: string };
beforeAll(async () => {
  studio = await openTestStudio();
  clients = await Promise.all(
    (['drafter', 'reviewer', 'legal', 'administrator'] as const).map((user) => studio.signIn(user)),
  );
  draft = await studio.draft(clients[0]!, file);
}, 60_000);
afterAll(() => studio.close());

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202e夜',
  '\ud800',
  '😀'.repeat(50),
  '取水许可',
  '-x',
  '--upload-pack=touch x',
  '..',
  '../../etc/passwd',
  '..%2f..%2faccounts.json',
  '%2e%2e%2faccounts.json',
  '%',
  '%zz',
  '%00',
  '%ff%fe',
  '000000/../accounts.json',
  '511502/.git/config.yaml',
  'refs/heads/main',
  'C:\\windows\\x.yaml',
  "'; drop table x; --",
  '${jndi:ldap://x}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  'a'.repeat(300),
  'a'.repeat(20_000),
  '0'.repeat(26),
  '7'.repeat(26),
  '8'.repeat(26),
  '0'.repeat(40),
  'HEAD',
  'null',
  '1e999',
  '-1',
];
const values: unknown[] = [
  ...texts,
  null,
  true,
  0,
  -1,
  1e308,
  [],
  {},
  [[]],
  { __proto__: 1 },
  { kind: 'submit' },
  Array.from({ length: 1000 }, () => 0),
];
const kinds = [
  'submit',
  'approve',
  'return',
  'withdraw',
  'comment',
  'merge',
  'publish',
  'create',
  '',
  'import',
];
const names = [
  'kind',
  'role',
  'reason',
  'text',
  'file',
  'path',
  'title',
  'user',
  'password',
  '__proto__',
  'x',
];

function path(random: Random): string {
  const strange = () => encodeURIComponent(wellFormed(random.one(texts)));
  const id = random.one([
    draft.id,
    draft.id,
    ulid(),
    strange(),
    wellFormed(random.one(texts)).replaceAll(/[\s#?]/g, ''),
  ]);
  const place = random.one([
    file,
    '000000/new.yaml',
    `000000/${strange()}.yaml`,
    strange(),
    random.one(texts),
  ]);
  // Mostly where something can be done; the rest is where nothing should be.
  if (random.below(3) > 0)
    return random.one([
      '/api/drafts',
      `/api/drafts/${draft.id}/acts`,
      `/api/drafts/${draft.id}/acts`,
      `/api/drafts/${draft.id}/files/${file}`,
      `/api/drafts/${draft.id}/files/${place}`,
      '/api/session',
    ]);
  return random.one([
    '/api/session',
    '/api/catalogue',
    '/api/diagnostics',
    '/api/drafts',
    `/api/drafts/${id}`,
    `/api/drafts/${id}/review`,
    `/api/drafts/${id}/acts`,
    `/api/drafts/${id}/files/${place}`,
    `/api/drafts/${draft.id}/files/${place}`,
    '/api/publish',
    `/api/${strange()}`,
    '/site',
    `/site/${place}`,
    `/site/${strange()}/v/${strange()}.html`,
    `/assets/${strange()}`,
    `/${place}`,
    '/healthz',
  ]);
}

/** Text that can stand in an address: a lone surrogate cannot be encoded. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function payload(random: Random, url: string): string | Buffer | undefined {
  // Half of them fit the address, so that what lies behind the first look is reached as well.
  if (random.below(2) === 0) {
    const text = random.one(texts);
    if (url.endsWith('/drafts')) return JSON.stringify({ file, title: text.slice(0, 200) });
    if (url.includes('/files/')) return `id: food-business-licence # ${text}\n`;
    if (url.endsWith('/acts'))
      return JSON.stringify(
        random.one([
          { kind: random.one(['submit', 'withdraw', 'merge']) },
          { kind: 'approve', role: random.one(['reviewer', 'legal']) },
          { kind: 'return', reason: `退${text}` },
          { kind: 'comment', text: `见${text}`, file: text, path: [text, 1] },
        ]),
      );
  }
  const object = () => {
    const entries = Array.from(
      { length: random.below(5) },
      () => [random.one(names), random.one(values)] as const,
    );
    return JSON.stringify({ kind: random.one(kinds), ...Object.fromEntries(entries) });
  };
  return random.one([
    () => undefined,
    object,
    object,
    object,
    () => object().slice(0, random.below(40)),
    () => JSON.stringify(random.one(values)),
    () => random.one(texts),
    () => deep(random.one([64, 5000, 100_000])),
    () => `{"kind":${deep(10_000)}}`,
    () => `{"__proto__":{"admin":true},"kind":"submit"}`,
    () => Buffer.from(Array.from({ length: 200 }, () => random.below(256))),
    () => 'x'.repeat(random.one([1, 300_000, 1_100_000])),
  ])();
}

function headers(random: Random, usualType: string): Record<string, string> {
  // What cannot stand in a header at all is sent by the raw requests below.
  const odd = () =>
    random
      .one(texts)
      .replaceAll(/[^\t\x20-\x7e]/g, '')
      .trim();
  const some = <T>(list: readonly T[]): T | undefined =>
    random.below(30) === 0 ? random.one(list) : undefined;
  const chosen: Record<string, string | undefined> = {
    'content-type': random.one([
      usualType,
      usualType,
      usualType,
      'text/plain',
      'application/xml',
      odd(),
      undefined,
    ]),
    'if-match': random.one([
      `"${draft.tip}"`,
      `"${draft.tip}"`,
      `"${'0'.repeat(40)}"`,
      '*',
      odd(),
      undefined,
    ]),
    'x-operation-id': random.one([ulid(), ulid(), draft.id, odd(), undefined]),
    origin: some(['http://localhost:80', 'null', 'http://evil.example', odd()]),
    host: some(['127.0.0.1:80', 'localhost', 'evil.example', odd()]),
    cookie: some(['guicheng=', `guicheng=${'A'.repeat(43)}`, odd(), 'a'.repeat(5000)]),
    'x-csrf-token': some([odd(), '']),
    accept: some([odd(), 'text/html']),
    'if-none-match': some(['*', odd()]),
    range: some(['bytes=0-', 'bytes=9-1', odd()]),
    'content-encoding': some(['gzip', odd()]),
  };
  return Object.fromEntries(
    Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What no answer may hold: a place in our program, a path of the machine, a hash or salt. */
function secretsOf(body: string): string[] {
  const known = [
    studio.dataDir,
    ...Object.values(studio.passwords),
    'node_modules',
    '"salt"',
    'repository.git',
  ];
  return [
    ...known.filter((secret) => body.includes(secret)),
    ...(body.match(/\bat [\w.<>]+ \(|\.[jt]s:\d+:\d+|root:x:0/g) ?? []),
  ];
}

test(`${rounds} made-up requests are each answered in words, and none is a fault or tells a secret`, async () => {
  const random = randomOf(seed);
  const statuses = new Map<number, number>();
  for (let round = 0; round < rounds; round++) {
    const client = random.below(8) === 0 ? undefined : random.one(clients);
    const url = path(random);
    const usual = url.includes('/files/') ? 'PUT' : /acts$|drafts$|session$/.test(url) ? 'POST' : 'GET';
    const odd = random.one(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'] as const);
    const method = random.below(8) === 0 ? odd : usual;
    // Signing out would end the run of its client.
    if (method === 'DELETE' && url === '/api/session') continue;
    const signed = client && { cookie: client.cookie, 'x-csrf-token': client.session.csrf };
    const body = method === 'GET' || method === 'HEAD' ? undefined : payload(random, url);
    const request: InjectOptions = {
      method,
      url,
      headers: { ...signed, ...headers(random, url.includes('/files/') ? 'text/plain' : 'application/json') },
      ...(body !== undefined && { payload: body }),
    };
    const answer = await studio.app.inject(request);
    const told = JSON.stringify({ round, seed, ...request, payload: String(body).slice(0, 200) });
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
    expect(answer.statusCode, told).toBeLessThan(500);
    expect(secretsOf(answer.body), told).toEqual([]);
    expect(answer.headers['content-security-policy'], told).toBeDefined();
    if (answer.statusCode >= 400 && url.startsWith('/api/') && method !== 'HEAD') {
      const problem = JSON.parse(answer.body) as Problem;
      expect([typeof problem.kind, typeof problem.message, typeof problem.messageEn], told).toEqual(
        Array(3).fill('string'),
      );
    }
    if (url === `/api/drafts/${draft.id}/acts` || url.startsWith(`/api/drafts/${draft.id}/files/`))
      draft.tip = (await studio.store.readDraft(draft.id))!.tip;
  }
  // Both what is taken and what is refused were reached.
  for (const status of [200, 201, 400, 401, 403, 404, 422, 428])
    expect(statuses.get(status) ?? 0, `status ${status} of ${JSON.stringify([...statuses])}`).toBeGreaterThan(
      0,
    );
  expect((await clients[0]!.ask('GET', '/api/catalogue')).status).toBe(200);
}, 600_000);

test.each([
  ['no HTTP', 'hello\r\n\r\n'],
  ['a NUL in the address', 'GET /api/dr\0afts HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['a NUL in a header', 'GET /api/drafts HTTP/1.1\r\nHost: localhost\r\nX-Operation-Id: a\0b\r\n\r\n'],
  [
    'bytes above ASCII in headers',
    'GET /api/drafts HTTP/1.1\r\nHost: localhost\r\nCookie: guicheng=\xff\xfe\r\n\r\n',
  ],
  [
    'two lengths',
    'POST /api/drafts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ],
  [
    'a length and chunks',
    'POST /api/drafts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['two hosts', 'GET /api/drafts HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n'],
  ['no host', 'GET /api/drafts HTTP/1.1\r\n\r\n'],
  ['an absolute address', 'GET http://evil.example/api/drafts HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['a bad escape', 'GET /api/drafts/% HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['upward steps', 'GET /site/../../accounts.json HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['a header of 100 KiB', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['ten thousand headers', `GET / HTTP/1.1\r\nHost: localhost\r\n${'x: y\r\n'.repeat(10_000)}\r\n`],
  ['another protocol', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ['an upgrade', 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
])('raw bytes with %s end in a refusal or an end, and the server goes on', async (_, bytes) => {
  const url = await serverUrl();
  const socket = connect(Number(url.port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
  // Cut off in mid-send counts as refused.
  socket.on('error', () => undefined);
  socket.end(Buffer.from(bytes, 'latin1'));
  await once(socket, 'close');
  if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 (2|3|4)\d\d /);
  expect(secretsOf(answer)).toEqual([]);
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
});

let listening: Promise<string> | undefined;
async function serverUrl(): Promise<URL> {
  listening ??= studio.app.listen({ port: 0, host: '127.0.0.1' });
  return new URL(await listening);
}
