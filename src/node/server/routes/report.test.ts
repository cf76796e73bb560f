import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStudio, type TestStudio } from '../../../../tests/testStudio.ts';
import type { ReportFacts } from '../../../api/index.ts';
import { figuresOf } from '../../../report/index.ts';

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.close());

test.each(['drafter', 'reviewer', 'legal', 'administrator'] as const)(
  '%s reads the figures',
  async (user) => {
    const { status, body } = await (await studio.signIn(user)).ask<ReportFacts>('GET', '/api/report');
    expect(status).toBe(200);
    expect(body.subjects.map(({ key }) => key)).toContain('511502/food-business-licence');
    const items = figuresOf(body, { division: '511502' }).find(({ id }) => id === 'items');
    expect(items?.items).toContain('511502/food-business-licence');
    expect(items?.items).not.toContain('511500/food-business-licence');
  },
);

test('nobody else does', async () => {
  expect((await studio.app.inject('/api/report')).statusCode).toBe(401);
});
