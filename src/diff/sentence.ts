import { childSchema } from '../model/field.ts';
import { schemas, type FileKind, type Words } from '../model/schemas.ts';
import { clipPair } from './clip.ts';
import { describe, isProse, listed, quoted, shown, type Reader } from './describe.ts';
import type { Difference, Place } from './differences.ts';
import { canonical, entryOf } from './sameValue.ts';
import { elementLabel, titleOf } from './titles.ts';

/**
 * A difference as a sentence, with the field that it is about: 办理时限 › 承诺时限：20 个工作日 → 10 个工作日
 * （缩短，利企便民）. `reason` is why it is better or worse for the applicant.
 */
export function sentenceOf(
  kind: FileKind,
  difference: Difference,
  reader: Reader,
  reason: Words | undefined,
): { field: Words; words: Words } {
  const { place, element } = difference;
  const trail = element === undefined ? place.trail : place.trail.slice(0, -1);
  const field = trail.length > 0 ? joined(trail, ' › ') : titleOf(schemas[kind], kind);
  const event = eventOf(difference, reader);
  return {
    field,
    words: {
      zh: `${field.zh}：${event.zh}${reason ? `（${reason.zh}）` : ''}`,
      en: `${field.en}: ${event.en}${reason ? ` (${reason.en})` : ''}`,
    },
  };
}

function eventOf(difference: Difference, reader: Reader): Words {
  const { kind, place, before, after, element } = difference;
  switch (kind) {
    case 'moved':
      return element === undefined ? reordered : moved(place.trail.at(-1)!, element.behind);
    case 'added':
      return after !== undefined && isTakenOut(after)
        ? phrase('去掉上级的', "takes out the upper level's", subject(difference, after, reader))
        : phrase('新增', 'added', subject(difference, after, reader));
    case 'removed':
      return isTakenOut(before)
        ? phrase(
            '不再去掉上级的',
            "no longer takes out the upper level's",
            subject(difference, before, reader),
          )
        : phrase('删去', 'removed', subject(difference, before, reader));
    case 'changed':
      return changed(place, before, after, reader);
  }
}

const reordered: Words = { zh: '调整顺序', en: 'reordered' };

/** What was added or removed: a file or an element by its name, else the value. */
function subject({ place, element }: Difference, value: unknown, reader: Reader): Words {
  if (element !== undefined) return quoted(place.trail.at(-1)!);
  if (place.path.length > 0) return describe(place.schema, value, reader);
  const id = entryOf(value, 'id');
  const named = entryOf(value, 'basics') ?? value;
  // What is about an item and has no name of its own goes by the item's.
  const item = entryOf(value, 'item');
  const about = typeof item === 'string' ? reader.lookups?.itemName(item) : undefined;
  return quoted(elementLabel(named, about ?? (typeof id === 'string' ? id : '')));
}

function isTakenOut(value: unknown): boolean {
  return entryOf(value, '$remove') === true;
}

function moved(label: Words, behind: Words | undefined): Words {
  const it = quoted(label);
  if (behind === undefined) return { zh: `${it.zh}移到最前`, en: `${it.en} moved to the front` };
  const other = quoted(behind);
  return { zh: `${it.zh}移到${other.zh}之后`, en: `${it.en} moved behind ${other.en}` };
}

function changed(place: Place, before: unknown, after: unknown, reader: Reader): Words {
  const { schema } = place;
  if (Array.isArray(before) && Array.isArray(after) && schema?.['x-key'] === undefined)
    return listChanged(place, before, after, reader);
  if (typeof before === 'string' && typeof after === 'string' && isProse(schema)) {
    const [was, is] = clipPair(before, after, shown);
    if (was === is) return { zh: '只改了空白', en: 'only white space changed' };
    return arrow({ zh: `“${was}”`, en: `"${was}"` }, { zh: `“${is}”`, en: `"${is}"` });
  }
  return arrow(describe(schema, before, reader), describe(schema, after, reader));
}

/** 新增“甲”；删去“乙”: a list without ids, whose elements come and go by value. */
function listChanged({ schema }: Place, before: unknown[], after: unknown[], reader: Reader): Words {
  const element = schema && childSchema(schema, 0);
  const parts = [
    { zh: '新增', en: 'added', values: without(after, before) },
    { zh: '删去', en: 'removed', values: without(before, after) },
  ].filter(({ values }) => values.length > 0);
  return joined(
    parts.map(({ zh, en, values }) =>
      phrase(zh, en, listed(values.map((value) => describe(element, value, reader)))),
    ),
    '；',
    '; ',
  );
}

/** The elements of `list` that `other` has not, as often as it has them less. */
function without(list: unknown[], other: unknown[]): unknown[] {
  const left = new Map<string, number>();
  for (const value of other) left.set(canonical(value), (left.get(canonical(value)) ?? 0) + 1);
  return list.filter((value) => {
    const number = left.get(canonical(value)) ?? 0;
    left.set(canonical(value), number - 1);
    return number <= 0;
  });
}

function phrase(zh: string, en: string, what: Words): Words {
  const gap = /^[\dA-Za-z]/.test(what.zh) ? ' ' : '';
  return { zh: `${zh}${gap}${what.zh}`, en: `${en} ${what.en}` };
}

function arrow(before: Words, after: Words): Words {
  return { zh: `${before.zh} → ${after.zh}`, en: `${before.en} → ${after.en}` };
}

function joined(all: readonly Words[], zh: string, en = zh): Words {
  return { zh: all.map((words) => words.zh).join(zh), en: all.map((words) => words.en).join(en) };
}
