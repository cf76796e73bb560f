import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Path } from '../../src/model/path.ts';
import { sectionAt, sectionsOf, sectionState } from './sections.ts';

test('an item has a section for each field of its first level, with the required ones marked', () => {
  const sections = sectionsOf('item');
  expect(sections.slice(0, 4).map(({ key }) => key)).toEqual([
    'basics',
    'inForce',
    'legalBasis',
    'authority',
  ]);
  expect(sections.slice(-2).map(({ key }) => key)).toEqual(['id', 'sample']);
  expect(sections.filter(({ required }) => required)).toHaveLength(15);
  expect(sections.every(({ title }) => title.zh !== '' && title.en !== '')).toBe(true);
});

test('a layer has the sections of the item under overlay, and its own', () => {
  const keys = sectionsOf('layer').map(({ key }) => key);
  expect(keys).toContain('overlay/limits');
  expect(keys).not.toContain('overlay');
  expect(keys).toContain('grounds');
});

function finding(path: Path, severity: Diagnostic['severity']): Diagnostic {
  return { code: 'x', severity, message: '', messageEn: '', file: '', path, cites: [] };
}

test('a section counts what is wrong in it', () => {
  const sections = sectionsOf('item');
  const limits = sectionAt(sections, ['limits', 'promised', 'value']);
  const state = sectionState(limits, { limits: { promised: { value: 0 } } }, [
    finding(['limits', 'promised'], 'error'),
    finding(['limits'], 'warning'),
    finding(['fees'], 'error'),
  ]);
  expect(state).toEqual({ errors: 1, warnings: 1, filled: true });
});

test.each([
  [undefined, false],
  [{}, false],
  [{ list: [] }, false],
  [{ statutory: { value: '' } }, false],
  [{ none: '没有' }, true],
  [{ promised: { value: 0 } }, true],
])('limits that say %j are filled: %s', (limits, filled) => {
  const section = sectionAt(sectionsOf('item'), ['limits']);
  expect(sectionState(section, { limits }, []).filled).toBe(filled);
});
