import { citeInWords } from '../model/citedLaws.ts';
import { wordsOf } from '../model/field.ts';
import { builtInShape } from '../model/catalogueShape.ts';
import { followed, schemas, type Schema } from '../model/schemas.ts';

/**
 * The text of a new item: every required field in its order, with its Chinese title, what it asks for and the
 * law behind it as comments, and nothing filled in but `id` and `name`. It reads without a problem; the check
 * names what is still to be written.
 */
export function itemTemplate({ id, name }: { id: string; name?: string }, shape = builtInShape): string {
  return template(shape.schemas.item, { id, ...(name !== undefined && { 'basics.name': name }) });
}

/** The text of a new bundle, likewise. */
export function bundleTemplate({ id, name }: { id: string; name?: string }): string {
  return template(schemas.bundle, { id, ...(name !== undefined && { name }) });
}

/** The text of a new rule, of one division and those below it where `division` is given. */
export function ruleTemplate({
  id,
  title,
  division,
}: {
  id: string;
  title: string;
  division?: string;
}): string {
  const text = template(schemas.rule, { id, 'title.zh': title, severity: 'warning' });
  return division === undefined ? text : `${text}\ndivisions: [${JSON.stringify(division)}]\n`;
}

/** The text of a new objection of a division to an item: what is still to say is which field, what is wrong, and why. */
export function objectionTemplate({
  id,
  division,
  item,
  by,
  date,
}: {
  id: string;
  division: string;
  item: string;
  by: string;
  date: string;
}): string {
  return template(schemas.objection, { id, division, item, 'filed.by': by, 'filed.date': date });
}

function template(kind: Schema, given: Readonly<Record<string, string>>): string {
  const lines: string[] = [];
  const write = (schema: Schema, path: string, indent: string): void => {
    for (const key of schema.required ?? schema.else?.required ?? []) {
      const child = followed(schema.properties?.[key] ?? {});
      const at = path === '' ? key : `${path}.${key}`;
      if (path === '' && lines.length > 0) lines.push('');
      lines.push(`${indent}# ${explained(child)}`);
      if (given[at] !== undefined) lines.push(`${indent}${key}: ${JSON.stringify(given[at])}`);
      else if (child.type === 'object') {
        lines.push(`${indent}${key}:`);
        const before = lines.length;
        write(child, at, `${indent}  `);
        if (lines.length === before) lines[before - 1] = `${indent}${key}: {}`;
      } else if (child.type === 'array') lines.push(`${indent}${key}: []`);
      else lines.push(`${indent}${key}: ""`);
    }
  };
  write(kind, '', '');
  return `${lines.join('\n')}\n`;
}

/** The text of a new layer: the item's id and an empty `overlay`, with a comment that says what to write there. */
export function layerTemplate({ id, division }: { id: string; division: string }): string {
  return [
    `# ${division}：只写与上级不同的内容，没有写的沿用上级。`,
    '# Only what differs from the levels above; the rest is theirs.',
    `id: ${id}`,
    '',
    'overlay: {}',
    '',
  ].join('\n');
}

function explained(schema: Schema): string {
  const { zh, en } = wordsOf(schema);
  const orNone = schema.properties?.['none'] === undefined ? '' : '没有的写 none: 理由。';
  const values = schema.enum === undefined ? '' : `可填 ${schema.enum.join('、')}。`;
  const cites = (schema['x-cites'] ?? []).map((cite) => citeInWords(cite).zh).join('、');
  return `${zh} ${en}。${schema.description ?? ''}${values}${orNone}${cites === '' ? '' : `依据${cites}`}`.trim();
}
