import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

/** The kinds of file a catalogue is made of, each with the schema that describes it. */
const kinds = [
  'item',
  'layer',
  'adoption',
  'law',
  'agency',
  'centre',
  'bundle',
  'calendar',
  'catalogue',
  'governance',
  'people',
  'suppression',
  'staff',
  'list',
  'rule',
  'objection',
  'profile',
  'translation',
  'extension',
];
const folder = fileURLToPath(new URL('.', import.meta.url));
const target = fileURLToPath(new URL('../src/model/generated/schemas.ts', import.meta.url));

/** Definitions whose plain names would hide a global type. */
const renamed: Record<string, string> = { date: 'IsoDate', file: 'FilePath' };

/** Name of the type of a shared definition or file kind: `citation` gives `Citation`, `item` gives `ItemFile`. */
function typeName(name: string): string {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return renamed[name] ?? (kinds.includes(name) ? `${capital}File` : capital);
}

/** All schemas in one document of `$defs` with local references, titles turned into names of types. */
async function united(from: string): Promise<JSONSchema> {
  const defs: Record<string, unknown> = {};
  const rename = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(rename);
    if (typeof node !== 'object' || node === null) return node;
    // A title beside a reference would make a copy of the type, so only the reference stays.
    if ('$ref' in node && typeof node.$ref === 'string')
      return { $ref: `#/$defs/${typeName(node.$ref.split('/').at(-1)!.replace('.json', ''))}` };
    const out: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) {
      // A title names a type in the generator's eyes; ours is a Chinese label, so it becomes a comment.
      if (key === 'title' && typeof value === 'string') {
        const text = (node as { description?: unknown }).description;
        out['description'] = typeof text === 'string' ? `${value}：${text}` : value;
      } else if (key === 'description' && typeof (node as { title?: unknown }).title === 'string') continue;
      else if (['if', 'then', 'else', '$id', '$schema', '$defs', 'discriminator'].includes(key)) continue;
      else if (key === 'properties' || key === 'patternProperties')
        out[key] = Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, rename(v)]));
      else out[key] = rename(value);
    }
    return out;
  };
  const read = async (name: string) => JSON.parse(await readFile(`${from}${name}.json`, 'utf8'));
  for (const [name, def] of Object.entries((await read('common'))['$defs'] as object))
    defs[typeName(name)] = rename(def);
  for (const kind of kinds) defs[typeName(kind)] = rename(await read(kind));
  // How `when` reads is decided by if/then/else, which the generator does not know.
  (defs['When'] as Record<string, unknown>)['additionalProperties'] = {
    anyOf: [
      { type: 'array', items: { type: 'string' } },
      {
        type: 'object',
        properties: {
          min: { type: 'number' },
          above: { type: 'number' },
          max: { type: 'number' },
          below: { type: 'number' },
        },
        additionalProperties: false,
      },
    ],
  };
  return { $defs: defs, title: 'Schemas', type: 'object', additionalProperties: false } as JSONSchema;
}

/** The text of `src/model/generated/schemas.ts` as the schemas in the folder `from` stand now. */
export async function generateTypes(from = folder): Promise<string> {
  const text = await compile(await united(from), 'Schemas', {
    bannerComment: '// Generated from schemas/ by `npm run generate`. Do not edit.',
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    format: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  return text
    .replace(/export interface Schemas \{\}\n/, '')
    .replaceAll(
      / \* This interface was referenced by `Schemas`'s JSON-Schema\n \* via the `definition` "[^"]*"\.\n/g,
      '',
    )
    .replaceAll(/\n \*\n \*\/\n/g, '\n */\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(target, await generateTypes());
