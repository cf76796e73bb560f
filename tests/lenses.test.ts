import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOfKind } from '../src/catalogue/index.ts';
import type { Edit, Plain } from '../src/model/edit.ts';
import type { Draft, Step } from '../src/model/item.ts';
import { pointer, valueAt, type Path } from '../src/model/path.ts';
import { actOnSteps, type StepAct } from '../src/procedure/index.ts';
import {
  applyChanges,
  applyEdit,
  edit as editText,
  read,
  readValue,
  sameValue,
  type Node,
  type TextChange,
} from '../src/text/index.ts';
import { TextDocument } from '../studio/document/textDocument.ts';
import { putEdits } from '../studio/form/putEdits.ts';

const first = `# 本级重写的操作规程
id: road-permit   # 不改
basics:
  name: '挖掘道路许可'
  type: "01"
limits:
  # 法律写的
  statutory: {value: 20, unit: working-days}
  promised: {value: 9, unit: working-days} # 2025 年压缩
materials:
  list:
    - {id: form, name: 申请表, kind: form}   # 表
    - id: plan
      name: |
        施工方案，
        附图
      copies: 2
    # 身份证明的上面
    - id: card
      name: 身份证明
      kind: certificate
procedure:
  steps:
    - id: accept
      name: 受理
      kind: accept
      days: {value: 1, unit: working-days}
    # 三路并行
    - id: papers
      name: 审查  # 书面
      kind: review
      days:
        value: 3
        unit: working-days
      after: [accept]
    - {id: site, name: 勘查, kind: site-inspection, after: [accept], staff: 2}
    - id: decide
      name: 决定
      kind: decide
      after:
        - papers
        - site # 勘查完
  note: 抢修除外。
`;

const shape = shapeOfKind('item');
const list: Path = ['procedure', 'steps'];

/** What somebody does in one of the lenses; numbers choose among what there is at that moment. */
type Deed =
  | { kind: 'form-set'; pick: number; value: string | number }
  | { kind: 'form-clear'; pick: number }
  | { kind: 'form-move' | 'form-remove'; pick: number; to: number }
  | { kind: 'diagram'; act: StepAct }
  | { kind: 'source'; at: number; length: number; insert: string; typing: boolean; pause: number }
  | { kind: 'undo' | 'redo' };

const stepId = fc.constantFrom('accept', 'papers', 'site', 'decide', 'n1', 'n2', 'n3');
const kind = fc.constantFrom('review' as const, 'hearing' as const, 'joint-review' as const);
const name = fc.constantFrom('审查', '现场核查', 'a: b', '# 号', 'no', '12', "it's", '');
const act: fc.Arbitrary<StepAct> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    where: fc.constantFrom('after' as const, 'before' as const, 'beside' as const),
    step: stepId,
    added: fc.record({ id: stepId, name: fc.constant('新环节'), kind }),
  }),
  fc.record({ kind: fc.constant('remove' as const), step: stepId }),
  fc.record({ kind: fc.constant('rename' as const), step: stepId, name }),
  fc.record({ kind: fc.constant('retype' as const), step: stepId, to: kind }),
  fc.record({
    kind: fc.constant('days' as const),
    step: stepId,
    days: fc.option(
      fc.record({
        value: fc.nat(60),
        unit: fc.constantFrom('working-days' as const, 'calendar-days' as const),
      }),
      { nil: undefined },
    ),
  }),
  fc.record({ kind: fc.constantFrom('connect' as const, 'disconnect' as const), from: stepId, to: stepId }),
);
const pick = fc.nat(999);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('form-set' as const), pick, value: fc.oneof(name, fc.nat(99)) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('form-clear' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('form-move' as const, 'form-remove' as const),
      pick,
      to: pick,
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('diagram' as const), act }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('source' as const),
      at: pick,
      length: fc.constantFrom(0, 0, 0, 1, 4),
      insert: fc.constantFrom('x', '字', ' # 注', '\n# 一行\n', '', ':', '"'),
      typing: fc.boolean(),
      pause: fc.constantFrom(50, 2000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
);

/** The lenses over one document, each as the studio has it, and what each should be by a reckoning of its own. */
class Studio {
  readonly document = new TextDocument(first);
  /** What the source editor holds: its own text, which only hears of changes. */
  mirror = first;
  /** All texts that undo and redo walk over, and where among them we are. */
  texts = [first];
  here = 0;
  readonly #form = {};
  readonly #diagram = {};
  readonly #source = {};
  #now = 1_000_000;
  /** When the last step was typed, where it was: it takes up more typing for a while. */
  #typed: number | undefined;

