import type { Draft, Item } from '../../src/model/item.ts';
import { questionsOf } from '../../src/procedure/index.ts';

/** A name inside an item that other fields of it may refer to. */
export interface InnerName {
  id: string;
  text: string;
}

export interface InnerQuestion extends InnerName {
  kind: 'choice' | 'number';
  unit?: string;
  options: InnerName[];
}

/** What fields of one item may refer to inside it. */
export interface InnerNames {
  questions: InnerQuestion[];
  materials: InnerName[];
  steps: InnerName[];
  conditions: InnerName[];
  forms: InnerName[];
  variants: InnerName[];
  /** Of a bundle. */
  members: InnerName[];
}

/**
 * The names of `item`, and of what the levels above say where it is a layer. Either may be anything a draft
 * holds; what has no id is no name.
 */
export function innerNames(item: unknown, inherited?: unknown): InnerNames {
  const list = (...path: string[]) => byId([...elements(inherited, path), ...elements(item, path)]);
  // The variants are asked for before the item's own questions, as cases take them.
  const asked = questionsOf({ questions: list('questions'), variants: list('variants') } as Draft<Item>);
  return {
    questions: asked.filter(isNamed).map((question) => ({
      ...nameOf(question),
      kind: question['kind'] === 'number' ? 'number' : 'choice',
      ...(typeof question['unit'] === 'string' && { unit: question['unit'] }),
      options: elements(question, ['options']).map(nameOf),
    })),
    materials: list('materials', 'list').map(nameOf),
    steps: list('procedure', 'steps').map(nameOf),
    conditions: list('conditions', 'grant').map(nameOf),
    forms: list('forms', 'list').map(nameOf),
    variants: list('variants').map(nameOf),
    members: list('members').map(nameOf),
  };
}

type Named = Record<string, unknown> & { id: string };

function elements(value: unknown, path: readonly string[]): Named[] {
  let here = value;
  for (const step of path)
    here =
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? (here as Record<string, unknown>)[step]
        : undefined;
  return Array.isArray(here) ? here.filter(isNamed) : [];
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';
}

/** Elements once each, what is lower taking the place of what is higher. */
function byId(all: Named[]): Named[] {
  const map = new Map<string, Named>();
  for (const one of all) map.set(one.id, { ...map.get(one.id), ...one });
  return [...map.values()];
}

function nameOf(value: Named): InnerName {
  const words = value['name'] ?? value['text'];
  return { id: value.id, text: typeof words === 'string' && words !== '' ? words : value.id };
}
