import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/catalogue/index.ts';
import { figuresOf, valueText, type Figure, type Scope } from '../../src/report/index.ts';
import { reportFacts } from '../../src/report/reportFacts.ts';
import { published, publishedCentres, type Sizes } from './publishedCentres.ts';

/** The figures of a scope, read from the files of the two centres. */
function figures(scope: Scope, sizes?: Sizes): Map<string, Figure> {
  const catalogue = readCatalogue(publishedCentres(sizes));
  const found = figuresOf(reportFacts(catalogue, [], '2026-06-01'), scope);
  return new Map(found.map((figure) => [figure.id, figure]));
}

describe.each([
  ['by its centre', { centre: 'hall-one' }],
  ['by its division', { division: '990100' }],
])('the first centre, %s', (_, scope) => {
  const found = figures(scope);
  test.each([
    // 160 settled inside is 42 % of all 383 items, and 51 % of the 312 promised ones.
    ['settled-inside-of-all', 160, 383, 42, '进驻中心的全部事项'],
    ['settled-inside-of-promised', 160, 312, 51, '进驻中心的承诺件'],
    ['instant', 71, 383, 19, '进驻中心的全部事项'],
    ['items-in-centre', 383, 383, 100, '本范围实施的全部事项'],
  ])('%s: %i of %i, %i %%', (id, numerator, denominator, percent, of) => {
    const figure = found.get(id)!;
    expect(figure).toMatchObject({ kind: 'share', numerator, denominator });
    expect(figure.of.zh).toBe(of);
    expect(Math.round(figure.value! * 100)).toBe(percent);
    expect(new Set(figure.items).size).toBe(numerator);
  });
});

describe.each([
  ['by its centre', { centre: 'hall-two' }],
  ['by its division', { division: '990200' }],
])('the second centre, %s', (_, scope) => {
  const found = figures(scope);
  test.each([
    ['permit-departments-in-centre', 38, 47, '80.9%', '有行政许可权的全部部门（决定机关）'],
    ['permits-in-centre', 377, 458, '82.3%', '本范围实施的全部行政许可事项'],
    ['charged-in-centre', 105, 428, '24.5%', '进驻中心的全部事项'],
  ])('%s: %i of %i, %s', (id, numerator, denominator, percent, of) => {
    const figure = found.get(id)!;
    expect(figure).toMatchObject({ kind: 'share', numerator, denominator });
    expect(figure.of.zh).toBe(of);
    expect(valueText(figure).zh).toBe(percent);
  });

  test.each([
    ['departments-in-centre', 48, '48 个部门'],
    ['others-in-centre', 51, '51 项'],
    ['promised-average', 5, '5 个工作日'],
  ])('%s: %f', (id, value, words) => {
    expect(found.get(id)?.value).toBe(value);
    expect(valueText(found.get(id)!).zh).toBe(words);
  });
});

test('the items behind a figure are those that it counts', () => {
  const found = figures({ centre: 'hall-two' });
  const charged = found.get('charged-in-centre')!.items;
  expect(charged).toHaveLength(105);
  expect(charged).toContain('990200/b-104');
  expect(charged).not.toContain('990200/b-105');
});

test('one item more at the window, one body less outside, and the figures say so', () => {
  const { first, second } = published;
  const sizes: Sizes = {
    first: { ...first, atWindow: 161, inDepartment: 151 },
    second: { ...second, outside: { items: 81, bodies: 8 } },
  };
  expect(figures({ centre: 'hall-one' }, sizes).get('settled-inside-of-all')).toMatchObject({
    numerator: 161,
    denominator: 383,
  });
  expect(figures({ centre: 'hall-two' }, sizes).get('permit-departments-in-centre')).toMatchObject({
    numerator: 38,
    denominator: 46,
  });
});

test('one body by itself', () => {
  const found = figures({ division: '990200', agency: 'permit-body-0' });
  // 377 permits go round 38 bodies: the first has one of every round, and of the last, begun round.
  expect(found.get('permits-in-centre')).toMatchObject({ numerator: 10, denominator: 10, value: 1 });
  expect(found.get('permit-departments-in-centre')).toMatchObject({ numerator: 1, denominator: 1 });
});
