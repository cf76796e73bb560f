import type { Fact, Group, GuideView, WindowView } from './types.ts';

/** A thing that a guide says, under a name that stays while its words change. */
export interface Statement {
  section: string;
  name: string;
  text: string;
}

/** What is said otherwise than before; without `before` it is new, without `after` it is said no more. */
export interface ChangedStatement {
  section: string;
  name: string;
  before?: string;
  after?: string;
}

/** All that a guide says, thing by thing, so that two versions of it can be told apart in words. */
export function statementsOf(view: GuideView): Statement[] {
  const { limits, materials, fees, steps, conditions, result, supervision, annual } = view;
  return [
    ...named('事项', [
      ['名称', view.name],
      ...(view.summary === undefined ? [] : [['说明', view.summary] as const]),
    ]),
    ...none('申请材料', materials.none),
    ...named(
      '申请材料',
      listOf(materials).map((one) => [
        one.text,
        one.need,
        one.medium,
        one.copies,
        one.whenWords,
        ...one.notes,
      ]),
    ),
    ...none('办理程序', steps.none),
    ...named(
      '办理程序',
      listOf(steps).map(({ text, days, whenWords, post }) => [text, days, post, whenWords]),
    ),
    ...none('办理时限', limits.none),
    ...facts('办理时限', listOf(limits)),
    ...named(
      '办理时限',
      view.limitCases.map(({ text, whenWords }) => [whenWords, text]),
    ),
    ...none('收费', fees.none),
    ...named(
      '收费',
      listOf(fees).map((fee) => [
        fee.text,
        fee.standard,
        ...fee.details,
        ...fee.reductions.map(({ text }) => text),
      ]),
    ),
    ...none('办理条件', conditions.none),
    ...named(
      '办理条件',
      [...listOf(conditions), ...view.refuse].map(({ text, whenWords }) => [text, whenWords]),
    ),
    ...named(
      '法律依据',
      view.basis.map(({ words, role }) => [words, role]),
    ),
    ...named('实施机关', [
      ['受理机关', view.accepts.name],
      ['决定机关', view.decides.name],
    ]),
    ...none('审批结果', result.none),
    ...facts('审批结果', listOf(result)),
    ...none('年检与监管', annual.none),
    ...facts('年检与监管', listOf(annual)),
    ...named(
      '年检与监管',
      listOf(supervision).map(({ text }) => [text]),
    ),
    ...facts('权利与救济', view.remedies),
    ...facts('去哪里办', [...view.phones, ...view.service]),
    ...windowStatements(view.windows),
    ...named(
      '常见问题',
      view.faq.map(({ question, answer }) => [question, answer]),
    ),
    ...facts('发布与版本', view.promulgation),
  ];
}

/** What a group lists; nothing where there is expressly none. */
function listOf<T>(group: Group<T>): T[] {
  return group.none === undefined ? group.list : [];
}

function none(section: string, reason: string | undefined): Statement[] {
  return reason === undefined ? [] : [{ section, name: '', text: reason }];
}

/** Things of a section, each its name and what is said of it. */
export function named(
  section: string,
  list: readonly (readonly [name: string, ...said: string[]])[],
): Statement[] {
  return list.map(([name, ...said]) => ({
    section,
    name,
    text: said.filter((one) => one !== '').join('，'),
  }));
}

/** Labelled values of a section. */
export function facts(section: string, list: readonly Pick<Fact, 'label' | 'value'>[]): Statement[] {
  return list.map(({ label, value }) => ({ section, name: label.zh, text: value }));
}

/** Where one goes, under the heading that all pages have for it. */
export function windowStatements(windows: readonly WindowView[]): Statement[] {
  return named(
    '去哪里办',
    windows.map(({ centre, number, name, address, hours }) => [
      `${centre} ${number} 号窗口`,
      name,
      address,
      hours,
    ]),
  );
}

/** What `after` says otherwise than `before`, in the order of `after`; what is said no more comes last. */
export function changedStatements(
  before: readonly Statement[],
  after: readonly Statement[],
): ChangedStatement[] {
  const [old, now] = [keyed(before), keyed(after)];
  const changed: ChangedStatement[] = [];
  for (const [key, { section, name, text }] of now) {
    const was = old.get(key);
    if (was === undefined) changed.push({ section, name, after: text });
    else if (was.text !== text) changed.push({ section, name, before: was.text, after: text });
  }
  for (const [key, { section, name, text }] of old)
    if (!now.has(key)) changed.push({ section, name, before: text });
  return changed;
}

/** By section and name; of several with one name, each by its turn. */
function keyed(statements: readonly Statement[]): Map<string, Statement> {
  const out = new Map<string, Statement>();
  for (const one of statements) {
    let key = `${one.section}\n${one.name}`;
    while (out.has(key)) key += '\n';
    out.set(key, one);
  }
  return out;
}
