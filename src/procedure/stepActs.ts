import type { Edit, Plain } from '../model/edit.ts';
import type { Days } from '../model/generated/schemas.ts';
import type { Draft, Step, StepKind } from '../model/item.ts';
import { valueAt, type Path } from '../model/path.ts';
import type { Words } from '../model/schemas.ts';
import { isMap, stringsOf } from './elements.ts';
import { stepGraph, waitingPast, type StepGraph } from './stepGraph.ts';

/** A new step, before anything is said of its place. */
export interface NewStep {
  id: string;
  name: string;
  kind: StepKind;
}

/** One thing that somebody does to the steps of a procedure as a whole: in its drawing or in its list. */
export type StepAct =
  /** Puts the first steps, one after another, where there are none. */
  | { kind: 'begin'; news: readonly NewStep[] }
  /** Puts a step between `step` and what waits for it, between it and what it waits for, or beside it. */
  | { kind: 'add'; where: 'after' | 'before' | 'beside'; step: string; added: NewStep }
  | { kind: 'remove'; step: string }
  | { kind: 'rename'; step: string; name: string }
  | { kind: 'retype'; step: string; to: StepKind }
  /** Without `days` the period is taken out. */
  | { kind: 'days'; step: string; days: Days | undefined }
  /** Makes `to` wait for `from`. */
  | { kind: 'connect'; from: string; to: string }
  | { kind: 'disconnect'; from: string; to: string };

/** The steps that an act is done to. */
export interface StepsSubject {
  /** The steps as they hold, those of the levels above merged in. */
  steps: readonly Draft<Step>[];
  /** What the file says, and where in it the list of steps stands or would stand. */
  value: Plain | undefined;
  path: Path;
  /** What the levels above say; absent in a file that has none above it. */
  inherited?: readonly Draft<Step>[];
}

export type StepActResult =
  | {
      kind: 'edits';
      edits: Edit[];
      /** The step to go on with. */
      step: string | undefined;
    }
  | { kind: 'refused'; words: Words };

/**
 * The edits of the file that do `act`, each as small as it can be, or why it cannot be done. What waits for a step
 * is rewritten only where it changes. A layer writes an element of its own with just what it says differently;
 * what it may not say is refused.
 */
export function actOnSteps(subject: StepsSubject, act: StepAct): StepActResult {
  const graph = stepGraph(subject.steps);
  if (act.kind === 'begin') return begun(subject, act.news);
  const named = act.kind === 'connect' || act.kind === 'disconnect' ? [act.from, act.to] : [act.step];
  const strange = named.find((id) => !graph.nodes.has(id));
  if (strange !== undefined) return refused(reasons.unknown(strange));
  const writer = new StepWriter(subject);
  switch (act.kind) {
    case 'add':
      return added(subject, graph, writer, act);
    case 'remove':
      return removed(subject, graph, writer, act.step);
    case 'rename':
      return isOwn(subject, act.step)
        ? done(writer.say(act.step, 'name', act.name), act.step)
        : refused(reasons.name());
    case 'retype':
      return isOwn(subject, act.step)
        ? done(writer.say(act.step, 'kind', act.to), act.step)
        : refused(reasons.name());
    case 'days':
      return done(
        writer.say(act.step, 'days', act.days && { value: act.days.value, unit: act.days.unit }),
        act.step,
      );
    case 'connect':
      return connected(subject, graph, writer, act);
    case 'disconnect':
      return done(
        writer.wait(
          act.to,
          afterOf(graph, act.to).filter((id) => id !== act.from),
        ),
        act.to,
      );
  }
}

/** Whether the step is the file's own to name: that of a base, or one that only this layer has. */
export function isOwn({ inherited }: Pick<StepsSubject, 'inherited'>, step: string): boolean {
  return inherited === undefined || !inherited.some(({ id }) => id === step);
}

function begun(subject: StepsSubject, news: readonly NewStep[]): StepActResult {
  if (subject.inherited !== undefined) return refused(reasons.fixed());
  if (subject.steps.length > 0) return refused(reasons.begun());
  const steps = news.map((step, i): Plain => ({ ...step, ...(i > 0 && { after: [news[i - 1]!.id] }) }));
  const above = subject.path.slice(0, -1);
  const stands = valueAt(subject.value, above);
  // Steps end a "none", which stands in the same map.
  const { none: _, ...rest } = isMap(stands) ? (stands as { [key: string]: Plain }) : {};
  return {
    kind: 'edits',
    edits: [{ kind: 'set', path: above, value: { ...rest, steps } }],
    step: news[0]?.id,
  };
}