  constructor() {
    this.document.onChange(({ changes }) => (this.mirror = applyChanges(this.mirror, changes)));
  }

  get text(): string {
    return this.document.text;
  }

  do(deed: Deed): void {
    const value = valueOf(this.text);
    switch (deed.kind) {
      case 'form-set':
      case 'form-clear':
      case 'form-move':
      case 'form-remove':
        if (value !== undefined) this.#edits(formEdits(value, deed), this.#form);
        return;
      case 'diagram': {
        if (value === undefined) return;
        // A value of the text may be anything where the steps stand; the lens is given what it can take.
        const steps = valueAt(value, list);
        const made = actOnSteps(
          { steps: Array.isArray(steps) ? (steps as Draft<Step>[]) : [], value, path: list },
          deed.act,
        );
        if (made.kind === 'edits') this.#edits(made.edits, this.#diagram);
        return;
      }
      case 'source':
        return this.#type(deed);
      default:
        this.#walk(deed.kind);
    }
  }

  #walk(way: 'undo' | 'redo'): void {
    const next = this.here + (way === 'undo' ? -1 : 1);
    expect(way === 'undo' ? this.document.canUndo : this.document.canRedo).toBe(
      this.texts[next] !== undefined,
    );
    this.document[way]();
    if (this.texts[next] !== undefined) {
      this.here = next;
      this.#typed = undefined;
    }
    expect(this.text).toBe(this.texts[this.here]);
  }

  #edits(edits: readonly Edit[], by: object): void {
    const before = this.text;
    const made = editText(before, edits, { shape });
    if (made.kind === 'impossible') return;
    // Edit by edit: nothing but what it is about may change.
    let text = before;
    let value: Plain = valueOf(before) ?? null;
    for (const one of edits) {
      const step = editText(text, [one], { shape });
      const wanted = applyEdit(value, one);
      if (step.kind === 'impossible' || wanted.kind === 'impossible')
        throw new Error(`Possible together and not alone: ${JSON.stringify(one)}`);
      expectOnlyIntended(text, step.text, one);
      ({ text } = step);
      ({ value } = wanted);
    }
    this.document.apply(made.changes, by);
    expect(sameValue(valueOf(this.text) ?? null, value)).toBe(true);
    if (made.changes.length === 0) return;
    this.#note(false);
    this.#typed = undefined;
  }

  #type({ at, length, insert, typing, pause }: Extract<Deed, { kind: 'source' }>): void {
    const before = this.text;
    const from = at % (before.length + 1);
    const to = Math.min(before.length, from + length);
    const changes: TextChange[] = from === to && insert === '' ? [] : [{ from, to, insert }];
    this.#now += pause;
    const joins =
      typing &&
      this.#typed !== undefined &&
      this.#now - this.#typed < 700 &&
      this.here === this.texts.length - 1;
    this.document.apply(changes, this.#source, { typing, now: this.#now });
    expect(this.text).toBe(before.slice(0, from) + (changes.length === 0 ? '' : insert) + before.slice(to));
    if (changes.length === 0) return;
    this.#note(joins);
    this.#typed = typing ? this.#now : undefined;
  }

  /** A step of the history, or more typing in the last one. */
  #note(joins: boolean): void {
    if (joins) this.texts[this.here] = this.text;
    else this.texts = [...this.texts.slice(0, ++this.here), this.text];
  }
}

function valueOf(text: string): Plain | undefined {
  const result = readValue(text, shape, '');
  return result.kind === 'value' ? result.value : undefined;
}

function formEdits(value: Plain, deed: Extract<Deed, { kind: `form-${string}` }>): Edit[] {
  if (deed.kind === 'form-set' || deed.kind === 'form-clear') {
    const leaves = leavesOf(value).filter((path) => path.at(-1) !== 'id');
    const path = leaves[deed.pick % Math.max(1, leaves.length)];
    if (path === undefined) return [];
    return putEdits(value, path, deed.kind === 'form-set' ? deed.value : undefined);
  }
  const elements = [list, ['materials', 'list']].flatMap((path) => {
    const at = valueAt(value, path);
    return Array.isArray(at) ? at.map((_, i) => ({ path: [...path, i], count: at.length })) : [];
  });
  const one = elements[deed.pick % Math.max(1, elements.length)];
  if (one === undefined) return [];
  if (deed.kind === 'form-remove') return [{ kind: 'remove', path: one.path }];
  return [{ kind: 'move', path: one.path, to: deed.to % one.count }];
}

