import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openState, readItems, readLines, saveState, type NextState } from './savedState.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-state-'));
});
afterAll(() => rm(work, { recursive: true }));

const texts = ['plain', 'é ÿ \u0080', '规程 \ud83d\ude00', '\ud800 alone'];

/** A state in which `text` stands wherever a catalogue's words may stand. */
function stateWith(text: string): NextState {
  return {
    setting: 's',
    frame: 'f',
    frameReads: [],
    time: 1,
    site: '',
    places: ['510000/a'],
    unlisted: [],
    questions: [`codeLabel\u0001list\u0001${text}`],
    answers: ['0'],
    links: [`x.html#${text}`],
    parts: [],
    sources: new Map(),
    outputs: new Map(),
    items: new Map([['a', { adopted: '510000', record: JSON.stringify({ text }) }]]),
    slim: new Map([['a', JSON.stringify([text])]]),
    digests: new Map([['line', new Map([['510000/a', JSON.stringify({ name: text })]])]]),
  };
}

test.each(texts)('a record that says “%s” is read as it was written', (text) => {
  const folder = join(work, 'cache');
  const state = stateWith(text);
  saveState(folder, state);
  const read = openState(folder)!;
  expect(read.questions).toEqual(state.questions);
  expect(read.links).toEqual(state.links);
  expect(readItems(read.file('items'))).toEqual(state.items);
  expect(readLines(read.file('slim'), (rest) => rest)).toEqual(state.slim);
  expect(readLines(read.file('digest-line'), (rest) => rest)).toEqual(state.digests.get('line'));
});

test('what is kept is read as it was written, beside what was written after it', () => {
  const folder = join(work, 'cache');
  saveState(folder, stateWith('规程'));
  saveState(folder, { ...stateWith('plain'), slim: 'kept', digests: new Map([['line', 'kept']]) });
  const read = openState(folder)!;
  expect(read.file('slim')).toContain('规程');
  expect(read.file('digest-line')).toContain('规程');
  expect(read.file('items')).toContain('plain');
});
