import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CatalogueView, DraftView, Problem, PublishView, Session } from '../../../api/index.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// The drafter is of the county’s market regulation, the administrator the one who sets national procedures; the
// reviewer signs for the county alone.
const people = `people:
  - id: county
    name: 翠屏区市场监管局
    subjects: ["local:drafter"]
    grants: [{id: a, roles: [drafter], divisions: ["511502"], departments: [market-regulation]}]
  - id: owner
    name: 市场监管总局
    subjects: ["local:administrator"]
    grants: [{id: a, roles: [drafter], divisions: ["000000"], departments: [market-regulation]}]
  - id: signer
    name: 区审核员
    subjects: ["local:reviewer"]
    grants:
      - {id: a, roles: [reviewer], divisions: ["511502"], below: true}
      - {id: b, roles: [administrator], divisions: ["511502"]}
`;
const base = '000000/food-business-licence.yaml';
const layer = '511502/food-business-licence.yaml';
const others = '511502/forest-felling-licence.yaml';
const objection = 'objections/511502/food-limit.yaml';
const asked = `id: food-limit
division: "511502"
item: food-business-licence
path: /limits/statutory
kind: lax
reason: 二十日偏长，申请人等不起。
filed: {by: 翠屏区政务服务中心, date: 2026-03-01}
`;
const answered = `${asked}answer: {decision: partly, text: 先压缩承诺时限。, by: 市场监管总局, date: 2026-04-01}\n`;

let studio: TestStudio;
let [county, owner, signer, legal]: Client[] = [];
beforeAll(async () => {
  studio = await openTestStudio({ changes: new Map([['governance/people.yaml', people]]) });
  [county, owner, signer, legal] = await Promise.all(
    (['drafter', 'administrator', 'reviewer', 'legal'] as const).map((user) => studio.signIn(user)),
  );
});
afterAll(() => studio.close());

const begin = (client: Client | undefined, file: string) =>
  client!.ask<DraftView & Problem>('POST', '/api/drafts', { payload: { file } });
const save = (client: Client | undefined, { id, tip }: DraftView, path: string, text: string) =>
  client!.write<Problem>('PUT', `/api/drafts/${id}/files/${path}`, tip, text);
const read = async (client: Client | undefined, { id }: DraftView) =>
  (await client!.ask<DraftView>('GET', `/api/drafts/${id}`)).body;
const act = async (client: Client | undefined, draft: DraftView, deed: object) =>
  client!.write<DraftView & Problem>(
    'POST',
    `/api/drafts/${draft.id}/acts`,
    (await read(client, draft)).tip,
    deed,
  );
const sampleText = (path: string) => readFile(new URL(`../../../../items/${path}`, import.meta.url), 'utf8');

test('who signs in is told what is theirs', async () => {
  const { body } = await county!.ask<Session>('GET', '/api/session');
  expect(body.person).toEqual({
    subject: 'local:drafter',
    name: '翠屏区市场监管局',
    roles: ['drafter'],
    grants: [
      {
        roles: ['drafter'],
        where: [{ division: '511502', below: false, departments: ['market-regulation'] }],
      },
    ],
  });
});

test('a lower division begins no draft of a base, of another department’s layer or of what all share', async () => {
  const refused = await begin(county, base);
  expect(refusal(refused)).toEqual([403, 'forbidden']);
  expect(refused.body.message).toMatch(/国家市场监督管理部门制定.*提出异议/);
  for (const file of [others, '511500/adopt.yaml', 'catalogue.yaml', 'governance/people.yaml'])
    expect(refusal(await begin(county, file)), file).toEqual([403, 'forbidden']);
  for (const file of [layer, '511502/adopt.yaml', objection])
    expect((await begin(county, file)).status, file).toBe(201);
});

test('a draft that is theirs takes no file that is not, by save, upload or revert', async () => {
  const { body: draft } = await begin(county, layer);
  const text = await sampleText(base);
  for (const path of [base, others, '000000/new-licence.yaml', 'laws/new-law.yaml']) {
    const content = path.startsWith('laws') ? 'id: new-law\nkind: law\n' : text;
    expect(refusal(await save(county, draft, path, content)), path).toEqual([403, 'forbidden']);
  }
  const form = await county!.ask('PUT', `/api/drafts/${draft.id}/files/forms/food-application.docx`, {
    payload: await readFile(new URL('../../../../items/forms/proxy.docx', import.meta.url)),
    headers: {
      'content-type': 'application/octet-stream',
      'if-match': `"${draft.tip}"`,
      'x-operation-id': ulid(),
    },
  });
  expect(refusal(form)).toEqual([403, 'forbidden']);
  const reverted = await county!.ask('DELETE', `/api/drafts/${draft.id}/files/${base}`, {
    headers: { 'if-match': `"${draft.tip}"`, 'x-operation-id': ulid() },
  });
  expect(refusal(reverted)).toEqual([403, 'forbidden']);
  expect((await read(county, draft)).tip).toBe(draft.tip);
  expect((await save(county, draft, layer, await sampleText(layer))).status).toBe(200);
});

