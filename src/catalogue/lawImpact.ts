import type { Cite } from '../model/diagnostic.ts';
import { wordsOf } from '../model/field.ts';
import { pointer, valueAt, type Path } from '../model/path.ts';
import type { FileKind, Words } from '../model/schemas.ts';
import { walkFields } from '../model/walk.ts';
import { placeOf } from './kinds.ts';
import { schemaOf } from './layerSchema.ts';
import type { Catalogue, Source } from './types.ts';

/** A field that rests on a law. */
export interface Reliance {
  file: string;
  kind: FileKind;
  /** Id of the item whose file it is; none where it is no item's. */
  item?: string;
  /** The citation, in the file. */
  path: Path;
  /** The same as a reader says it: 法定时限 › 依据. */
  words: Words;
  cite: Cite & { item?: number };
}

export interface LawImpact {
  reliances: Reliance[];
  /** Effective guides made from one of those files. */
  guides: { id: string; division: string }[];
}

/**
 * Every field of the catalogue that rests on `law`, in the order of files and of the text, found through the schemas:
 * whatever they mark as a reference to a law. With `article`, only what rests on that article.
 */
export function lawImpact(
  catalogue: Pick<Catalogue, 'sources' | 'guides'>,
  { law, article }: { law: string; article?: number | undefined },
): LawImpact {
  const reliances = [...catalogue.sources.values()]
    .flatMap((source) => reliancesIn(source, law))
    .filter(({ cite }) => article === undefined || cite.article === article);
  const files = new Set(reliances.map(({ file }) => file));
  const guides = catalogue.guides.filter((guide) => guide.files.some((file) => files.has(file)));
  return { reliances, guides: guides.map(({ id, division }) => ({ id, division })) };
}

function reliancesIn(source: Source<unknown>, law: string): Reliance[] {
  const found: Reliance[] = [];
  const words = new Map<string, Words>([['', { zh: '', en: '' }]]);
  const place = placeOf(source.path, source.text);
  const item = place.kind === 'file' && place.division !== undefined ? place.id : undefined;
  walkFields(schemaOf(source.kind, source.shape), source.written, (path, schema, value) => {
    if (path.length === 0) return;
    const above = words.get(pointer(path.slice(0, -1)))!;
    const step = path.at(-1)!;
    const own = typeof step === 'number' ? elementWords(value, step) : wordsOf(schema);
    const here = { zh: joined(above.zh, own.zh), en: joined(above.en, own.en) };
    words.set(pointer(path), here);
    if (schema['x-ref'] !== 'law' || value !== law) return;
    const citation = path.slice(0, -1);
    found.push({
      file: source.path,
      kind: source.kind,
      ...(item !== undefined && { item }),
      path: citation,
      words: above,
      cite: { law, ...numbersOf(valueAt(source.written, citation)) },
    });
  });
  return found;
}

/** What an element of a list is called: its name or text, else its place from 1. */
function elementWords(value: unknown, index: number): Words {
  const name = ['name', 'text', 'title']
    .map((key) => valueAt(value, [key]))
    .find((one) => typeof one === 'string');
  if (typeof name !== 'string') return { zh: `第 ${index + 1} 个`, en: `no. ${index + 1}` };
  const short = [...name].length > 24 ? `${[...name].slice(0, 23).join('')}…` : name;
  return { zh: `“${short}”`, en: `"${short}"` };
}

function joined(above: string, own: string): string {
  return above === '' ? own : own === '' ? above : `${above} › ${own}`;
}

function numbersOf(citation: unknown): { article?: number; paragraph?: number; item?: number } {
  const numbers: { article?: number; paragraph?: number; item?: number } = {};
  for (const key of ['article', 'paragraph', 'item'] as const) {
    const number = valueAt(citation, [key]);
    if (typeof number === 'number') numbers[key] = number;
  }
  return numbers;
}
