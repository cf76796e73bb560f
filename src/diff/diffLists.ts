import type { ListFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { fieldAt, labelOf } from '../model/field.ts';
import type { Words } from '../model/schemas.ts';

type Line = NonNullable<Draft<ListFile>['lines']>[number];

/** What became of one permit from one list to the next. */
export interface ListChange {
  kind: 'added' | 'removed' | 'changed';
  id: string;
  name: string;
  words: Words;
}

const compared = [
  ['name', { zh: '名称', en: 'name' }],
  ['code', { zh: '基本编码', en: 'basic code' }],
  ['authority', { zh: '决定机关', en: 'authority' }],
  ['decision', { zh: '清理结论', en: 'decision' }],
  ['target', { zh: '去向', en: 'target' }],
] as const;

/**
 * What changed between two published lists, in words: first what was added, then what is gone, then what changed,
 * each in the order of its list. Lines are the same permit by their id.
 */
export function diffLists(before: Draft<ListFile>, after: Draft<ListFile>): ListChange[] {
  const old = byId(before);
  const now = byId(after);
  const added = [...now].filter(([id]) => !old.has(id));
  const removed = [...old].filter(([id]) => !now.has(id));
  return [
    ...added.map(([id, line]) => change('added', id, line, { zh: '新列入', en: 'new on the list' })),
    ...removed.map(([id, line]) =>
      change('removed', id, line, { zh: '不再列入', en: 'no longer on the list' }),
    ),
    ...[...now].flatMap(([id, line]) => {
      const was = old.get(id);
      const parts = was === undefined ? [] : differences(was, line);
      if (parts.length === 0) return [];
      const words = { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
      return [{ kind: 'changed' as const, id, name: was?.name ?? id, words }];
    }),
  ];
}

function byId({ lines = [] }: Draft<ListFile>): Map<string, Line> {
  return new Map(lines.map((line) => [line.id ?? '', line]));
}

function change(kind: 'added' | 'removed', id: string, line: Line, verb: Words): ListChange {
  const decision = wordsOf('decision', line.decision);
  return {
    kind,
    id,
    name: line.name ?? id,
    words: {
      zh: `${verb.zh}（${line.authority ?? ''}，${decision.zh}）`,
      en: `${verb.en} (${line.authority ?? ''}, ${decision.en})`,
    },
  };
}

function differences(was: Line, is: Line): Words[] {
  return compared.flatMap(([key, title]) => {
    if (was[key] === is[key]) return [];
    const [old, now] = [wordsOf(key, was[key]), wordsOf(key, is[key])];
    return [{ zh: `${title.zh} ${old.zh} → ${now.zh}`, en: `${title.en} ${old.en} → ${now.en}` }];
  });
}

/** A value in words; 无 where a line has none. */
function wordsOf(key: keyof Line, value: string | undefined): Words {
  if (value === undefined) return { zh: '无', en: 'none' };
  const schema = key === 'decision' ? fieldAt('list', ['lines', 0, 'decision'])?.schema : undefined;
  return schema === undefined ? { zh: value, en: value } : labelOf(schema, value);
}
