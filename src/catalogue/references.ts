import type { Diagnostic } from '../model/diagnostic.ts';
import { wordsOf } from '../model/field.ts';
import type { Path } from '../model/path.ts';
import type { Schema, Words } from '../model/schemas.ts';
import { eachReference, type SeeReference } from './eachReference.ts';
import type { EffectiveItem, Lookups, Source } from './types.ts';

/** What else a reference may name beside `Lookups`. */
export interface Known {
  lookups: Lookups;
  /** Whether a file under `forms/` exists; everything exists where this is not known. */
  hasFile?: (path: string) => boolean;
}

const nouns: Record<string, { zh: string; en: string; where: string }> = {
  law: { zh: '法规', en: 'law', where: 'laws/' },
  agency: { zh: '机关', en: 'agency', where: 'agencies/' },
  centre: { zh: '中心', en: 'centre', where: 'centres/' },
  window: { zh: '窗口', en: 'window', where: 'centres/' },
  item: { zh: '事项', en: 'item', where: '000000/' },
  calendar: { zh: '日历', en: 'calendar', where: 'calendars/' },
  division: { zh: '行政区划', en: 'division', where: 'catalogue.yaml' },
  file: { zh: '附件', en: 'file', where: 'forms/' },
};

/** References of one file to the catalogue around it that lead nowhere, or to a code that is retired. */
export function brokenReferences(source: Source<unknown>, known: Known): Diagnostic[] {
  const out: Diagnostic[] = [];
  const see: SeeReference = (value, schema, path) => {
    const ref = schema['x-ref']!;
    if (resolves(ref, value, known)) {
      const note = retiredNote(ref, value, wordsOf(schema), known.lookups);
      if (note !== undefined) out.push({ ...note, file: source.path, path: path(), cites: [] });
      return;
    }
    // Of an empty text where none may be, the schema check speaks.
    if (value === '' && !mayBeEmpty(schema)) return;
    const field = wordsOf(schema);
    const list = ref.startsWith('codeList:') ? ref.slice('codeList:'.length) : undefined;
    const noun =
      list === undefined
        ? nouns[ref]!
        : { zh: '代码', en: 'code', where: `catalogue.yaml codeLists.${list}` };
    const [what, whatEn] =
      value === ''
        ? [`没有填写${noun.zh}`, `no ${noun.en} is given`]
        : [`没有标识为“${value}”的${noun.zh}`, `no ${noun.en} "${value}"`];
    out.push({
      code: `catalogue/unknown-${list === undefined ? ref : 'code'}`,
      severity: 'error',
      message: `${field.zh}：${what}。请从已有的中选择，或先在 ${noun.where} 中登记。`,
      messageEn: `${field.en}: ${whatEn}. Choose one that exists, or enter it in ${noun.where} first.`,
      file: source.path,
      path: path(),
      cites: [],
    });
  };
  eachReference(source.kind, source.written, see, source.shape);
  return out;
}

/** A retired code stays what it is where it stands; whoever writes there next is told. */
function retiredNote(
  ref: string,
  code: string,
  field: Words,
  lookups: Lookups,
): Pick<Diagnostic, 'code' | 'severity' | 'message' | 'messageEn'> | undefined {
  if (!ref.startsWith('codeList:')) return undefined;
  const list = ref.slice('codeList:'.length);
  const reason = lookups.retiredCode(list, code);
  if (reason === undefined) return undefined;
  const { zh, en } = lookups.codeLabel(list, code);
  return {
    code: 'catalogue/retired-code',
    severity: 'info',
    message: `${field.zh}：“${zh}”（${code}）已停用：${reason}。现在仍然有效；改写时请另选。`,
    messageEn: `${field.en}: "${en}" (${code}) is retired: ${reason}. It still holds; choose another when you write here.`,
  };
}

function mayBeEmpty({ pattern, minLength = 0 }: Schema): boolean {
  return minLength === 0 && (pattern === undefined || new RegExp(pattern, 'u').test(''));
}

function resolves(ref: string, value: string, { lookups, hasFile }: Known): boolean {
  if (ref.startsWith('codeList:')) return lookups.hasCode(ref.slice('codeList:'.length), value);
  switch (ref) {
    case 'law':
      return lookups.law(value) !== undefined;
    case 'agency':
      return lookups.agency(value) !== undefined;
    case 'centre':
      return lookups.centre(value) !== undefined;
    case 'window':
      return lookups.window(value) !== undefined;
    case 'item':
      return lookups.itemName(value) !== undefined;
    case 'calendar':
      return lookups.calendar()?.id === value;
    case 'division':
      return lookups.config.divisions?.some((division) => division.code === value) ?? false;
    case 'file':
      return hasFile?.(value) ?? true;
    default:
      return true;
  }
}

