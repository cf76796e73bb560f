import type { editor } from 'monaco-editor/editor.js';
import { composeChanges, trimChanges, type TextChange } from '../../src/text/index.ts';
import type { TextDocument } from '../document/textDocument.ts';
import { afterPaint } from '../document/later.ts';
import { heldWhole } from './heldWhole.ts';
import { rebase } from './rebase.ts';

export interface Binding {
  /** Whether an input method is making a word: the document does not have it yet. */
  readonly composing: boolean;
  /** Writes what the model has not been given yet; whoever asks it for a place or a text does this first. */
  catchUp(): void;
  undo(): void;
  redo(): void;
  /** Gives what is still being made to the document and lets go of it. */
  end(): void;
}

export interface BindOptions {
  document: TextDocument;
  model: editor.ITextModel;
  code: editor.ICodeEditor;
  /** Called when the document has become a text that the model cannot hold byte for byte. */
  onLost(): void;
}

/** What an input method has made so far, and what others did to the document meanwhile. */
interface Composition {
  length: number;
  mine: TextChange[][];
  others: (readonly TextChange[])[];
}

/**
 * Keeps `model` and `document` the same text. Every change goes across once: what is typed goes to the document,
 * what others do is made in the model at just its place. The document alone has a history. While an input method
 * makes a word the model is left alone, and the word goes to the document when it is made. A model that nobody is in
 * follows a frame later, so that what is typed elsewhere is seen there first.
 */
export function bindModel({ document, model, code, onLost }: BindOptions): Binding {
  const lens = {};
  let writing = false;
  let composition: Composition | undefined;
  let caret = 0;
  /** What others did that the model does not have yet, and the length of the text that it has. */
  let behind: { length: number; changes: (readonly TextChange[])[]; takeBack: () => void } | undefined;

  function catchUp(): void {
    if (behind === undefined) return;
    const { length, changes, takeBack } = behind;
    behind = undefined;
    takeBack();
    write(composeChanges(length, changes));
  }

  function follow(changes: readonly TextChange[]): void {
    behind ??= { length: model.getValueLength(), changes: [], takeBack: afterPaint(catchUp) };
    behind.changes.push(changes);
    if (code.hasTextFocus()) catchUp();
  }

  /** Gives the document what was made in a model that did not have what `others` did meanwhile. */
  function giveOver(
    length: number,
    mine: readonly TextChange[],
    others: readonly (readonly TextChange[])[],
  ): void {
    const over = composeChanges(length, others);
    document.apply(over.length === 0 ? mine : rebase(mine, over), lens, { typing: true });
    const held = model.getValue();
    if (held !== document.text)
      write(trimChanges(held, [{ from: 0, to: held.length, insert: document.text }]));
  }

  function write(changes: readonly TextChange[]): void {
    writing = true;
    try {
      model.applyEdits(
        changes.map(({ from, to, insert }) => {
          const start = model.getPositionAt(from);
          const end = model.getPositionAt(to);
          return {
            range: {
              startLineNumber: start.lineNumber,
              startColumn: start.column,
              endLineNumber: end.lineNumber,
              endColumn: end.column,
            },
            text: insert,
          };
        }),
      );
      if (model.getValue() === document.text) return;
      // A text with other line breaks came; the model takes them when it is filled anew.
      if (!heldWhole(document.text)) return onLost();
      const view = code.saveViewState();
      model.setValue(document.text);
      code.restoreViewState(view);
    } finally {
      writing = false;
    }
  }

  function give(): void {
    if (composition === undefined) return;
    const { length, mine, others } = composition;
    composition = undefined;
    giveOver(length, composeChanges(length, mine), others);
  }

  const ends = [
    document.onChange(({ changes, by }) => {
      if (by === lens) return;
      if (composition !== undefined) composition.others.push(changes);
      else follow(changes);
      caret = endOf(changes);
    }),
    disposer(
      model.onDidChangeContent(({ changes }) => {
        if (writing) return;
        const mine = changes
          .map(({ rangeOffset, rangeLength, text }) => ({
            from: rangeOffset,
            to: rangeOffset + rangeLength,
            insert: text,
          }))
          .sort((a, b) => a.from - b.from);
        if (composition !== undefined) composition.mine.push(mine);
        else if (behind === undefined) document.apply(mine, lens, { typing: true });
        else {
          // Text was dropped into it, say: nobody was in it, and it is changed all the same.
          const { length, changes: others, takeBack } = behind;
          behind = undefined;
          takeBack();
          giveOver(length, mine, others);
        }
      }),
    ),
    disposer(code.onDidFocusEditorText(catchUp)),
    disposer(
      code.onDidCompositionStart(() => {
        give();
        composition = { length: document.text.length, mine: [], others: [] };
      }),
    ),
    // The last change of a word may come just after its end.
    disposer(code.onDidCompositionEnd(() => void setTimeout(give))),
  ];

  function step(back: boolean): void {
    if (composition !== undefined) return;
    catchUp();
    const { version } = document;
    if (back) document.undo();
    else document.redo();
    if (document.version === version) return;
    catchUp();
    const position = model.getPositionAt(caret);
    code.setPosition(position);
    code.revealPositionInCenterIfOutsideViewport(position);
  }

  return {
    get composing() {
      return composition !== undefined;
    },
    catchUp,
    undo: () => step(true),
    redo: () => step(false),
    end() {
      give();
      behind?.takeBack();
      for (const end of ends) end();
    },
  };
}

/** Where the last of `changes` ends in the new text. */
function endOf(changes: readonly TextChange[]): number {
  return changes.reduce(
    ({ shift }, { from, to, insert }) => ({
      shift: shift + insert.length - (to - from),
      end: from + shift + insert.length,
    }),
    { shift: 0, end: 0 },
  ).end;
}

function disposer(disposable: { dispose(): void }): () => void {
  return () => disposable.dispose();
}
