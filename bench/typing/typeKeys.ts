import type { Page } from 'playwright-core';

/** A key, what the field then says, and whether an error is then shown. */
export interface Key {
  key: string;
  /** Left out where the field is no input. */
  value?: string;
  wrong: boolean;
}

export interface KeyTimes {
  /** Milliseconds from each key to the paint that shows it. */
  echo: number[];
  /** Milliseconds from each key to the paint in which its error has come or gone. */
  shown: number[];
}

/**
 * Types `keys` into what has the focus. The next key comes when the one before is painted (`echo`), or when its
 * error is (`shown`). `error` is the selector of a shown error, see `stopwatch.js`.
 */
export async function typeKeys(
  page: Page,
  keys: readonly Key[],
  { after, error }: { after: 'echo' | 'shown'; error: string },
): Promise<KeyTimes> {
  const times: KeyTimes = { echo: [], shown: [] };
  for (const { key, value, wrong } of keys) {
    const expected = JSON.stringify({ value, wrong, error });
    await page.evaluate(`stopwatch.arm(${expected})`);
    await page.keyboard.press(key);
    times.echo.push(await waited(page, 'echo'));
    if (after === 'shown') times.shown.push(await waited(page, 'shown'));
  }
  return times;
}

async function waited(page: Page, what: 'echo' | 'shown'): Promise<number> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`No ${what} of a key within 30 s at ${page.url()}`)), 30_000).unref();
  });
  return Promise.race([page.evaluate(`stopwatch.${what}()`) as Promise<number>, late]);
}

/** `count` keys by which a text of one letter comes and goes; it is an error where it is gone. */
export function oneLetter(count: number): Key[] {
  return Array.from({ length: count }, (_, i): Key => {
    const there = i % 2 === 0;
    return { key: there ? 'x' : 'Backspace', value: there ? 'x' : '', wrong: !there };
  });
}

/** `count` keys by which a letter too many comes and goes behind a word of a fixed set. */
export function letterTooMany(count: number): Key[] {
  return Array.from({ length: count }, (_, i): Key => {
    const there = i % 2 === 0;
    return { key: there ? 'x' : 'Backspace', wrong: there };
  });
}