function leavesOf(value: Plain, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) =>
    leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/**
 * Every value that `edit` is not about keeps its very letters, and no comment goes but with what is removed: of its
 * own, or of what stood around it.
 */
function expectOnlyIntended(before: string, after: string, edit: Edit): void {
  const place = placeOf(before, edit);
  const [old, now] = [lettersOf(before, place), lettersOf(after, place)];
  expect(now).toEqual(old);
  // An edit of one letter or word is a change of one line.
  if (edit.kind === 'set' && (typeof edit.value !== 'object' || edit.value === null)) {
    const lines = new Set(after.split('\n'));
    const gone = before.split('\n').filter((line) => !lines.has(line));
    const was = valueAt(valueOf(before), edit.path);
    const isShort = typeof was !== 'string' || !was.includes('\n');
    if (isShort) expect(gone.length).toBeLessThanOrEqual(1);
  }
  if (edit.kind === 'remove') return;
  const kept = commentsOf(after);
  const lost = commentsOf(before).filter((comment) => !kept.includes(comment));
  // A list written anew may shorten; what it says of an element goes with the element.
  if (edit.kind !== 'set' || !Array.isArray(edit.value)) expect(lost).toEqual([]);
}

/** The letters of every value by its place, in any order where places have one name, but for what is at `except`. */
function lettersOf(text: string, except: Path): Record<string, string[]> {
  const document = read(text, shape, '');
  const found: Record<string, string[]> = {};
  const walk = (node: Node, path: Path, named: Path): void => {
    if (named.length === except.length && named.every((step, i) => step === except[i])) return;
    if (node.kind === 'scalar') (found[pointer(named)] ??= []).push(text.slice(node.start, node.end));
    else if (node.kind === 'map')
      for (const { key, value } of node.entries) walk(value, [...path, key], [...named, key]);
    else
      node.elements.forEach(({ value }, i) => {
        const place = [...path, i];
        walk(value, place, [...named, nameOf(valueAt(document.value, place))]);
      });
  };
  if (document.root !== undefined) walk(document.root, [], []);
  for (const letters of Object.values(found)) letters.sort();
  return found;
}

/** What an element of a list is called among places: its id, itself where it is a word, else as all without a name. */
function nameOf(element: unknown): string {
  const id: unknown = valueAt(element, ['id']);
  return typeof id === 'object' || id === undefined
    ? typeof element === 'string'
      ? element
      : '*'
    : String(id);
}

/**
 * The place that `edit` of `text` is about, elements by their ids; that of an element put in, by its own. A list of
 * words has no places of its own.
 */
function placeOf(text: string, edit: Edit): Path {
  const value = valueOf(text);
  const last = edit.path.at(-1);
  if (typeof last === 'number' && typeof valueAt(value, edit.path) !== 'object')
    if (edit.kind !== 'insert') return placeOf(text, { kind: 'remove', path: edit.path.slice(0, -1) });
  const named = edit.path.map((step, i) =>
    typeof step === 'number' && (edit.kind !== 'insert' || i < edit.path.length - 1)
      ? nameOf(valueAt(value, edit.path.slice(0, i + 1)))
      : step,
  );
  return edit.kind === 'insert' ? [...named.slice(0, -1), nameOf(edit.value)] : named;
}

function commentsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|\s)(# .*)$/gm)].map(([, comment]) => comment!);
}

test('edits in form, source and diagram keep one text, one value and one history', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 14 }), (deeds) => {
      const studio = new Studio();
      for (const one of deeds) {
        studio.do(one);
        expect(studio.mirror).toBe(studio.text);
        expect(studio.texts[studio.here]).toBe(studio.text);
      }
      const last = studio.text;
      while (studio.document.canUndo) studio.do({ kind: 'undo' });
      expect(studio.text).toBe(first);
      while (studio.document.canRedo) studio.do({ kind: 'redo' });
      expect(studio.text).toBe(studio.texts.at(-1));
      expect(studio.texts).toContain(last);
    }),
    { numRuns: 300 },
  );
});
