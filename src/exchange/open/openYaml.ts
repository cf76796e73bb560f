import type { OpenItem } from './openItem.ts';

/**
 * A guide's value as YAML that every reader of YAML 1.1 or 1.2 takes for the same value as its JSON. The catalogue's
 * own files leave to the schema what is a number and what a text; readers of open data have no schema, so whatever
 * one of them might take for something else stands in quotes.
 */
export function openYaml(open: OpenItem): string {
  return `${block(open, '')}\n`;
}

function block(value: unknown, indent: string): string {
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : value.map((one) => `${indent}- ${inside(one, `${indent}  `)}`).join('\n');
  const entries = Object.entries(value as object).filter(([, one]) => one !== undefined);
  if (entries.length === 0) return '{}';
  return entries.map(([key, one]) => `${indent}${scalar(key)}:${below(one, indent)}`).join('\n');
}

/** An element of a list: the first entry of a map stands behind the dash. */
function inside(value: unknown, indent: string): string {
  return isFilled(value) ? block(value, indent).slice(indent.length) : atom(value);
}

function below(value: unknown, indent: string): string {
  return isFilled(value) ? `\n${block(value, `${indent}  `)}` : ` ${atom(value)}`;
}

function atom(value: unknown): string {
  return typeof value === 'object' && value !== null ? block(value, '') : scalar(value);
}

function isFilled(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Begins with a Chinese character or a letter and holds nothing that YAML gives a meaning to. */
const plain =
  /^(?:\p{Script=Han}[\p{Script=Han}\p{L}\d、，。；！？（）《》“”…— ]*|[a-zA-Z][a-zA-Z0-9/_-]+)$/u;
/** Words that some reader takes for a truth value, nothing or a number. */
const meant = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan)$/i;

function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (plain.test(value) && !value.endsWith(' ') && !meant.test(value)) return value;
  // A double-quoted JSON text is one of YAML too, but for the line separators and DEL, which it wants escaped.
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
