import { readFileSync } from 'node:fs';
import * as jsYaml from 'js-yaml';
import { parse } from 'yaml';
import { readSource, shapeOfKind, type Lookups } from '../../src/catalogue/index.ts';
import { checkItemText } from '../../src/check/index.ts';
import { read, readFast } from '../../src/text/index.ts';

/** Where a text that is read stands in its catalogue. */
export const itemFile = '000000/one.yaml';
/** The day for which items are checked. */
export const date = '2026-06-01';

/** What is measured on whole items, by name; each gives what it read, so that nothing is optimised away. */
export function itemReaders(lookups: Lookups): Record<string, (text: string) => unknown> {
  const shape = shapeOfKind('item');
  return {
    'fast reader': (text) => readFast(text, shape),
    'positioned reader': (text) => read(text, shape, itemFile),
    'read and check': (text) => checkItemText({ file: itemFile, text, upper: [] }, { lookups, date }),
    'yaml parse': (text) => parse(text),
    'js-yaml load': (text) => jsYaml.load(text),
  };
}

/** What a reader makes of a hostile file. */
export interface Outcome {
  kind: 'value' | 'refused' | 'timeout' | 'crash';
  /** Our code and line, or the first line of the peer's error. */
  says: string;
}

/** What is measured on hostile files: bytes as they lie on the disk go in. */
export const hostileReaders: Record<string, (content: Uint8Array) => Outcome> = {
  guicheng: (content) => {
    const result = readSource(itemFile, content);
    if (result.kind !== 'problems') return { kind: 'value', says: '' };
    const [first] = result.diagnostics;
    return { kind: 'refused', says: `${first!.code}, line ${first!.range?.start.line}` };
  },
  'yaml parse': (content) => peer(() => parse(textOf(content))),
  'js-yaml load': (content) => peer(() => jsYaml.load(textOf(content))),
};

/** Peers take text, so bytes are decoded for them as Node does by itself. */
function textOf(content: Uint8Array): string {
  return Buffer.from(content).toString('utf8');
}

function peer(parseIt: () => unknown): Outcome {
  try {
    parseIt();
    return { kind: 'value', says: '' };
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    return { kind: 'refused', says: line!.slice(0, 60) };
  }
}

/** Versions of the peers as installed. */
export function peerVersions(): Record<string, string> {
  return { yaml: versionOf('yaml'), 'js-yaml': versionOf('js-yaml') };
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
