import type { EffectiveItem, TranslatableText, Translation } from '../../src/catalogue/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { childSchema, fieldAt, wordsOf } from '../../src/model/field.ts';
import { pathOf, positionPath, valueAt, type Path } from '../../src/model/path.ts';
import { followed, type Words } from '../../src/model/schemas.ts';

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
      const title = fieldAt('item', [key], undefined, shape)?.title ?? { zh: key, en: key };
      groups.set(key, (group = { key, title, rows: [] }));
    }
    const title = titleOf(steps, levels, shape);
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

/** What names an element of a list, the first that it has. */
const names = ['name', 'question', 'text'];

function titleOf(steps: Path, levels: readonly EffectiveItem[], shape: CatalogueShape): Words {
  const item = levels.find((level) => positionPath(level.item, steps) !== undefined)?.item;
  let schema = followed(shape.schemas.item);
  const words: Words[] = [];
  for (const [i, step] of steps.entries()) {
    const isElement = schema.type === 'array';
    schema = childSchema(schema, step) ?? {};
    // The part is named above, and its only list goes by its name.
    if (i === 0 || step === 'list') continue;
    if (!isElement) words.push(wordsOf(schema));
    else if (i < steps.length - 1) words.push(elementName(item, steps.slice(0, i + 1), steps[i + 1]!));
  }
  const title = words.filter(({ zh }) => zh !== '');
  return { zh: title.map(({ zh }) => zh).join(' · '), en: title.map(({ en }) => en).join(' · ') };
}

/** An element by its name; not where the text is that name, which stands beside it anyway. */
function elementName(item: unknown, path: Path, next: string | number): Words {
  const at = positionPath(item, path);
  const element = at === undefined ? undefined : valueAt(item, at);
  const key = names.find((name) => typeof valueAt(element, [name]) === 'string');
  const name = key === undefined || key === next ? '' : String(valueAt(element, [key]));
  return { zh: name, en: name };
}
