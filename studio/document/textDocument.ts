import {
  applyChanges,
  changesTo,
  composeChanges,
  invertChanges,
  shiftChanges,
  type TextChange,
} from '../../src/text/index.ts';

/** What was done to the text, told to every lens. `by` is the lens that did it, so that it can pass over its own. */
export interface TextEvent {
  changes: readonly TextChange[];
  by: object;
}

interface Step {
  undo: TextChange[];
  redo: readonly TextChange[];
  by: object;
  /** Milliseconds; steps of one lens close after one another are undone together. */
  at: number;
}

/** Keystrokes at most so far apart are one step of the history. */
const together = 700;
/** Who did it, where no lens did. */
const history = {};
const server = {};

/**
 * The one text of a file that all lenses show and change. It has one history of undo and redo, whichever lens
 * made a step. Plain object without Vue; a composable makes it reactive.
 */
export class TextDocument {
  #text: string;
  #version = 0;
  #undo: Step[] = [];
  #redo: Step[] = [];
  readonly #listeners = new Set<(event: TextEvent) => void>();

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Counts the changes; a result made for an older version is out of date. */
  get version(): number {
    return this.#version;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Makes `changes`, which count in the present text. Typing (`typing`) joins the step before it when close. */
  apply(changes: readonly TextChange[], by: object, { typing = false, now = Date.now() } = {}): void {
    if (changes.length === 0) return;
    const before = this.#text;
    const last = this.#undo.at(-1);
    const joins = typing && last?.by === by && now - last.at < together && this.#redo.length === 0;
    if (joins) {
      const start = applyChanges(before, last.undo);
      const redo = composeChanges(start.length, [last.redo, changes]);
      this.#undo[this.#undo.length - 1] = { undo: invertChanges(start, redo), redo, by, at: now };
    } else {
      // A step of another kind ends the typing before it: its time keeps later keys out.
      this.#undo.push({ undo: invertChanges(before, changes), redo: changes, by, at: typing ? now : 0 });
    }
    this.#redo = [];
    this.#make(changes, by);
  }

  undo(): void {
    const step = this.#undo.pop();
    if (step === undefined) return;
    this.#redo.push({ ...step, at: 0 });
    this.#make(step.undo, history);
  }

  redo(): void {
    const step = this.#redo.pop();
    if (step === undefined) return;
    this.#undo.push(step);
    this.#make(step.redo, history);
  }

  /** Takes another text in place of this one, as one step that can be undone. */
  replace(text: string): void {
    if (text !== this.#text) this.apply([{ from: 0, to: this.#text.length, insert: text }], server);
  }

  /**
   * Takes in what somebody else changed, which leads to `text`. It is no step of this history, and what was done
   * here is still undone alone; where both changed one place, the history ends there.
   */
  take(text: string): void {
    const changes = changesTo(this.#text, text);
    if (changes.length === 0) return;
    this.#undo = rebased(this.#undo, changes, 'undo');
    this.#redo = rebased(this.#redo, changes, 'redo');
    this.#make(changes, server);
  }

  /** Calls `listener` after every change; the answer ends that. */
  onChange(listener: (event: TextEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #make(changes: readonly TextChange[], by: object): void {
    this.#text = applyChanges(this.#text, changes);
    this.#version++;
    for (const listener of this.#listeners) listener({ changes, by });
  }
}

/** The latest `steps` as they are after others' `changes`, as far as both do not meet. */
function rebased(steps: readonly Step[], changes: readonly TextChange[], way: 'undo' | 'redo'): Step[] {
  const kept: Step[] = [];
  let theirs: readonly TextChange[] | undefined = changes;
  for (const step of steps.toReversed()) {
    const back = way === 'undo' ? 'redo' : 'undo';
    const forth: TextChange[] | undefined = shiftChanges(step[way], theirs);
    theirs = shiftChanges(theirs, step[way]);
    const home = theirs && shiftChanges(step[back], theirs);
    if (forth === undefined || theirs === undefined || home === undefined) break;
    const { by, at } = step;
    kept.unshift(way === 'undo' ? { undo: forth, redo: home, by, at } : { undo: home, redo: forth, by, at });
  }
  return kept;
}
