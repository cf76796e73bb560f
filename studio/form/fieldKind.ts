import { followed, type Schema, type Words } from '../../src/model/schemas.ts';
import { labelOf, wordsOf } from '../../src/model/field.ts';

/** How much room a field takes in the row of its group. */
export type FieldSize = 'small' | 'medium' | 'large';

/** A value that may be chosen, with its words. */
export interface Option {
  value: string;
  words: Words;
  /** It is not chosen any more; who has it keeps it. */
  retired?: true;
}

/** Which control of the form shows a field of a schema. */
export type FieldKind =
  | { kind: 'text'; lines: boolean }
  | { kind: 'choice'; options: readonly Option[] }
  | { kind: 'reference'; ref: string }
  | { kind: 'number' }
  | { kind: 'money' }
  | { kind: 'flag' }
  | { kind: 'choices'; options: readonly Option[] }
  | { kind: 'texts'; element: Schema }
  | { kind: 'list'; element: Schema }
  | { kind: 'group'; keys: string[]; orNone: boolean; inline: boolean; measure: boolean }
  | { kind: 'branches'; discriminant: string; branches: { value: string; words: Words; schema: Schema }[] }
  | { kind: 'when' }
  | { kind: 'answers' }
  /** No control fits; the source says it. */
  | { kind: 'source' };

const kinds = new WeakMap<Schema, FieldKind>();

/** The control for a field of `schema` (followed or not). The same schema always gets the same object. */
export function fieldKind(schema: Schema): FieldKind {
  let kind = kinds.get(schema);
  if (kind === undefined) {
    kind = kindOf(followed(schema));
    kinds.set(schema, kind);
  }
  return kind;
}

/** The room that a field of `schema` takes: numbers stand beside each other, paragraphs and lists alone. */
export function fieldSize(schema: Schema): FieldSize {
  const kind = fieldKind(schema);
  switch (kind.kind) {
    case 'number':
    case 'money':
    case 'flag':
      return 'small';
    case 'choice':
      return 'medium';
    case 'text':
      return kind.lines ? 'large' : 'medium';
    case 'reference':
      // Codes have short words, laws and items long ones.
      return kind.ref.startsWith('codeList:') ? 'medium' : 'large';
    default:
      return 'large';
  }
}

function kindOf(schema: Schema): FieldKind {
  if (schema.oneOf !== undefined && schema.discriminator !== undefined) return branchesOf(schema);
  switch (schema.type) {
    case 'string':
      if (schema['x-ref'] !== undefined) return { kind: 'reference', ref: schema['x-ref'] };
      if (schema.enum !== undefined) return { kind: 'choice', options: optionsOf(schema) };
      // What has a pattern (a code, a date, an address) is one word; everything else may be a paragraph.
      return { kind: 'text', lines: schema.pattern === undefined };
    case 'integer':
    case 'number':
      return { kind: schema['x-unit'] === 'fen' ? 'money' : 'number' };
    case 'boolean':
      return { kind: 'flag' };
    case 'array':
      return listOf(schema);
    case 'object':
      // A form of what holds itself, such as a condition, would have no end.
      return holdsItself(schema) ? { kind: 'source' } : groupOf(schema);
    default:
      return { kind: 'source' };
  }
}

/** Whether a field somewhere inside `schema` is of the same schema. */
function holdsItself({ properties }: Schema): boolean {
  const seen = new Set<Schema>();
  const waiting = Object.values(properties ?? {});
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const whole = followed(next);
    if (seen.has(whole)) continue;
    seen.add(whole);
    if (properties !== undefined && whole.properties === properties) return true;
    waiting.push(
      ...Object.values(whole.properties ?? {}),
      ...(whole.items === undefined ? [] : [whole.items]),
    );
  }
  return false;
}

function branchesOf(schema: Schema): FieldKind {
  const discriminant = schema.discriminator!.propertyName;
  const branches = schema.oneOf!.map((one) => {
    const branch = followed(one);
    return {
      value: String(branch.properties?.[discriminant]?.const),
      words: wordsOf(branch),
      schema: branch,
    };
  });
  return { kind: 'branches', discriminant, branches };
}

function optionsOf(schema: Schema): Option[] {
  return (schema.enum ?? []).map((value) => ({
    value: String(value),
    words: labelOf(schema, String(value)),
  }));
}

function listOf(schema: Schema): FieldKind {
  const element = followed(schema.items ?? {});
  if (element.type === 'object' || element.oneOf !== undefined) return { kind: 'list', element };
  if (element.enum !== undefined) return { kind: 'choices', options: optionsOf(element) };
  return { kind: 'texts', element };
}

function groupOf(schema: Schema): FieldKind {
  if (schema.properties === undefined) {
    if (schema.propertyNames === undefined) return { kind: 'source' };
    // Both are kept by question: one answer of an example, or all the answers that a "when" lets through.
    const answers =
      typeof schema.additionalProperties === 'object' && schema.additionalProperties.type === 'string';
    return { kind: answers ? 'answers' : 'when' };
  }
  const keys = Object.keys(schema.properties);
  const orNone = keys.includes('none');
  const short = ['number', 'money', 'choice', 'reference', 'flag'];
  const children = keys.map((key) => fieldKind(schema.properties![key]!));
  // A citation, or a number with its unit, reads as one line of a list.
  const inline = keys.length <= 4 && children.every(({ kind }) => short.includes(kind));
  // A number with its unit is said, and said otherwise by a lower level, as one.
  const measure = keys.includes('value') && keys.includes('unit');
  return { kind: 'group', keys, orNone, inline, measure };
}