test('a draft with somebody else’s file is neither theirs to edit nor to submit, and says why', async () => {
  const { body: draft } = await begin(owner, base);
  const text = draft.contents[0]!.text;
  expect((await save(owner, draft, base, `# 已核对\n${text}`)).status).toBe(200);
  expect(refusal(await act(county, draft, { kind: 'submit' }))).toEqual([403, 'forbidden']);
  const { may } = await read(county, draft);
  expect(may.edit).toMatchObject({ kind: 'refused', reason: expect.stringContaining('不在您的职责范围内') });
  expect(may.submit).toMatchObject({ kind: 'refused' });
  expect(may.comment).toEqual({ kind: 'allowed' });
  expect((await act(owner, draft, { kind: 'submit' })).status).toBe(200);
  // Signing is bound to places as writing is.
  expect((await read(signer, draft)).may.approve).toMatchObject({ kind: 'refused' });
  expect(refusal(await act(signer, draft, { kind: 'approve', role: 'reviewer' }))).toEqual([
    403,
    'forbidden',
  ]);
});

test('a file of somebody else’s beside one’s own keeps nobody from writing their own', async () => {
  const { body: draft } = await begin(owner, base);
  expect((await save(owner, draft, base, `# 已核对\n${draft.contents[0]!.text}`)).status).toBe(200);
  const text = `# 已核对\n${await sampleText(layer)}`;
  expect((await save(county, await read(county, draft), layer, text)).status).toBe(200);
  const { may, mayWrite } = await read(county, draft);
  expect(may.edit).toEqual({ kind: 'allowed' });
  expect(mayWrite).toMatchObject({ [base]: { kind: 'refused' }, [layer]: { kind: 'allowed' } });
});

test('a base cannot be given to a department that is not the writer’s', async () => {
  const { body: draft } = await begin(owner, base);
  const given = draft.contents[0]!.text.replace(
    'decides: {department: market-regulation',
    'decides: {department: health',
  );
  expect(refusal(await save(owner, draft, base, given))).toEqual([403, 'forbidden']);
});

test('an objection is raised below and answered by the owner of the base alone', async () => {
  const { body: raised } = await begin(county, objection);
  expect(refusal(await save(county, raised, objection, answered))).toEqual([403, 'forbidden']);
  expect((await save(county, raised, objection, asked)).status).toBe(200);
  expect((await act(county, raised, { kind: 'submit' })).status).toBe(200);
  const { body: signed } = await act(signer, raised, { kind: 'approve', role: 'reviewer' });
  // Whom the list leaves out goes by their account.
  if (signed.state.kind !== 'merged') await act(legal, raised, { kind: 'approve', role: 'legal' });
  expect((await read(county, raised)).state.kind).toBe('merged');
  const { body: reply } = await begin(owner, objection);
  expect(refusal(await save(county, reply, objection, answered))).toEqual([403, 'forbidden']);
  expect((await save(owner, reply, objection, answered)).status).toBe(200);
  expect((await act(owner, reply, { kind: 'submit' })).status).toBe(200);
});

test('the catalogue tells whose each file is', async () => {
  const { body } = await county!.ask<CatalogueView>('GET', '/api/catalogue');
  expect(body.rows.find(({ file }) => file === layer)?.departments).toEqual(['market-regulation']);
  expect(body.others.find(({ file }) => file === '511502/adopt.yaml')?.owners).toMatchObject([
    { kind: 'division', above: ['511502', '511500', '510000', '000000'] },
  ]);
});

test('who administers one place publishes nothing and sees nobody else’s sessions', async () => {
  const { body } = await signer!.ask<PublishView>('GET', '/api/publish');
  expect(body.may).toMatchObject({ kind: 'refused', reason: expect.stringContaining('全部范围') });
  expect(refusal(await signer!.ask('POST', '/api/publish'))).toEqual([403, 'forbidden']);
  expect(refusal(await signer!.ask('GET', '/api/access'))).toEqual([403, 'forbidden']);
  const { body: seen } = await signer!.ask<{ subject: string }[]>('GET', '/api/sessions');
  expect(new Set(seen.map(({ subject }) => subject))).toEqual(new Set(['local:reviewer']));
});
