import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { ulid } from 'ulid';
import type { Saved } from '../../src/api/index.ts';
import { mergeFile } from '../../src/diff/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { FileKind } from '../../src/model/schemas.ts';
import { changesTo } from '../../src/text/index.ts';
import { api, ApiProblem } from '../api/client.ts';
import { localTexts } from './localTexts.ts';
import type { TextDocument } from './textDocument.ts';

export type SaveState =
  | { kind: 'saved'; at: string | undefined }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** No answer came; it is tried again by itself. */
  | { kind: 'offline' }
  /** The server does not take this text; the next change is tried again. */
  | { kind: 'refused'; error: unknown }
  /** Somebody else changed what I changed; nothing is written until it is chosen what stands. */
  | Stale;

/** Two texts of one file; `base` is what both began from, where it is known. */
export interface Stale {
  kind: 'stale';
  head: string;
  theirs: string;
  base: string | undefined;
}

export interface Autosave {
  state: Readonly<ShallowRef<SaveState>>;
  /** Version of the draft that the next write builds on. */
  tip(): string;
  /** Makes another write of the draft between two saves of the text. Throws what `write` throws. */
  between(write: (tip: string) => Promise<Saved>): Promise<void>;
  /**
   * Makes a write of the draft that changes this text too, to what it answers: one step of the history. Without an
   * answer the file is no more under its path. Throws what `write` throws.
   */
  through(write: (tip: string) => Promise<{ tip: string; text: string | undefined }>): Promise<void>;
  /** Saves now what is not saved. Answers whether the server has the present text. */
  flush(): Promise<boolean>;
  /** Ends `stale` with `text`, mine, theirs or both merged, which goes over theirs and can be undone. */
  resolve(text: string): Promise<boolean>;
}

export interface AutosaveOptions {
  document: TextDocument;
  draft: string;
  path: string;
  tip: string;
  subject: string;
  /** Whether the server takes changes of this draft from this person. */
  writable: boolean;
  /** Kind of the file, by which two people's changes of it are merged. */
  kind(): FileKind;
  /** The catalogue's; the built-in one where it is left out. */
  shape?: CatalogueShape;
  /** Called with what an earlier visit could not save and this one took up. */
  onRestored(): void;
  /** Called when others' changes of other fields came into the text. */
  onMerged(): void;
}

/** Milliseconds: the server is given the text when typing pauses, this browser all along. */
const quiet = 900;
const keepAfter = 200;
const retryAfter = 4000;
/** Who did it, where a change of many files did. */
const around = {};

/**
 * Keeps the text of `document` in this browser at once and on the server soon after. One write is under way at a
 * time; a write whose answer was lost is repeated under the same operation id, so that it happens once.
 */
