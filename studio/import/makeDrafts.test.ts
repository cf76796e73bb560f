import { describe, expect, test } from 'vitest';
import type { DraftView } from '../../src/api/index.ts';
import { makeDrafts, type Making, type Operations } from './makeDrafts.ts';

const wanted = ['a', 'b', 'c'].map((name) => ({ path: `000000/${name}.yaml`, name, text: `id: ${name}\n` }));

/** A server that keeps drafts by operation, and loses the answers that `lose` names. */
function server(lose: string[] = []) {
  const drafts = new Map<string, { file: string; text: string; operations: string[] }>();
  const answered = (what: string) => {
    const at = lose.indexOf(what);
    if (at < 0) return;
    lose.splice(at, 1);
    throw new Error(`no answer to ${what}`);
  };
  return {
    drafts,
    createDraft: async (file: string, _title: string | undefined, operation = ''): Promise<DraftView> => {
      const held = drafts.get(operation) ?? { file, text: '', operations: [] };
      drafts.set(operation, held);
      answered(`create ${file}`);
      // Of a draft, what is read of it.
      return { id: operation, tip: 't', contents: [{ path: file, text: held.text }] } as unknown as DraftView;
    },
    saveFile: async (id: string, path: string, text: string, { operation }: { operation: string }) => {
      const held = drafts.get(id)!;
      held.text = text;
      held.operations.push(operation);
      answered(`save ${path}`);
      return { tip: 'u', savedAt: '' };
    },
  };
}

async function run(calls: ReturnType<typeof server>, operations: Operations, stopped = () => false) {
  const states = new Map<string, Making>();
  await makeDrafts(wanted, calls, {
    operations,
    onChange: (path, making) => states.set(path, making),
    stopped,
  });
  return wanted.map(({ path }) => states.get(path)?.kind ?? 'waiting');
}

describe('drafts', () => {
  test('are made one after the other, each with its text', async () => {
    const calls = server();
    expect(await run(calls, new Map())).toEqual(['made', 'made', 'made']);
    expect([...calls.drafts.values()].map(({ file, text }) => [file, text])).toEqual(
      wanted.map(({ path, text }) => [path, text]),
    );
  });

  test.each(['create', 'save'])('go on after a lost answer to %s, and are made once', async (call) => {
    const calls = server([`${call} 000000/b.yaml`]);
    const operations: Operations = new Map();
    expect(await run(calls, operations)).toEqual(['made', 'failed', 'made']);
    expect(await run(calls, operations)).toEqual(['made', 'made', 'made']);
    expect(calls.drafts.size).toBe(3);
    // What stands there already is not written again.
    expect([...calls.drafts.values()].map((draft) => draft.operations.length)).toEqual([1, 1, 1]);
  });

  test('stop when a person says so', async () => {
    let asked = 0;
    expect(await run(server(), new Map(), () => ++asked > 1)).toEqual(['made', 'waiting', 'waiting']);
  });
});
