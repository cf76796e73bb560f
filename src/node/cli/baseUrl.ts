import { UsageError } from './exit.ts';

/** The value of `--base-url`: where the site stands, without a slash at its end. Throws a `UsageError` for anything else. */
export function baseUrlOf(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new UsageError(
      '--base-url 要是以 https:// 或 http:// 开头的网址。',
      '--base-url is an address that begins with https:// or http://.',
    );
  let end = text.length;
  while (text[end - 1] === '/') end--;
  return text.slice(0, end);
}
