import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { childSchema, fieldAt, wordsOf } from '../../src/model/field.ts';
import type { Path } from '../../src/model/path.ts';
import { followed, type Words } from '../../src/model/schemas.ts';

/** What names an element of a list, the first that it has. */
export const naming = ['name', 'question', 'text'];

/**
 * What the text of an item at `steps` is: the titles of its fields below the part, an element of a list by `nameOf`. An
 * element has no name where the text, its field `next`, is that name, which stands beside it anyway.
 */
export function textTitle(
  steps: Path,
  shape: CatalogueShape,
  nameOf: (element: Path, next: Path[number]) => string,
): Words {
  let schema = followed(shape.schemas.item);
  const words: Words[] = [];
  for (const [i, step] of steps.entries()) {
    const isElement = schema.type === 'array';
    schema = childSchema(schema, step) ?? {};
    // The part is named above, and its only list goes by its name.
    if (i === 0 || step === 'list') continue;
    if (!isElement) words.push(wordsOf(schema));
    else if (i < steps.length - 1) {
      const name = nameOf(steps.slice(0, i + 1), steps[i + 1]!);
      words.push({ zh: name, en: name });
    }
  }
  const title = words.filter(({ zh }) => zh !== '');
  return { zh: title.map(({ zh }) => zh).join(' · '), en: title.map(({ en }) => en).join(' · ') };
}

/** The part of an item that the text at `steps` belongs to. */
export function partTitle([part = '']: Path, shape: CatalogueShape): Words {
  return fieldAt('item', [part], undefined, shape)?.title ?? { zh: String(part), en: String(part) };
}
