import { describe, expect, test } from 'vitest';
import type { Diagnostic, Fix } from '../../src/model/diagnostic.ts';
import type { Path } from '../../src/model/path.ts';
import { sectionsOf } from '../form/sections.ts';
import { findingGroups, fixOfAll } from './findingGroups.ts';

function finding(code: string, path: Path, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code, severity: 'error', message: '', messageEn: '', file: 'a.yaml', path, cites: [], ...more };
}
const take = (...path: Path): Fix => ({
  title: '删去',
  titleEn: 'Remove',
  edits: [{ kind: 'remove', path }],
});

describe('findings by section', () => {
  test('stand in the order of the form, the worst of a section first, the file before all', () => {
    const groups = findingGroups(
      [
        finding('d', ['fees', 'list', 0]),
        finding('b', ['basics', 'name'], { severity: 'info' }),
        finding('a', []),
        finding('c', ['basics', 'basicCode']),
      ],
      sectionsOf('item'),
    );
    expect(groups.map(({ key, findings }) => [key, findings.map(({ code }) => code)])).toEqual([
      ['', ['a']],
      ['basics', ['c', 'b']],
      ['fees', ['d']],
    ]);
  });
});

describe('all fixes of a kind', () => {
  test('are made from the last place to the first, so that none moves another', () => {
    const found = [
      finding('twice', ['legalBasis', 2], { fix: take('legalBasis', 2) }),
      finding('other', ['legalBasis', 0], { fix: take('legalBasis', 0) }),
      finding('twice', ['legalBasis', 10], { fix: take('legalBasis', 10) }),
      finding('twice', ['legalBasis', 3]),
    ];
    expect(fixOfAll(found, 'twice')).toEqual({
      title: '删去（2 处）',
      titleEn: 'Remove (2 places)',
      edits: [
        { kind: 'remove', path: ['legalBasis', 10] },
        { kind: 'remove', path: ['legalBasis', 2] },
      ],
    });
  });

  test('are no more than the one where there is one', () => {
    expect(fixOfAll([finding('a', ['fees'], { fix: take('fees') })], 'a')).toBeUndefined();
  });
});
