import type { FieldChoice } from '../../src/exchange/import/pointing/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { wordsOf } from '../../src/model/field.ts';
import { followed, type Schema, type Words } from '../../src/model/schemas.ts';
import { fieldKind } from '../form/fieldKind.ts';

/** What names an item among others, and where it is from: the same in many would be no such thing. */
const names = new Set(['id', 'sources', 'sample', 'basics.name', 'basics.basicCode', 'basics.localCode']);

/** Controls whose value is one thing: a group is changed field by field, so that nothing beside the field is lost. */
const single = new Set(['text', 'choice', 'reference', 'number', 'money', 'flag', 'choices', 'texts']);

/** The fields of an item that can be set to one value in many: those in no list, and lists of plain values. */
export function bulkFields({ schemas }: CatalogueShape): FieldChoice[] {
  const found: FieldChoice[] = [];
  const walk = (schema: Schema, path: readonly string[], titles: readonly Words[]): void => {
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      const field = followed(child);
      const at = [...path, key];
      const to = at.join('.');
      const named = [...titles, wordsOf(field)];
      if (names.has(to) || (key === 'none' && path.length > 0)) continue;
      const kind = fieldKind(child);
      if (kind.kind === 'group') walk(field, at, named);
      // A file belongs to one item.
      else if (single.has(kind.kind) && !(kind.kind === 'reference' && kind.ref === 'file'))
        found.push({ key: to, to, section: named[0]!, title: joined(named), takes: 'text', isMany: false });
    }
  };
  walk(followed(schemas.item), [], []);
  return found;
}

export function bulkPath({ to }: Pick<FieldChoice, 'to'>): readonly string[] {
  return to.split('.');
}

/** The field inside of its section. */
function joined(titles: readonly Words[]): Words {
  const inside = titles.length > 1 ? titles.slice(1) : titles;
  return { zh: inside.map(({ zh }) => zh).join(' › '), en: inside.map(({ en }) => en).join(' › ') };
}