type Element = Record<string, unknown>;

/**
 * References inside one item that lead nowhere: a step after a step, a material's form and conditions, and the
 * questions and options of every `when` and every fee. They are judged on the effective item, because a layer may name what
 * the base has.
 */
export function brokenInnerReferences(effective: EffectiveItem): Diagnostic[] {
  const out: Diagnostic[] = [];
  const item = effective.item as Record<string, unknown>;
  const report = (path: Path, zh: string, en: string, id: unknown) => {
    const origin = effective.originOf(path);
    out.push({
      code: 'catalogue/unknown-element',
      severity: 'error',
      message: `本事项没有标识为“${String(id)}”的${zh}。请改为已有的标识，或去掉这一引用。`,
      messageEn: `This item has no ${en} "${String(id)}". Name one that exists, or take the reference out.`,
      file: origin.file,
      path: origin.path,
      cites: [],
    });
  };
  const lists = {
    steps: elements(item, 'procedure', 'steps'),
    materials: elements(item, 'materials', 'list'),
    forms: elements(item, 'forms', 'list'),
    grant: elements(item, 'conditions', 'grant'),
    fees: elements(item, 'fees', 'list'),
    questions: list(item['questions']),
    variants: list(item['variants']),
    limitCases: elements(item, 'limits', 'cases'),
  };
  const pointsInto = (
    from: Element[],
    at: Path,
    key: string,
    target: Set<unknown>,
    zh: string,
    en: string,
  ) => {
    for (const [i, element] of from.entries()) {
      const names = element?.[key];
      for (const [j, name] of (Array.isArray(names) ? names : names === undefined ? [] : [names]).entries())
        if (!target.has(name))
          report(Array.isArray(names) ? [...at, i, key, j] : [...at, i, key], zh, en, name);
    }
  };
  pointsInto(lists.steps, ['procedure', 'steps'], 'after', ids(lists.steps), '环节', 'step');
  pointsInto(lists.materials, ['materials', 'list'], 'form', ids(lists.forms), '表格', 'form');
  pointsInto(
    lists.materials,
    ['materials', 'list'],
    'conditions',
    ids(lists.grant),
    '准予条件',
    'condition to grant',
  );
  const questions = new Map(lists.questions.map((question) => [question?.['id'], question]));
  // The variants are asked for before anything else: `when: {variant: [renewal]}`.
  if (lists.variants.length > 0) questions.set('variant', { options: lists.variants });
  const whens: [Element[], Path][] = [
    [lists.steps, ['procedure', 'steps']],
    [lists.materials, ['materials', 'list']],
    [lists.grant, ['conditions', 'grant']],
    [lists.fees, ['fees', 'list']],
    [lists.limitCases, ['limits', 'cases']],
  ];
  const asked = (at: Path, id: unknown) => {
    if (id !== undefined && !questions.has(id)) report([...at, 'question'], '问题', 'question', id);
  };
  for (const [i, fee] of lists.fees.entries()) {
    const at = ['fees', 'list', i];
    const standard = mapOf(fee?.['standard']);
    asked([...at, 'standard'], standard['question']);
    whens.push([list(fee?.['reductions']), [...at, 'reductions']]);
    const terms = list(standard['terms']);
    whens.push([terms, [...at, 'standard', 'terms']]);
    for (const [j, term] of terms.entries())
      for (const [k, factor] of list(term?.['times']).entries())
        asked([...at, 'standard', 'terms', j, 'times', k], factor?.['question']);
  }
  for (const [conditional, at] of whens)
    for (const [i, element] of conditional.entries()) {
      const when = element?.['when'];
      if (typeof when !== 'object' || when === null) continue;
      for (const [id, wanted] of Object.entries(when)) {
        const question = questions.get(id);
        if (question === undefined) report([...at, i, 'when', id], '问题', 'question', id);
        else if (Array.isArray(wanted)) {
          const options = ids(list(question['options']));
          for (const [j, option] of wanted.entries())
            if (!options.has(option)) report([...at, i, 'when', id, j], '选项', 'option', option);
        }
      }
    }
  return out;
}

function elements(item: Element, group: string, name: string): Element[] {
  return list(mapOf(item[group])[name]);
}

/** A list of a draft; its elements may still be anything. */
function list(value: unknown): Element[] {
  return Array.isArray(value) ? (value as Element[]) : [];
}

function mapOf(value: unknown): Element {
  return typeof value === 'object' && value !== null ? (value as Element) : {};
}

function ids(list: readonly Element[]): Set<unknown> {
  return new Set(list.map((element) => element?.['id']));
}