export function useAutosave(options: AutosaveOptions): Autosave {
  const { document, draft, path, subject, writable } = options;
  const key = `${subject} ${draft} ${path}`;
  const state = shallowRef<SaveState>({ kind: 'saved', at: undefined });
  let tip = options.tip;
  let savedText = document.text;
  let attempt: { text: string; operation: string } | undefined;
  let underWay: Promise<boolean> | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;

  function later(wait: number): void {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => void save(), wait);
  }

  async function keep(): Promise<void> {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    const { text } = document;
    // A browser that keeps nothing is no reason to stop: the server is asked all the same.
    await (
      text === savedText ? localTexts.remove(key) : localTexts.put(key, { text, tip, at: Date.now() })
    ).catch(() => undefined);
  }

  const end = document.onChange(() => {
    if (!writable || state.value.kind === 'stale') return;
    state.value = { kind: 'unsaved' };
    // Not put off by the next key: who types without a pause is in the middle of it when the tab dies.
    keepTimer ??= setTimeout(() => void keep(), keepAfter);
    later(quiet);
  });

  async function save(): Promise<boolean> {
    if (underWay !== undefined) {
      await underWay;
      return save();
    }
    if (!writable || state.value.kind === 'stale') return false;
    if (document.text === savedText) {
      if (state.value.kind !== 'saved') state.value = { kind: 'saved', at: new Date().toISOString() };
      await keep();
      return true;
    }
    underWay = write(document.text).finally(() => (underWay = undefined));
    return underWay;
  }

  async function write(text: string): Promise<boolean> {
    state.value = { kind: 'saving' };
    attempt = attempt?.text === text ? attempt : { text, operation: ulid() };
    try {
      const saved = await api.saveFile(draft, path, text, { tip, operation: attempt.operation });
      attempt = undefined;
      tip = saved.tip;
      const asWritten = saved.text === undefined || takeIn(text, saved.text);
      savedText = saved.text ?? text;
      await keep();
      if (!asWritten) {
        state.value = { kind: 'stale', head: tip, theirs: savedText, base: text };
        return false;
      }
      const current = document.text === savedText;
      state.value = current ? { kind: 'saved', at: saved.savedAt } : { kind: 'unsaved' };
      if (!current) later(quiet);
      return current;
    } catch (error) {
      await keep();
      state.value = failed(error);
      if (state.value.kind === 'offline') later(retryAfter);
      return false;
    }
  }

  /** Takes what others wrote beside `sent` into the text as it is by now; `false` where both changed one field. */
  function takeIn(sent: string, saved: string): boolean {
    const merged = mergeFile(
      options.kind(),
      { base: sent, theirs: saved, mine: document.text },
      undefined,
      options.shape,
    );
    if (merged.kind === 'conflict') return false;
    document.take(merged.text);
    options.onMerged();
    return true;
  }

  async function between(write: (tip: string) => Promise<Saved>): Promise<void> {
    if (underWay !== undefined) {
      await underWay;
      return between(write);
    }
    const written = write(tip).then((saved) => void (tip = saved.tip));
    // Saves wait for it and go on, whatever became of it.
    underWay = written.then(
      () => true,
      () => false,
    );
    try {
      await written;
    } finally {
      underWay = undefined;
    }
  }

  async function through(
    write: (tip: string) => Promise<{ tip: string; text: string | undefined }>,
  ): Promise<void> {
    let written: string | undefined;
    const sent = savedText;
    await between(async (from) => {
      const { tip: to, text } = await write(from);
      written = text;
      if (text !== undefined) savedText = text;
      return { tip: to, savedAt: new Date().toISOString() };
    });
    if (written === undefined) return;
    if (document.text === sent) document.apply(changesTo(sent, written), around);
    else if (!takeIn(sent, written)) state.value = { kind: 'stale', head: tip, theirs: written, base: sent };
  }

  async function resolve(text: string): Promise<boolean> {
    const now = state.value;
    if (now.kind !== 'stale') return true;
    tip = now.head;
    savedText = now.theirs;
    state.value = { kind: 'unsaved' };
    document.replace(text);
    return save();
  }

  async function restore(): Promise<void> {
    const local = await localTexts.get(key).catch(() => undefined);
    if (local === undefined || local.text === savedText || document.text !== savedText) return;
    if (local.tip === tip) {
      document.replace(local.text);
      options.onRestored();
      return;
    }
    // The draft went on without this text. The server still knows what it was written on, and merges or tells.
    tip = local.tip;
    document.replace(local.text);
    options.onRestored();
    await save();
  }

  const warn = (event: BeforeUnloadEvent) => {
    if (document.text === savedText) return;
    void keep();
    event.preventDefault();
  };
  const online = () => void (state.value.kind === 'offline' && save());
  const hide = () => void (globalThis.document.visibilityState === 'hidden' && save());
  if (writable) {
    void restore();
    addEventListener('beforeunload', warn);
    addEventListener('online', online);
    addEventListener('visibilitychange', hide);
  }
  onScopeDispose(() => {
    end();
    clearTimeout(saveTimer);
    clearTimeout(keepTimer);
    removeEventListener('beforeunload', warn);
    removeEventListener('online', online);
    removeEventListener('visibilitychange', hide);
    void save();
  });

  return {
    state,
    tip: () => tip,
    between,
    through,
    flush: save,
    resolve,
  };
}

function failed(error: unknown): SaveState {
  if (!(error instanceof ApiProblem)) return { kind: 'refused', error };
  const { problem, status } = error;
  if (problem.kind === 'stale' && problem.head !== undefined)
    return { kind: 'stale', head: problem.head, theirs: problem.text ?? '', base: problem.base };
  // What the server itself could not do may go well the next time; what it refuses will not.
  return status === 0 || status >= 500 ? { kind: 'offline' } : { kind: 'refused', error };
}
