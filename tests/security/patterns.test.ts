import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { commonSchema, schemas } from '../../src/model/schemas.ts';
import { scriptOf } from '../imports.ts';

// No text can halt a server or a browser by way of a regular expression: the work of each grows with the text, and
// not with its square. What is compared is the work for texts of two lengths, so a slow machine changes nothing.

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Patterns whose work grows faster, but never meet a text of people as long as people like: by a part of each, the reason. */
const bounded: [file: string, part: string, reason: string][] = [
  [
    'src/model/citations/documentNumber.ts',
    '\\p{Script=Han}A-Za-z、',
    'is given the 60 characters before a number',
  ],
  ['src/model/citations/tail.ts', '(\\d{4})\\s*年?', 'is given a note of 160 characters at most'],
  ['src/node/review/verify/fsck.ts', 'refs\\/', 'is given what git says of a ref, which is a path of a file'],
];

interface Found {
  file: string;
  pattern: RegExp;
}

/** Every regular expression that stands in the code itself; studio and all. */
function written(): Found[] {
  const found: Found[] = [];
  for (const file of ['src', 'studio'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )) {
    if (!/\.(?:ts|vue)$/.test(file) || file.endsWith('.test.ts')) continue;
    const text = scriptOf(file, readFileSync(root + file, 'utf8'));
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.getText())!;
        found.push({ file, pattern: new RegExp(source!, flags) });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return found;
}

/** Those put together from parts when their module is loaded: the language's own constructor is watched meanwhile. */
async function putTogether(): Promise<Found[]> {
  const found: Found[] = [];
  const modules = import.meta.glob<unknown>('../../src/{model,exchange,check,catalogue}/**/*.ts');
  const real = globalThis.RegExp;
  for (const [path, load] of Object.entries(modules)) {
    const file = path.replace('../../', '');
    if (file.endsWith('.test.ts') || !readFileSync(root + file, 'utf8').includes('new RegExp(')) continue;
    globalThis.RegExp = new Proxy(real, {
      construct(target, args: [string, string?]) {
        const pattern = new target(...args);
        found.push({ file, pattern });
        return pattern;
      },
    });
    try {
      await load();
    } finally {
      globalThis.RegExp = real;
    }
  }
  return found;
}

function ofSchemas(): Found[] {
  const found: Found[] = [];
  const walk = (value: unknown, file: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      if (key === 'pattern' && typeof inner === 'string')
        found.push({ file, pattern: new RegExp(inner, 'u') });
      else if (key === 'patternProperties')
        for (const one of Object.keys(inner as object)) found.push({ file, pattern: new RegExp(one, 'u') });
      else walk(inner, file);
  };
  walk(commonSchema, 'schemas/common.json');
  for (const [kind, schema] of Object.entries(schemas)) walk(schema, `schemas/${kind}.json`);
  return found;
}

/** What a text against a pattern is made of: its own words and signs, and one of each kind of character. */
function pieces({ source }: RegExp): string[] {
  const plain = source
    .replaceAll(/\\[pP]\{[^}]*\}|\\[a-zA-Z]|\\u[0-9a-fA-F]{4}/g, ' ')
    .replaceAll(/\\(.)/g, '$1');
  const words = [...plain.matchAll(/[\p{L}\p{N}<>:=."'/]{2,}/gu)].map(([word]) => word).slice(0, 4);
  const signs = [...new Set(plain.replaceAll(/[\p{L}\p{N}\s]/gu, ''))].slice(0, 8);
  const letters = [...new Set(plain.match(/[\p{L}]/gu) ?? [])].slice(0, 3);
  return [...new Set([...words, ...signs, ...letters, 'a', '1', ' ', '\n', '一', '（'])];
}

/** Milliseconds that it takes at the least: what else the machine does can only add to them. */
function least(pattern: RegExp, text: string, times: number): number {
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    pattern.lastIndex = 0;
    const from = performance.now();
    if (pattern.global) text.replace(pattern, '');
    else pattern.test(text);
    best = Math.min(best, performance.now() - from);
    if (best < suspicious) break;
  }
  return best;
}
/** Milliseconds in which nearly any linear pattern is done with the longest text. */
const suspicious = 3;
const [tiny, ...lengths] = [22, 1500, 6000, 20_000];

/** A piece that is repeated, and what stands before it. */
interface Attack {
  before: string;
  piece: string;
}

/** Whether the work for this repetition grows as the square of its length, or faster. */
function grows(pattern: RegExp, { before, piece }: Attack): boolean {
  // The end fits nothing, and is of two bytes: in a text of one byte each the engine knows at once that 年 is not there.
  const of = (length: number) => `${before}${piece.repeat(Math.ceil(length / piece.length))}\uE000`;
  // A pattern that doubles its work with each character is done for here already.
  if (least(pattern, of(tiny), 2) > suspicious) return true;
  // Step by step: the cube of the longest text is never waited for, and its square is far more than any noise.
  for (const length of lengths) {
    if (least(pattern, of(length), 2) < suspicious) continue;
    const [a, b] = [least(pattern, of(length), 3), least(pattern, of(3 * length), 2)];
    // Three times the text: three times the work, or nine.
    return b / a > 5.5;
  }
  return false;
}

/** The first text by which the pattern is slow, where there is one. */
function attack(pattern: RegExp): Attack | undefined {
  const parts = pieces(pattern);
  const first = parts.slice(0, 10);
  const attacks: Attack[] = [
    ...[...parts, ...first.flatMap((one) => first.map((other) => one + other))].map((piece) => ({
      before: '',
      piece,
    })),
    // What begins as the pattern wants it, and then goes on with the same.
    ...parts.slice(0, 6).flatMap((before) => parts.map((piece) => ({ before, piece }))),
  ];
  return attacks.find((one) => [1, 2, 3, 4].every(() => grows(pattern, one)));
}

test('the attack finds what grows, and lets pass what does not', () => {
  expect([/(a+)+$/, /a\s*年?\s*月/].map(attack)).not.toContain(undefined);
  const sound = [/^a+$/, /a\s*(?:年\s*)?月/];
  expect(sound.map(attack)).toEqual(sound.map(() => undefined));
});

test('the work of every pattern of the schemas and of the code grows with the text alone', async () => {
  const all = [...ofSchemas(), ...written(), ...(await putTogether())];
  const each = new Map(all.map((one) => [`${one.file} ${String(one.pattern)}`, one]));
  expect(ofSchemas().length).toBeGreaterThan(20);
  expect(each.size).toBeGreaterThan(350);
  const excused = new Set<string>();
  const slow = [...each].flatMap(([name, { file, pattern }]) => {
    const excuse = bounded.find(([where, part]) => where === file && pattern.source.includes(part));
    if (excuse !== undefined) {
      excused.add(excuse[1]);
      return [];
    }
    const slowBy = attack(pattern);
    return slowBy === undefined ? [] : [`${name} by ${JSON.stringify(slowBy)}`];
  });
  expect(slow).toEqual([]);
  expect([...excused]).toHaveLength(bounded.length);
});