function added(
  subject: StepsSubject,
  graph: StepGraph,
  writer: StepWriter,
  { where, step, added: own }: Extract<StepAct, { kind: 'add' }>,
): StepActResult {
  if (subject.inherited !== undefined) return refused(reasons.fixed());
  if (graph.nodes.has(own.id)) return refused(reasons.taken(own.id));
  const followers = followersOf(graph, step);
  const after = where === 'after' ? [step] : afterOf(graph, step);
  if (where === 'before') writer.wait(step, [own.id]);
  if (where === 'after')
    for (const id of followers)
      writer.wait(
        id,
        afterOf(graph, id).map((one) => (one === step ? own.id : one)),
      );
  if (where === 'beside') for (const id of followers) writer.wait(id, [...afterOf(graph, id), own.id]);
  writer.insert(step, where === 'before' ? 0 : 1, { ...own, ...(after.length > 0 && { after }) });
  return done(writer, own.id);
}

function removed(subject: StepsSubject, graph: StepGraph, writer: StepWriter, step: string): StepActResult {
  const followers = followersOf(graph, step).filter((id) => id !== step);
  const past = waitingPast(subject.steps, new Set([step]));
  for (const id of followers) writer.wait(id, past(afterOf(graph, id)));
  writer.remove(step);
  return done(writer, followers[0] ?? afterOf(graph, step)[0]);
}

function connected(
  { steps }: StepsSubject,
  graph: StepGraph,
  writer: StepWriter,
  { from, to }: { from: string; to: string },
): StepActResult {
  const nameOf = (id: string) => steps.find((step) => step.id === id)?.name ?? id;
  if (from === to) return refused(reasons.itself(nameOf(from)));
  const after = afterOf(graph, to);
  if (after.includes(from)) return refused(reasons.already(nameOf(from), nameOf(to)));
  const way = wayBack(graph, from, to);
  if (way !== undefined) return refused(reasons.cycle([...way, to].map(nameOf)));
  return done(writer.wait(to, [...after, from]), to);
}

/** The steps from `to` on to `from`, where `from` already waits for `to`. */
function wayBack(graph: StepGraph, from: string, to: string): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const todo = [from];
  while (todo.length > 0) {
    const id = todo.shift()!;
    if (id === to) {
      const way: string[] = [];
      for (let here: string | undefined = id; here !== undefined; here = cameFrom.get(here)) way.push(here);
      return way;
    }
    for (const before of afterOf(graph, id)) {
      if (cameFrom.has(before)) continue;
      cameFrom.set(before, id);
      todo.push(before);
    }
  }
  return undefined;
}

/** Writes into the file's list of steps, each edit for the list as those before it leave it. */
class StepWriter {
  readonly edits: Edit[] = [];
  readonly #subject: StepsSubject;
  readonly #list: Plain[];

  constructor(subject: StepsSubject) {
    this.#subject = subject;
    const written = valueAt(subject.value, subject.path);
    this.#list = Array.isArray(written) ? [...(written as Plain[])] : [];
  }

  /** Says `value` under `key` of the step; what the levels above say anyway is not said again. */
  say(step: string, key: 'name' | 'kind' | 'days' | 'after', value: Plain | undefined): this {
    const at = this.#at(step);
    const element = this.#list[at];
    const own = isMap(element) && Object.hasOwn(element, key) ? (element[key] as Plain) : undefined;
    const above = this.#subject.inherited?.find(({ id }) => id === step);
    const needless =
      above !== undefined && value !== undefined && same(value, above[key] as Plain | undefined);
    if (value === undefined || needless) {
      if (own !== undefined) this.#unsay(at, key, above !== undefined);
    } else if (at < 0) this.#put(this.#list.length, { id: step, [key]: value });
    else if (key === 'days' && isMap(own) && isMap(value)) {
      // A period keeps what else it says, and a changed number is a change of the number.
      for (const [part, to] of Object.entries(value as { [key: string]: Plain }))
        if (own[part] !== to) this.#set(at, [key, part], to);
    } else if (own === undefined || !same(value, own)) this.#set(at, [key], value);
    return this;
  }

