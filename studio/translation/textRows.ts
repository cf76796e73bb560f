import type { EffectiveItem, TranslatableText, Translation } from '../../src/catalogue/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { pathOf, positionPath, valueAt, type Path } from '../../src/model/path.ts';
import type { Words } from '../../src/model/schemas.ts';
import { naming, partTitle, textTitle } from './textTitle.ts';

/** Whether an entry of a translation translates what the item says now. */
export type TextState =
  | { kind: 'current' }
  /** The item says other words there now. */
  | { kind: 'changed'; now: string }
  /** Nothing is said there any more. */
  | { kind: 'gone' };

/** An entry of a translation, as the form shows it. */
export interface TextRow {
  /** Its position in the file. */
  at: number;
  path: string;
  zh: string;
  en: string;
  /** What the text is: the titles of its fields below the section, its element by its name. */
  title: Words;
  state: TextState;
}

/** The entries of a part of the item. */
export interface TextGroup {
  key: string;
  title: Words;
  rows: TextRow[];
}

/** What is asked of the item that is translated. */
interface Translated {
  texts: readonly TranslatableText[];
  levels: readonly EffectiveItem[];
  shape: CatalogueShape;
}

/** The entries of `translation` by the parts of the item, parts and entries in the order of the file. */
export function textGroups(translation: Translation, { texts, levels, shape }: Translated): TextGroup[] {
  const said = new Map(texts.map((text) => [text.path, text.said]));
  const groups = new Map<string, TextGroup>();
  for (const [at, one] of (translation.texts ?? []).entries()) {
    const { path = '', zh = '', en = '' } = one ?? {};
    const steps = pathOf(path);
    const key = String(steps[0] ?? '');
    let group = groups.get(key);
    if (group === undefined) {
      groups.set(key, (group = { key, title: partTitle(steps, shape), rows: [] }));
    }
    const title = textTitle(steps, shape, (element, next) => elementName(levels, element, next));
    group.rows.push({ at, path, zh, en, title, state: stateOf(zh, said.get(path) ?? saidAt(steps, levels)) });
  }
  return [...groups.values()];
}

/** What the levels of the item say at a place of which the English page shows nothing. */
function saidAt(steps: Path, levels: readonly EffectiveItem[]): string[] {
  return levels.flatMap(({ item }) => {
    const at = positionPath(item, steps);
    const text = at === undefined ? undefined : valueAt(item, at);
    return typeof text === 'string' ? [text] : [];
  });
}

function stateOf(zh: string, said: readonly string[]): TextState {
  const [now] = said;
  if (now === undefined) return { kind: 'gone' };
  return said.includes(zh) ? { kind: 'current' } : { kind: 'changed', now };
}

/** The name of an element at the first level of the item that has it. */
function elementName(levels: readonly EffectiveItem[], path: Path, next: Path[number]): string {
  for (const { item } of levels) {
    const at = positionPath(item, path);
    if (at === undefined) continue;
    const element = valueAt(item, at);
    const key = naming.find((name) => typeof valueAt(element, [name]) === 'string');
    return key === undefined || key === next ? '' : String(valueAt(element, [key]));
  }
  return '';
}
