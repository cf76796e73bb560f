import type { GuideView } from './types.ts';

/** JSON of each thing that a guide says, by its name in the view. */
export type FieldTexts = Readonly<Partial<Record<keyof GuideView, string>>>;

let last: { view: GuideView; texts: FieldTexts } | undefined;

/** JSON of parts of views that many guides have, once it is known. */
const recurring = new WeakMap<object, { text?: string }>();

/** Has the JSON of `part`, or of the fields that it brings along, remembered: it will be in more views. */
export function willRecur(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  recurring.set(part, {});
  if (Array.isArray(part)) return;
  for (const field of Object.values(part))
    if (typeof field === 'object' && field !== null) recurring.set(field, {});
}

/** The JSON of each field of `view`; whoever asks again before another view was asked of gets the same. */
export function fieldTexts(view: GuideView): FieldTexts {
  if (last?.view === view) return last.texts;
  const texts: Partial<Record<keyof GuideView, string>> = {};
  for (const key of Object.keys(view) as (keyof GuideView)[]) {
    const value = view[key];
    if (value !== undefined) texts[key] = textOf(value);
  }
  last = { view, texts };
  return texts;
}

function textOf(value: NonNullable<GuideView[keyof GuideView]>): string {
  const known = typeof value === 'object' ? recurring.get(value) : undefined;
  return known === undefined ? JSON.stringify(value) : (known.text ??= JSON.stringify(value));
}

/** The JSON of a view, as `JSON.stringify` writes it. */
export function viewText(view: GuideView): string {
  const entries = Object.entries(fieldTexts(view)).map(([key, text]) => `"${key}":${text}`);
  return `{${entries.join(',')}}`;
}
