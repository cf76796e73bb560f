import type { Plain } from '../../model/edit.ts';
import { pointer, valueAt, type Path } from '../../model/path.ts';
import { extendedShape } from '../../model/extendedShape.ts';
import { followed, type Schema } from '../../model/schemas.ts';
import { citedElements } from './citedElements.ts';
import { put, resolveTarget, type DraftFile } from './draftFile.ts';
import type { FillOptions, Task } from './fillDraft.ts';
import { pieces } from './pieces.ts';
import type { Outcome } from './report.ts';
import { givenPlace } from './source.ts';
import { targetSchema, type TargetStep } from './target.ts';
import { understand, type Understood } from './understand.ts';

/** Writes the cells of one column of one row into a draft, and reports what became of each piece of them. */
export function applyRule(task: Task, draft: DraftFile, options: FillOptions): void {
  const { rule, steps, cells, isRepeated } = task;
  const { source, outcomes, number } = options;
  const schema = targetSchema(draft.kind, steps, extendedShape(options.lookups.data.extension)) ?? {};
  const isSeries = steps.some((step) => step.kind === 'element' && step.isSeries);
  let piece = -1;
  for (const cell of cells) {
    const add = (outcome: Outcome) => {
      // What the profile gives by itself ($place) is no value of the source.
      if (cell.at !== givenPlace) outcomes.add(outcomes.entry(source.name, cell), outcome);
    };
    const refuse = (text: string, zh: string, en: string) =>
      add({ kind: 'not-understood', piece: text, to: rule.to, why: { zh, en } });
    const parts = rule.exact === true ? [cell.text] : pieces(cell.text, rule);
    if (parts.length === 0)
      refuse(cell.text, '去掉开头和编号后没有内容', 'nothing is left without its beginning');
    for (const part of parts)
      for (const said of meanings(part, schema, task, options)) {
        piece++;
        if (said.kind === 'not-understood') {
          refuse(part, said.why.zh, said.why.en);
          continue;
        }
        if (isRepeated && isSeries && !hasElement(draft, steps, number, piece)) continue;
        const path = resolveTarget(draft, steps, { row: number, piece });
        const { value, remark } = said;
        const isFurther = piece > 0 && !isSeries;
        const at = write(draft, path, { value, isList: isListed(schema, task), isFurther });
        if (at === undefined) {
          const held = inWords(valueAt(draft.value, path) as Plain);
          refuse(part, `这个字段已经写入“${held}”`, `the field already holds "${held}"`);
          continue;
        }
        writeBeside(draft, path, task, options);
        add({ kind: 'placed', file: draft.path, path: pointer(at), value, ...(remark && { remark }) });
      }
  }
}

/** What a piece of text means for a field: one value, or one for each law that it cites. */
function meanings(part: string, schema: Schema, { rule }: Task, options: FillOptions): Understood[] {
  const { lookups } = options;
  if (rule.exact !== true && schema.properties?.['law'] !== undefined)
    return citedElements(part, lookups.data.laws).map((element) => ({ kind: 'value', ...element }));
  return [
    understand(part, isListed(schema, { rule }) ? followed(schema.items ?? {}) : schema, {
      lookups,
      map: new Map((rule.map ?? []).map(({ from, to }) => [from, to])),
      ...(rule.unit !== undefined && { unit: rule.unit }),
      ...(rule.exact === true && { exact: true }),
    }),
  ];
}

/** Whether every piece is an element of a list of plain values. */
function isListed(schema: Schema, { rule }: Pick<Task, 'rule'>): boolean {
  return schema.type === 'array' && rule.exact !== true;
}

interface Writing {
  value: Plain;
  isList: boolean;
  /** More of the column whose text stands there: a further line of it. */
  isFurther: boolean;
}

/** Writes a value and gives the place where it stands; undefined where something else stands there already. */
function write(draft: DraftFile, path: Path, { value, isList, isFurther }: Writing): Path | undefined {
  const held = valueAt(draft.value, path) as Plain | undefined;
  if (isList) {
    const list = (held ?? put(draft.value, path, [])) as Plain[];
    if (!list.includes(value)) list.push(value);
    return [...path, list.indexOf(value)];
  }
  if (held === undefined || held === null) put(draft.value, path, value);
  else if (isMap(held) && isMap(value) && Object.keys(value).every((key) => held[key] === undefined))
    Object.assign(held, value);
  else if (JSON.stringify(held) === JSON.stringify(value)) return path;
  else if (isFurther && typeof held === 'string' && typeof value === 'string')
    put(draft.value, path, `${held}\n${value}`);
  else return undefined;
  return path;
}

const isMap = (value: Plain): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes what the profile wants in each element that a column makes, where nothing stands there yet. */
function writeBeside(draft: DraftFile, path: Path, { rule, steps }: Task, { lookups }: FillOptions): void {
  const last = steps.findLastIndex((step) => step.kind === 'element');
  for (const { field, value } of rule.with ?? []) {
    const at = [...path.slice(0, last + 1), field];
    if (valueAt(draft.value, at) !== undefined) continue;
    const inside: TargetStep[] = [...steps.slice(0, last + 1), { kind: 'key', key: field }];
    const schema = targetSchema(draft.kind, inside, extendedShape(lookups.data.extension)) ?? {};
    const said = understand(value, schema, { lookups });
    if (said.kind === 'value') put(draft.value, at, said.value);
  }
}

function inWords(value: Plain): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Whether this row has made the element already that the last series of `steps` leads to. */
function hasElement(draft: DraftFile, steps: readonly TargetStep[], row: number, piece: number): boolean {
  const at = steps.findIndex((step) => step.kind === 'element' && step.isSeries);
  const list = steps.slice(0, at).map((step) => (step.kind === 'key' ? step.key : step.name));
  const { name } = steps[at] as Extract<TargetStep, { kind: 'element' }>;
  return draft.elements.has(`${list.join('.')} ${name}* ${row} ${piece}`);
}
