import { fieldChoices, type FieldChoice } from '../../src/exchange/import/pointing/index.ts';
import { fieldAt, wordsOf } from '../../src/model/field.ts';
import type { Path } from '../../src/model/path.ts';
import { followed, type Schema } from '../../src/model/schemas.ts';
import { fieldKind } from '../form/fieldKind.ts';

/** What names an item among others: the same in many would be no name. */
const names = new Set(['id', 'basics.name', 'basics.basicCode', 'basics.localCode']);

/** Controls whose value is one thing: a group is changed field by field, so that nothing beside the field is lost. */
const single = new Set(['text', 'choice', 'reference', 'number', 'money', 'flag', 'choices', 'texts']);

/** The fields of an item that can be set to one value in many: those in no list, and lists of plain values. */
export function bulkFields(): FieldChoice[] {
  return fieldChoices('item')
    .filter(({ to }) => !to.includes('[') && !names.has(to))
    .flatMap((choice): FieldChoice[] => {
      const schema = fieldAt('item', bulkPath(choice))?.schema;
      if (schema === undefined) return [];
      if (isSingle(schema)) return [choice];
      if (fieldKind(schema).kind !== 'group') return [];
      return Object.entries(schema.properties ?? {})
        .filter(([, child]) => isSingle(child))
        .map(([key, child]) => {
          const { zh, en } = wordsOf(followed(child));
          const title = { zh: `${choice.title.zh} › ${zh}`, en: `${choice.title.en} › ${en}` };
          return { ...choice, key: `${choice.key}.${key}`, to: `${choice.to}.${key}`, title };
        });
    });
}

/** Not what names a file, which belongs to one item. */
function isSingle(schema: Schema): boolean {
  const kind = fieldKind(schema);
  return single.has(kind.kind) && !(kind.kind === 'reference' && kind.ref === 'file');
}

export function bulkPath({ to }: Pick<FieldChoice, 'to'>): Path & readonly string[] {
  return to.split('.');
}
