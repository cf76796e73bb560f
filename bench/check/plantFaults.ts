import { readFile, writeFile } from 'node:fs/promises';

/** A fault written into a file: where a reader should be sent, by file and line from 1. */
export interface Planted {
  path: string;
  line: number;
  kind: string;
}

/** How one line of an item is spoilt; `at` is added to its number to get the line where the fault is told. */
interface Fault {
  kind: string;
  line: RegExp;
  spoil(line: string): string[];
  at: number;
}

/** Six ways in which an item breaks its schema, each told by a validator of JSON Schema. */
const faults: readonly Fault[] = [
  { kind: 'a value that is none of the list', line: /^ +medium: either$/, spoil: (l) => [l.replace('either', 'neither')], at: 0 },
  { kind: 'a text where a number stands', line: /^ +originals: 1$/, spoil: (l) => [l.replace('1', 'one')], at: 0 },
  { kind: 'an unknown field', line: /^ +kind: accept$/, spoil: (l) => [l, l.replace('kind: accept', 'colour: red')], at: 1 },
  { kind: 'a code of another pattern', line: /^ +basicCode:/, spoil: () => ['  basicCode: "12AB"'], at: 0 },
  { kind: 'a number below the least', line: /^ +copies: 1$/, spoil: (l) => [l.replace('1', '-1')], at: 0 },
  { kind: 'a list where a text stands', line: /^ +everydayName:/, spoil: () => ['  everydayName: [a, b]'], at: 0 },
]; // prettier-ignore

/** Ways in which an item that fits its schema breaks the law; no validator of schemas can tell them. */
const unlawful: readonly Fault[] = [
  { kind: 'a promise longer than the law allows', line: /^ {2}promised: \{ value: 10,/, spoil: (l) => [l.replace('10', '30')], at: 0 },
]; // prettier-ignore

/** Puts three faults into each of `paths`, kinds in turn, and gives where they are. @throws Error where one does not fit. */
export async function plantFaults(paths: readonly string[]): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const [i, path] of paths.entries())
    for (const [k, fault] of faults.entries()) if ((i + k) % 2 === 0) planted.push(await plant(path, fault));
  return planted;
}

/** Puts a breach of law into each of `paths`. */
export async function plantBreaches(paths: readonly string[]): Promise<Planted[]> {
  return Promise.all(paths.map((path) => plant(path, unlawful[0]!)));
}

async function plant(path: string, fault: Fault): Promise<Planted> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const i = lines.findIndex((line) => fault.line.test(line));
  if (i < 0) throw new Error(`No line of ${path} fits “${fault.kind}”`);
  lines.splice(i, 1, ...fault.spoil(lines[i]!));
  await writeFile(path, lines.join('\n'));
  return { path, line: i + 1 + fault.at, kind: fault.kind };
}
