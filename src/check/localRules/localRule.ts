import type { Lookups } from '../../catalogue/index.ts';
import type { CatalogueShape } from '../../model/catalogueShape.ts';
import { fieldAt, labelOf } from '../../model/field.ts';
import type { RuleFile } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';
import { valueAt, type Path } from '../../model/path.ts';
import type { Words } from '../../model/schemas.ts';
import type { Finding, ItemRule } from '../rules/index.ts';
import { budget, judgeOf, type Subject } from './condition.ts';
import { elementsAt, stepsOf } from './fieldPath.ts';

/** Rules that one catalogue may write; those after the last are not run, which is told. */
export const mostRules = 200;

/**
 * A rule that a catalogue writes as data, run like any other: of the elements that it looks at and that meet
 * `where`, each that does not meet `must` is a finding. What is not filled in is neither.
 */
export function localRule(said: Draft<RuleFile>): ItemRule {
  const where = said.where && judgeOf(said.where);
  const must = judgeOf(said.must ?? {});
  const elements = said.for === undefined ? [] : stepsOf(said.for);
  const at = said.at === undefined ? [] : stepsOf(said.at);
  const title = both(said.title);
  return {
    id: said.id ?? '',
    family: 'local',
    scope: 'item',
    severity: said.severity ?? 'warning',
    title,
    why: both(said.why),
    // A citation without a law is the schema's to name.
    cites: (said.cites ?? []).flatMap(({ law, article, paragraph }) =>
      law === undefined
        ? []
        : [{ law, ...(article !== undefined && { article }), ...(paragraph !== undefined && { paragraph }) }],
    ),
    good: examplesOf(said.cases?.good),
    bad: examplesOf(said.cases?.bad),
    check(item, { lookups }, { division }) {
      if (!appliesIn(said.divisions, division, lookups)) return [];
      const left = { left: budget };
      const found: Finding[] = [];
      for (const { path, value } of elementsAt(item, elements)) {
        const subject: Subject = { item, element: value, budget: left };
        if (value === undefined || (where !== undefined && where(subject) !== true)) continue;
        if (must(subject) === false)
          found.push({ path: [...path, ...at], message: filled(said.message, path, subject, lookups.shape) });
        if (left.left < 0) return [...found, tooMuch(path, title)];
      }
      return found;
    },
  };
}

function appliesIn(divisions: readonly string[] | undefined, division: string, lookups: Lookups): boolean {
  if (divisions === undefined) return true;
  const chain = lookups.divisionChain(division);
  return divisions.some((code) => chain.includes(code));
}

function both(words: { zh?: string; en?: string } | undefined): Words {
  const zh = words?.zh ?? '';
  return { zh, en: words?.en ?? zh };
}

function examplesOf(cases: Draft<RuleFile['cases']['bad']> | undefined) {
  return (cases ?? []).map(({ name = '', item, at }) => ({
    name,
    // The schema of a rule gives a case's item the fields of an item, none required.
    item: (item ?? {}) as Draft<Item>,
    ...(at !== undefined && { at: stepsOf(at).map((step) => (/^\d+$/.test(step) ? Number(step) : step)) }),
  }));
}

const longest = 60;

/** The message with `{field}` and `{item:field}` filled in, values of code lists in words. */
function filled(
  message: Draft<RuleFile['message']> | undefined,
  path: Path,
  { item, element }: Subject,
  shape: CatalogueShape,
): Words {
  const fill = (text: string, language: keyof Words) =>
    text.replace(/\{(item:)?([A-Za-z0-9.-]{1,120})\}/g, (_, root: string | undefined, field: string) => {
      const steps = stepsOf(field);
      const value = valueAt(root === undefined ? element : item, steps);
      return inWords(value, root === undefined ? [...path, ...steps] : steps, { language, shape });
    });
  return { zh: fill(message?.zh ?? '', 'zh'), en: fill(message?.en ?? '', 'en') };
}

function inWords(value: unknown, path: Path, how: { language: keyof Words; shape: CatalogueShape }): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') {
    const number = valueAt(value, ['value']);
    const unit = valueAt(value, ['unit']);
    return typeof number === 'number' && typeof unit === 'string'
      ? `${number} ${inWords(unit, [...path, 'unit'], how)}`
      : '—';
  }
  const field = fieldAt('item', path, undefined, how.shape);
  const text = field === undefined ? value : labelOf(field.schema, value)[how.language];
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function tooMuch(path: Path, title: Words): Finding {
  return {
    path,
    severity: 'warning',
    message: {
      zh: `本事项太大，规则“${title.zh}”没有看完。请把规则的 for 和 where 写窄一些。`,
      en: `The item is too large for the rule "${title.en}", which did not look at all of it. Make its for and where narrower.`,
    },
  };
}
