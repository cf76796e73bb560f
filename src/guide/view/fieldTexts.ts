import type { GuideView } from './types.ts';

/** JSON of each thing that a guide says, by its name in the view. */
export type FieldTexts = Readonly<Partial<Record<keyof GuideView, string>>>;

let last: { view: GuideView; texts: FieldTexts } | undefined;

/** The JSON of each field of `view`; whoever asks again before another view was asked of gets the same. */
export function fieldTexts(view: GuideView): FieldTexts {
  if (last?.view === view) return last.texts;
  const texts: Partial<Record<keyof GuideView, string>> = {};
  for (const key of Object.keys(view) as (keyof GuideView)[]) {
    const value = view[key];
    if (value !== undefined) texts[key] = JSON.stringify(value);
  }
  last = { view, texts };
  return texts;
}

/** The JSON of a view, as `JSON.stringify` writes it. */
export function viewText(view: GuideView): string {
  const entries = Object.entries(fieldTexts(view)).map(([key, text]) => `"${key}":${text}`);
  return `{${entries.join(',')}}`;
}
