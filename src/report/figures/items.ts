import { followed, schemas, type Words } from '../../model/schemas.ts';
import { fieldAt, labelOf } from '../../model/field.ts';
import { count } from '../figure.ts';
import { grouped } from '../grouped.ts';
import type { Figure, ReportFacts, ReportSubject } from '../types.ts';

const level = followed({ $ref: 'common.json#/$defs/level' });
const state = fieldAt('item', ['basics', 'state'])?.schema ?? schemas.item;
const notSaid: Words = { zh: '未写明', en: 'not stated' };

/** How many items there are: all, and by type, level, state and department, most first. */
export function itemFigures(subjects: readonly ReportSubject[], { types, agencies }: ReportFacts): Figure[] {
  const all: Words = {
    zh: '本范围实施的全部事项（一个地区实施一项计一项）',
    en: 'all items handled here, one a division',
  };
  const by = (
    id: string,
    heading: Words,
    valueOf: (subject: ReportSubject) => string | undefined,
    words: (value: string) => Words,
  ): Figure[] => {
    const groups = grouped(subjects, (one) => valueOf(one) ?? '');
    return [...groups]
      .sort(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b))
      .map(([value, some]) => {
        const { zh, en } = value === '' ? notSaid : words(value);
        const named = { id: `items-${id}-${value === '' ? 'none' : value}`, group: 'items' as const };
        return count({ ...named, zh: `${heading.zh}：${zh}`, en: `${heading.en}: ${en}` }, some, all);
      });
  };
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
  const agencyWords = (id: string): Words => ({ zh: nameOf.get(id) ?? id, en: nameOf.get(id) ?? id });
  return [
    count({ id: 'items', group: 'items', zh: '全部事项', en: 'All items' }, subjects, all),
    ...by(
      'type',
      { zh: '类型', en: 'Type' },
      ({ type }) => type,
      (code) => types[code] ?? { zh: code, en: code },
    ),
    ...by(
      'level',
      { zh: '层级', en: 'Level' },
      (one) => one.level,
      (value) => labelOf(level, value),
    ),
    ...by(
      'state',
      { zh: '状态', en: 'State' },
      (one) => one.state,
      (value) => labelOf(state, value),
    ),
    ...by('agency', { zh: '部门', en: 'Department' }, ({ agency }) => agency, agencyWords),
  ];
}
