import { parseTarget, targetSchema, targetsOf } from '../target.ts';
import { builtInShape } from '../../../model/catalogueShape.ts';
import { followed, type FileKind, type Schema, type Words } from '../../../model/schemas.ts';

/** A field that a column can be pointed at. */
export interface FieldChoice {
  /** What tells the choice from others: its path, and what it writes beside. */
  key: string;
  /** The path as a profile writes it. */
  to: string;
  /** The group of fields it belongs to, as the form has it. */
  section: Words;
  /** The field inside of its section. */
  title: Words;
  /** Written in each element that the column makes. */
  with?: { field: string; value: string }[];
  /** How the field takes a text, for what may be asked about its writing. */
  takes: 'text' | 'choice' | 'limit' | 'number' | 'citations';
  /** One row may write several of it. */
  isMany: boolean;
}

/** Fields that say where a value is from, which the import itself writes, and marks of samples. */
const ownFields = new Set(['sample', 'sources']);

/**
 * Every field of files of `kind` that a person may point a column at, in the schema's order. A citation is one
 * choice, whose law and article are read from the text; a legal basis is one for each of its roles.
 */
export function fieldChoices(kind: FileKind, shape = builtInShape): FieldChoice[] {
  const seen = new Set<string>();
  return targetsOf(kind, shape).flatMap(({ to, titles, titlesEn }): FieldChoice[] => {
    if (ownFields.has(to.split(/[.[]/)[0]!)) return [];
    const steps = parseTarget(to);
    const schema = targetSchema(kind, steps, shape) ?? {};
    const parent = to.slice(0, to.lastIndexOf('.'));
    const holder = parent === '' ? undefined : targetSchema(kind, parseTarget(parent), shape);
    const at = { section: words(titles.slice(0, 1), titlesEn), isMany: to.includes('[') };
    if (holder?.properties?.['law'] !== undefined) {
      if (seen.has(parent)) return [];
      seen.add(parent);
      return citations(parent, holder, { ...at, titles: titles.slice(0, -1), titlesEn });
    }
    const takes = takesOf(schema);
    if (takes === undefined) return [];
    const title = titles.length > 1 ? words(titles.slice(1), titlesEn.slice(1)) : at.section;
    return [{ key: to, to: plainList(to, schema), ...at, title, takes }];
  });
}

/** The choice that a rule of a profile is, whatever it calls the elements it makes; undefined where it is none. */
export function choiceOf(
  choices: readonly FieldChoice[],
  { to, with: beside }: Pick<FieldChoice, 'to' | 'with'>,
): FieldChoice | undefined {
  const same = choices.filter((one) => unnumbered(one.to) === unnumbered(to));
  return same.find((one) => one.with?.[0]?.value === beside?.[0]?.value) ?? same[0];
}

function unnumbered(to: string): string {
  return to.replace(/\[[a-z0-9-]*\*\]/g, '[]');
}

/** Elements of a list of plain values are written by the list's own path. */
function plainList(to: string, schema: Schema): string {
  return to.endsWith(']') && schema.properties === undefined ? to.slice(0, to.lastIndexOf('[')) : to;
}

function citations(
  to: string,
  element: Schema,
  at: Pick<FieldChoice, 'section' | 'isMany'> & { titles: string[]; titlesEn: string[] },
): FieldChoice[] {
  const { titles, titlesEn, ...rest } = at;
  const hasBasis = titles.at(-1) === element.title;
  // 依据 › 引用 says the same twice.
  const inside = words(titles.slice(1, hasBasis ? -1 : undefined), titlesEn.slice(1));
  const named = (zh: string, en: string): Words => ({
    zh: [inside.zh, zh].filter((one) => one !== '').join(' › '),
    en: [inside.en, en].filter((one) => one !== '').join(' › '),
  });
  const roles = followed(element.properties?.['role'] ?? {});
  const takes = 'citations' as const;
  if (roles.enum === undefined)
    return [{ key: to, to, ...rest, title: named('法规和条款', 'laws and articles'), takes }];
  // Elements of different roles are numbered apart, so that columns of two roles do not meet in one element.
  return roles.enum.map((one) => {
    const role = String(one);
    const said = roles['x-labels']?.[role] ?? { zh: role, en: role };
    return {
      key: `${to} ${role}`,
      to: to.replace(/\[[a-z]\*\]$/, `[${role.charAt(0)}*]`),
      ...rest,
      title: named(`${said.zh}依据`, `basis that ${said.en}`),
      with: [{ field: 'role', value: role }],
      takes,
    };
  });
}

/** How a field takes a text; undefined where no text can be it. */
function takesOf(schema: Schema): FieldChoice['takes'] | undefined {
  if (schema.oneOf !== undefined) return undefined;
  const units = schema.properties?.['unit']?.enum;
  if (units !== undefined) return units.includes('working-days') ? 'limit' : 'text';
  switch (schema.type) {
    case 'boolean':
      return 'choice';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return schema.enum !== undefined || schema['x-ref']?.startsWith('codeList:') === true
        ? 'choice'
        : 'text';
    default:
      return undefined;
  }
}

function words(zh: string[], en: string[]): Words {
  return { zh: way(zh), en: way(en.slice(0, zh.length)) };
}

/** Titles as a way, those that say the same twice once. */
function way(titles: string[]): string {
  return titles.filter((title, at) => title !== titles[at - 1]).join(' › ');
}
