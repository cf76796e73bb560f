import { addedFieldsOf, type AddedField } from '../../model/extendedShape.ts';
import { labelOf, wordsOf } from '../../model/field.ts';
import { valueAt } from '../../model/path.ts';
import type { Schema, Words } from '../../model/schemas.ts';
import type { Subject } from './subject.ts';
import type { AddedFact } from './types.ts';

/** What the guide says of the fields that the catalogue adds, those that are published and in use, in their order. */
export function addedFacts(subject: Subject): AddedFact[] {
  return addedFieldsOf(subject.lookups.shape).flatMap((field) => {
    const { section, retired } = field.said;
    if (section === undefined || section === 'none' || retired !== undefined) return [];
    return placesOf(subject.item, field.holder).flatMap(({ pointer, value, name }) => {
      const said = valueAt(value, [field.key]);
      const words = said === undefined ? '' : inWords(field.schema, said, subject);
      if (words === '') return [];
      return [
        {
          section,
          pointer: `${pointer}/${field.key}`,
          label: labelled(field, name),
          value: words,
          basis: [],
          ...linkOf(field, said),
        },
      ];
    });
  });
}

/** The groups of fields at `holder`, with the names of the list elements that they stand in. */
function placesOf(item: unknown, holder: readonly string[]) {
  let here: { pointer: string; value: unknown; name: string }[] = [{ pointer: '', value: item, name: '' }];
  for (const step of holder)
    here = here.flatMap(({ pointer, value, name }) => {
      if (step !== '*') return [{ pointer: `${pointer}/${step}`, value: valueAt(value, [step]), name }];
      if (!Array.isArray(value)) return [];
      return value.map((element: unknown, i) => ({
        pointer: `${pointer}/${i}`,
        value: element,
        name: nameOf(element),
      }));
    });
  return here;
}

function nameOf(element: unknown): string {
  const name = ['name', 'text', 'question', 'id']
    .map((key) => valueAt(element, [key]))
    .find((one) => typeof one === 'string');
  return typeof name === 'string' ? name : '';
}

function labelled({ schema }: AddedField, name: string): Words {
  const { zh, en } = wordsOf(schema);
  return name === '' ? { zh, en } : { zh: `${zh}（${name}）`, en: `${en} (${name})` };
}

function linkOf({ said }: AddedField, value: unknown): Pick<AddedFact, 'href' | 'file'> {
  if (typeof value !== 'string') return {};
  if (said.type === 'link') return { href: value };
  return said.type === 'file' ? { file: value } : {};
}

/** A value in Chinese words; nothing where it is none that the field may have. */
function inWords(schema: Schema, value: unknown, subject: Subject): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value
      .map((element) => inWords(schema.items ?? {}, element, subject))
      .filter((words) => words !== '')
      .join('、');
  if (typeof value !== 'string') return '';
  if (schema.enum !== undefined) return labelOf(schema, value).zh;
  const { lookups } = subject;
  switch (schema['x-ref']) {
    case 'law': {
      const title = lookups.law(value)?.title;
      return title === undefined ? value : `《${title}》`;
    }
    case 'agency':
      return lookups.agency(value)?.name ?? value;
    case 'window':
      return lookups.window(value)?.name ?? value;
    case 'item':
      return lookups.itemName(value) ?? value;
    default: {
      const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
      return day === null ? value : `${day[1]} 年 ${Number(day[2])} 月 ${Number(day[3])} 日`;
    }
  }
}