  /** Makes `step` wait for `after`. A base says nothing of a step that waits for none. */
  wait(step: string, after: readonly string[]): this {
    return this.say(step, 'after', after.length === 0 && isOwn(this.#subject, step) ? undefined : [...after]);
  }

  /** Puts an element beside `step`, `offset` places on. */
  insert(step: string, offset: number, element: Plain): void {
    this.#put(this.#at(step) + offset, element);
  }

  /** Takes a step out: its element, or by an element that says so where it comes from above. */
  remove(step: string): void {
    const at = this.#at(step);
    const gone: Plain = { id: step, $remove: true };
    if (isOwn(this.#subject, step)) this.#takeOut(at);
    else if (at < 0) this.#put(this.#list.length, gone);
    else {
      this.#list[at] = gone;
      this.edits.push({ kind: 'set', path: [...this.#subject.path, at], value: gone });
    }
  }

  #at(step: string): number {
    return this.#list.findIndex((element) => isMap(element) && element['id'] === step);
  }

  #put(at: number, element: Plain): void {
    this.#list.splice(at, 0, element);
    this.edits.push({ kind: 'insert', path: [...this.#subject.path, at], value: element });
  }

  #set(at: number, inner: Path, value: Plain): void {
    this.edits.push({ kind: 'set', path: [...this.#subject.path, at, ...inner], value });
  }

  #unsay(at: number, key: string, isAbove: boolean): void {
    const { [key]: _, ...rest } = this.#list[at] as { [key: string]: Plain };
    // An element of a layer that says nothing more but which step it is goes as a whole.
    if (isAbove && Object.keys(rest).every((one) => one === 'id')) return this.#takeOut(at);
    this.#list[at] = rest;
    this.edits.push({ kind: 'remove', path: [...this.#subject.path, at, key] });
  }

  #takeOut(at: number): void {
    this.#list.splice(at, 1);
    const { path, value, inherited } = this.#subject;
    if (this.#list.length > 0 || inherited === undefined) {
      this.edits.push({ kind: 'remove', path: [...path, at] });
      return;
    }
    // A layer keeps no empty list, nor the map that held nothing else; `overlay` itself stays.
    let length = path.length;
    while (length > 2 && Object.keys(valueAt(value, path.slice(0, length - 1)) as object).length === 1)
      length--;
    this.edits.push({ kind: 'remove', path: path.slice(0, length) });
  }
}

function done({ edits }: StepWriter, step: string | undefined): StepActResult {
  return { kind: 'edits', edits, step };
}

function refused(words: Words): StepActResult {
  return { kind: 'refused', words };
}

function afterOf(graph: StepGraph, step: string): string[] {
  return stringsOf(graph.nodes.get(step)?.step.after);
}

function followersOf(graph: StepGraph, step: string): string[] {
  return [...graph.nodes].flatMap(([id, { after }]) => (after.includes(step) ? [id] : []));
}

function same(a: Plain, b: Plain | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const entries = Object.entries(a) as [string, Plain][];
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => same(value, (b as Record<string, Plain>)[key]))
  );
}

const reasons = {
  unknown: (id: string): Words => ({
    zh: `没有标识为“${id}”的环节。`,
    en: `There is no step "${id}".`,
  }),
  taken: (id: string): Words => ({
    zh: `标识“${id}”已经有环节在用，请换一个。`,
    en: `Another step is called "${id}" already; take another identifier.`,
  }),
  begun: (): Words => ({
    zh: '已经有环节了，请在环节前后添加。',
    en: 'There are steps already: add before or after one of them.',
  }),
  itself: (name: string): Words => ({
    zh: `“${name}”不能等自己办完。请选另一个环节。`,
    en: `"${name}" cannot wait for itself. Choose another step.`,
  }),
  already: (from: string, to: string): Words => ({
    zh: `“${to}”已经排在“${from}”之后。`,
    en: `"${to}" is after "${from}" already.`,
  }),
  cycle: (names: readonly string[]): Words => ({
    zh: `不能连：这样会绕成圈（${names.join(' → ')}），永远办不完。要连的话，先断开其中一段。`,
    en: `Not connected: it would go in a circle (${names.join(' → ')}) and never end. Take one of these connections out first.`,
  }),
  fixed: (): Words => ({
    zh: '环节由上级的操作规程规定，本级不能增加环节。本级法规另有规定的，在表单中增加并写明依据。',
    en: 'The steps are set by the level above, and a lower level adds none. Where a law of your own says so, add it in the form and cite the law.',
  }),
  name: (): Words => ({
    zh: '环节的名称和类型由上级规定，本级不能改。本级可以缩短时限、减少环节、改先后。',
    en: 'The level above names the steps and their kinds. Your level may shorten periods, leave steps out and change the order.',
  }),
};
