import { expect, test } from 'vitest';
import { allToggled, chosenWith, extended, nothingChosen, toggled } from './selection.ts';

const files = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ chosen }: { chosen: ReadonlySet<string> }) => [...chosen].sort().join('');

test('a range is drawn from what was chosen last, either way', () => {
  const b = toggled(nothingChosen, 'b');
  expect(chosen(extended(b, 'd', files))).toBe('bcd');
  expect(chosen(extended(b, 'a', files))).toBe('ab');
});

test('a range from what was just left leaves all of it', () => {
  const all = allToggled(nothingChosen, files);
  expect(chosen(extended(toggled(all, 'b'), 'd', files))).toBe('ae');
});

test('without a beginning among the rows listed, a range is the one row', () => {
  expect(chosen(extended(nothingChosen, 'c', files))).toBe('c');
  expect(chosen(extended(toggled(nothingChosen, 'z'), 'c', files))).toBe('cz');
});

test('all that are listed are chosen, then none of them; others stay', () => {
  const other = toggled(nothingChosen, 'z');
  const all = allToggled(other, files);
  expect(chosen(all)).toBe('abcdez');
  expect(chosen(allToggled(all, files))).toBe('z');
});

test('a row that is chosen anyhow begins a range', () => {
  const c = chosenWith(toggled(nothingChosen, 'c'), 'c');
  expect(chosen(extended(c, 'd', files))).toBe('cd');
});
