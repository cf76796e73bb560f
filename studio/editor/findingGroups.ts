import type { Diagnostic, Fix } from '../../src/model/diagnostic.ts';
import type { Edit } from '../../src/model/edit.ts';
import type { Path } from '../../src/model/path.ts';
import type { Words } from '../../src/model/schemas.ts';
import { sectionAt, type Section } from '../form/sections.ts';
import { many } from '../i18n/many.ts';

/** The findings of one section of the form, the worst first. */
export interface FindingGroup {
  key: string;
  title: Words;
  findings: Diagnostic[];
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** `diagnostics` by the section they stand in, in the order of the form; what is about the whole file comes first. */
export function findingGroups(
  diagnostics: readonly Diagnostic[],
  sections: readonly Section[],
): FindingGroup[] {
  const whole: FindingGroup = { key: '', title: { zh: '整个文件', en: 'The whole file' }, findings: [] };
  const groups = new Map(
    sections.map((section) => [
      section,
      { key: section.key, title: section.title, findings: [] as Diagnostic[] },
    ]),
  );
  for (const one of diagnostics) {
    const section = one.path.length === 0 ? undefined : sectionAt(sections, one.path);
    (section && startsWith(one.path, section.path) ? groups.get(section)! : whole).findings.push(one);
  }
  return [whole, ...groups.values()]
    .filter(({ findings }) => findings.length > 0)
    .map((group) => ({
      ...group,
      findings: group.findings.sort((a, b) => rank[a.severity] - rank[b.severity]),
    }));
}

function startsWith(path: Path, above: Path): boolean {
  return above.every((step, i) => path[i] === step);
}

/** All the fixes of findings of the kind `code`, as one; `undefined` where there are fewer than two. */
export function fixOfAll(diagnostics: readonly Diagnostic[], code: string): Fix | undefined {
  const fixes = diagnostics.flatMap((one) => (one.code === code && one.fix !== undefined ? [one.fix] : []));
  const [first] = fixes;
  if (first === undefined || fixes.length < 2) return undefined;
  // From the last place to the first: what an edit takes out or puts in moves only what stands behind it.
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => -before(a, b));
  const titles = new Set(fixes.map(({ title }) => title));
  const count = fixes.length;
  return titles.size === 1
    ? { title: `${first.title}（${count} 处）`, titleEn: `${first.titleEn} (${many(count, 'place')})`, edits }
    : { title: `修正 ${count} 处`, titleEn: `Mend ${many(count, 'place')}`, edits };
}

/** Below 0 where `a` stands before `b` among the elements of the same lists, above 0 behind it, else 0. */
function before({ path: a }: Edit, { path: b }: Edit): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x) < String(y) ? -1 : 1;
  }
  return a.length - b.length;
}
