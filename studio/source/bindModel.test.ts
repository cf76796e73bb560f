import * as fc from 'fast-check';
import type { editor } from 'monaco-editor/editor.js';
import { expect, test, vi } from 'vitest';
import { applyChanges, type TextChange } from '../../src/text/index.ts';
import { TextDocument } from '../document/textDocument.ts';
import { bindModel } from './bindModel.ts';

const frames = new Set<() => void>();
vi.mock('../document/later.ts', () => ({
  afterPaint: (work: () => void) => {
    const once = () => {
      frames.delete(once);
      work();
    };
    frames.add(once);
    return () => void frames.delete(once);
  },
}));
function paint(): void {
  for (const work of frames) work();
}

const listen =
  <T>(to: Set<T>) =>
  (listener: T) => {
    to.add(listener);
    return { dispose: () => void to.delete(listener) };
  };
const nothing = () => ({ dispose: () => undefined });

/** As much of Monaco's model and editor as a binding asks of them. */
function fakeEditor(initial: string) {
  let text = initial;
  let focused = false;
  const told = new Set<(event: unknown) => void>();
  const focuses = new Set<() => void>();
  const change = (changes: readonly TextChange[]) => {
    text = applyChanges(text, changes);
    const event = {
      changes: changes.map(({ from, to, insert }) => ({
        rangeOffset: from,
        rangeLength: to - from,
        text: insert,
      })),
    };
    for (const listener of told) listener(event);
  };
  const model = {
    getValue: () => text,
    getValueLength: () => text.length,
    setValue: (value: string) => change([{ from: 0, to: text.length, insert: value }]),
    getPositionAt: (offset: number) => ({ lineNumber: 1, column: offset + 1 }),
    applyEdits: (edits: { range: { startColumn: number; endColumn: number }; text: string }[]) =>
      change(
        edits.map(({ range, text: insert }) => ({
          from: range.startColumn - 1,
          to: range.endColumn - 1,
          insert,
        })),
      ),
    onDidChangeContent: listen(told),
  };
  const code = {
    hasTextFocus: () => focused,
    saveViewState: () => null,
    restoreViewState: () => undefined,
    setPosition: () => undefined,
    revealPositionInCenterIfOutsideViewport: () => undefined,
    onDidFocusEditorText: listen(focuses),
    onDidCompositionStart: nothing,
    onDidCompositionEnd: nothing,
  };
  return {
    // What a binding asks of Monaco is above; the rest of it is not asked.
    model: model as unknown as editor.ITextModel,
    code: code as unknown as editor.ICodeEditor,
    text: () => text,
    type: change,
    focus: (to: boolean) => {
      focused = to;
      if (to) for (const listener of focuses) listener();
    },
  };
}

function bound(text: string) {
  frames.clear();
  const fake = fakeEditor(text);
  const document = new TextDocument(text);
  const binding = bindModel({ document, model: fake.model, code: fake.code, onLost: () => undefined });
  return { ...fake, document, binding };
}
const form = {};

const changeIn = (text: string, [at, length, insert]: [number, number, string]): TextChange => {
  const from = at % (text.length + 1);
  return { from, to: Math.min(text.length, from + length), insert };
};

test('a model that nobody is in follows after the paint, one that somebody is in at once', () => {
  const { document, text, focus } = bound('abc');
  document.apply([{ from: 3, to: 3, insert: 'd' }], form);
  expect(text()).toBe('abc');
  paint();
  expect(text()).toBe('abcd');
  focus(true);
  document.apply([{ from: 4, to: 4, insert: 'e' }], form);
  expect(text()).toBe('abcde');
});

test('whoever comes into the model finds all of the text', () => {
  const { document, text, focus } = bound('abc');
  document.apply([{ from: 0, to: 1, insert: '' }], form);
  document.apply([{ from: 0, to: 0, insert: '许可' }], form);
  focus(true);
  expect(text()).toBe('许可bc');
});

test('after undo the model has what was gone back to', () => {
  const { document, binding, text } = bound('abc');
  document.apply([{ from: 0, to: 0, insert: 'x' }], form);
  binding.undo();
  expect(text()).toBe('abc');
});

test('document and model are the same text in the end, whoever changed which and when', () => {
  const place = fc.tuple(fc.nat(), fc.nat(3), fc.stringMatching(/^[a-c]{0,3}$/));
  const act = fc.oneof(
    fc.record({ kind: fc.constant('form' as const), place }),
    fc.record({ kind: fc.constant('model' as const), place }),
    fc.record({ kind: fc.constantFrom('paint' as const, 'in' as const, 'out' as const, 'undo' as const) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const { document, text, type, focus, binding } = bound('0123456789');
      for (const one of acts) {
        if (one.kind === 'form') document.apply([changeIn(document.text, one.place)], form);
        else if (one.kind === 'model') type([changeIn(text(), one.place)]);
        else if (one.kind === 'paint') paint();
        else if (one.kind === 'undo') binding.undo();
        else focus(one.kind === 'in');
        if (one.kind === 'in' || one.kind === 'model') expect(text()).toBe(document.text);
      }
      paint();
      expect(text()).toBe(document.text);
      binding.end();
    }),
    { numRuns: 500 },
  );
});
