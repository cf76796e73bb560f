import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStudio, type TestStudio } from '../../../../tests/testStudio.ts';

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.close());

const get = (url: string, headers: Record<string, string> = {}) => studio.app.inject({ url, headers });

/** The value of one figure, by its name and labels as Prometheus writes them. */
async function figure(name: string): Promise<number | undefined> {
  const line = (await get('/metrics')).body.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length));
}

describe('the figures', () => {
  it('count answers by the pattern of the address, which names no draft', async () => {
    await get('/api/drafts/01ARZ3NDEKTSV4RRFFQ69G5FAV');
    await get('/no-such-page-1');
    await get('/no-such-page-2');
    const { body, headers } = await get('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toContain(
      'guicheng_http_answers_total{method="GET",route="/api/drafts/:id",status="401"} 1',
    );
    expect(body).not.toContain('01ARZ3NDEKTSV4RRFFQ69G5FAV');
    expect(body).not.toContain('no-such-page');
  });

  it('tell drafts by state and whether the site is behind main', async () => {
    expect(await figure('guicheng_site_behind')).toBe(1);
    expect(await figure('guicheng_drafts{state="editing"}')).toBeUndefined();
    const drafter = await studio.signIn('drafter');
    await studio.draft(drafter, '511502/food-business-licence.yaml');
    expect(await figure('guicheng_drafts{state="editing"}')).toBe(1);
    expect(await figure('guicheng_data_free_bytes')).toBeGreaterThan(0);
  });

  it.each<Record<string, string>>([{ 'x-forwarded-for': '10.0.0.9' }, { forwarded: 'for=10.0.0.9' }])(
    'are told to no one who asks through a proxy: %o',
    async (headers) => expect((await get('/metrics', headers)).statusCode).toBe(404),
  );
});

describe('readiness', () => {
  it('is there while main can be read', async () => {
    expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
  });

  it('goes with the repository, and the process is alive all the same', async () => {
    const broken = await openTestStudio();
    broken.store.main = () => Promise.reject(new Error('the disk is gone'));
    const answer = await broken.app.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not ready', reason: 'repository' }]);
    expect((await broken.app.inject('/healthz')).statusCode).toBe(200);
    await broken.close();
  });
});
