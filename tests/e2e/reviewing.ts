import type { Locator, Page } from 'playwright-core';
import { ulid } from 'ulid';

/** Asks the server as whoever is signed in on `page`: of a draft that is written to, `tip` is how it was seen. */
export function ask<T>(
  page: Page,
  method: string,
  url: string,
  { body, tip = '' }: { body?: unknown; tip?: string } = {},
): Promise<T> {
  return page.evaluate(
    async (given) => {
      const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string };
      const answer = await fetch(given.url, {
        method: given.method,
        headers: {
          'x-csrf-token': csrf,
          'if-match': `"${given.tip}"`,
          'x-operation-id': given.operation,
          'content-type': typeof given.body === 'string' ? 'text/plain' : 'application/json',
        },
        body: typeof given.body === 'string' ? given.body : JSON.stringify(given.body),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    { method, url, body, tip, operation: ulid() },
  ) as Promise<T>;
}

/** Begins a draft with the texts of `files`; gives its id. */
export async function draftOf(
  page: Page,
  files: ReadonlyMap<string, string>,
  title?: string,
): Promise<string> {
  const [first] = files.keys();
  const draft = await ask<{ id: string; tip: string }>(page, 'POST', '/api/drafts', {
    body: { file: first, title },
  });
  let { tip } = draft;
  for (const [file, body] of files)
    ({ tip } = await ask<{ tip: string }>(page, 'PUT', `/api/drafts/${draft.id}/files/${file}`, {
      body,
      tip,
    }));
  return draft.id;
}

/** Opens the review of a draft and waits until it is there. */
export async function openReview(page: Page, id: string): Promise<void> {
  await page.goto(new URL(`/drafts/${id}/review`, page.url()).href);
  await page.getByRole('heading', { name: '经过' }).waitFor();
}

/** Waits until the page says that something was done. */
export async function done(page: Page, words: string): Promise<void> {
  await page.locator('.done', { hasText: words }).waitFor();
}

/** The part of a review that shows one file, by division and name as a reader sees them. */
export function fileOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}
