/**
 * What the HTML standard says of where an element may stand, as sets of bits, so that a question of each of a million
 * tags is one operation. It knows the elements that pages of ours are made of, and no others.
 */
export interface ElementModel {
  name: string;
  /** What it is. */
  is: number;
  /** What may stand right in it; 0: whatever may stand around it. */
  holds: number;
  /** What may not have stood in the same element before it. */
  notAfter: number;
  /** What has to stand in it. */
  needs: number;
  /** In what it may not stand, however deep. */
  notWithin: number;
  /** What it is to all that stand in it, however deep. */
  around: number;
  isVoid: boolean;
  /** It is nothing without words. */
  isWorded: boolean;
}

// What an element is.
const flow = 1 << 0;
const phrasing = 1 << 1;
const heading = 1 << 2;
const div = 1 << 3;
const listItem = 1 << 4;
const term = 1 << 5;
const description = 1 << 6;
const row = 1 << 7;
const cell = 1 << 8;
const tableHead = 1 << 9;
const tableBody = 1 << 10;
const tableFoot = 1 << 11;
const caption = 1 << 12;
const columns = 1 << 13;
const column = 1 << 14;
const option = 1 << 15;
const optionGroup = 1 << 16;
const legend = 1 << 17;
const summary = 1 << 18;
const figureCaption = 1 << 19;
const metadata = 1 << 20;
const title = 1 << 21;
const drawn = 1 << 22;
const script = 1 << 23;
const head = 1 << 24;
const body = 1 << 25;
const ruby = 1 << 26;
const html = 1 << 27;
const anything = -1;
const nothing = 1 << 30;

/** What may be around an element, however far. */
export const surroundings = {
  link: 1 << 0,
  button: 1 << 1,
  label: 1 << 2,
  form: 1 << 3,
  /** Header or footer of something. */
  band: 1 << 4,
  landmark: 1 << 5,
  /** A short text, such as a term, that has no headings in it. */
  short: 1 << 6,
  caption: 1 << 7,
  definition: 1 << 8,
  hidden: 1 << 9,
  drawing: 1 << 10,
} as const;

/** Where somebody presses or types something already. */
export const pressed = surroundings.link | surroundings.button;

const flowing = flow | phrasing;
const { label, form, band, landmark, short, definition } = surroundings;

const models = new Map<string, ElementModel>();

/** What a model says where nothing else is said. */
const usual = { notAfter: 0, needs: 0, notWithin: 0, around: 0, isVoid: false, isWorded: false };

function define(names: string, is: number, holds: number, more: Partial<ElementModel> = {}): void {
  for (const name of names.split(' ')) models.set(name, { name, is, holds, ...usual, ...more });
}

define('html', html, head | body, { needs: head | body });
define('head', head, metadata, { needs: title, notAfter: head | body });
define('body', body, flowing, { notAfter: body });
define('title', metadata | title | drawn, nothing, { notAfter: title, isWorded: true });
define('meta link base', metadata, nothing, { isVoid: true });
define('style', metadata, nothing);
define('script', metadata | flowing | script, nothing);
define('template', metadata | flowing | script, anything);
define('noscript', metadata | phrasing, 0);

// A caption of a figure stands last; the standard has it first too.
const late = { notAfter: figureCaption };
define('blockquote dialog', flow, flowing, late);
define('div', flow | div, flowing, late);
define('article aside nav', flow, flowing, { ...late, notWithin: short, around: landmark });
define('section', flow, flowing, { ...late, notWithin: short });
define('main', flow, flowing, { ...late, notWithin: landmark | band });
define('header footer', flow, flowing, { ...late, notWithin: band | short, around: band });
define('address', flow, flowing, { ...late, notWithin: short, around: short | band });
define('form', flow, flowing, { ...late, notWithin: form, around: form });
define('h1 h2 h3 h4 h5 h6', flow | heading, phrasing, { ...late, notWithin: short, isWorded: true });
define('figure', flow, flowing | figureCaption, late);
define('figcaption', figureCaption, flowing, late);
define('hr', flow, nothing, { ...late, isVoid: true });
define('p pre', flow, phrasing, late);

define('ul ol', flow, listItem | script, late);
define('li', listItem, flowing);
define('dl', flow, term | description | div | script, late);
define('dt', term, flowing, { around: short | band });
define('dd', description, flowing);

define('table', flow, caption | columns | tableHead | tableBody | tableFoot | row | script, {
  ...late,
  notWithin: surroundings.caption,
});
define('caption', caption, flowing, { notAfter: anything, around: surroundings.caption, isWorded: true });
define('colgroup', columns, column, { notAfter: tableHead | tableBody | tableFoot | row });
define('col', column, nothing, { isVoid: true });
define('thead', tableHead, row | script, { notAfter: tableHead | tableBody | tableFoot | row });
define('tbody', tableBody, row | script, { notAfter: tableFoot });
define('tfoot', tableFoot, row | script, { notAfter: tableFoot });
define('tr', row, cell | script, { notAfter: tableFoot });
define('td', cell, flowing);
define('th', cell, flowing, { around: short | band });

define('fieldset', flow, flowing | legend, { ...late, needs: legend });
define('legend', legend, phrasing | heading, { notAfter: anything, isWorded: true });
define('details', flow, flowing | summary, { ...late, needs: summary, notWithin: pressed });
define('summary', summary, phrasing | heading, { notAfter: anything, isWorded: true });
define('label', phrasing, phrasing, {
  ...late,
  notWithin: label | pressed,
  around: label,
  isWorded: true,
});
define('button', phrasing, phrasing, {
  ...late,
  notWithin: pressed,
  around: surroundings.button,
  isWorded: true,
});
define('input', phrasing, nothing, { ...late, notWithin: pressed, isVoid: true });
define('textarea', phrasing, nothing, { ...late, notWithin: pressed });
define('select', phrasing, option | optionGroup | script, { ...late, notWithin: pressed });
define('optgroup', optionGroup, option | script);
define('option', option, nothing, { isWorded: true });
define('datalist', phrasing, option | phrasing, late);
define('output meter progress', phrasing, phrasing, late);

define('a', phrasing, 0, { ...late, notWithin: pressed, around: surroundings.link, isWorded: true });
define('ins del', phrasing, 0, late);
define('dfn', phrasing, phrasing, { ...late, notWithin: definition, around: definition });
define(
  'abbr b bdi bdo cite code data em i kbd mark q s samp small span strong sub sup time u var',
  phrasing,
  phrasing,
  late,
);
define('ruby', phrasing, phrasing | ruby, late);
define('rt rp', ruby, phrasing);
define('br wbr img', phrasing, nothing, { ...late, isVoid: true });

define('svg', phrasing, drawn, { ...late, around: surroundings.drawing });
define(
  'g path rect circle ellipse line polyline polygon text tspan defs marker use symbol desc',
  drawn,
  drawn,
);

/** What an element that nobody knows may be: it is a fault by itself, and makes no others. */
const unknown: ElementModel = { name: '', is: anything, holds: anything, ...usual };

/** The model of an element; `undefined` if pages of ours do not have it. */
export function knownModel(name: string): ElementModel | undefined {
  return models.get(name);
}

export function modelOf(name: string): ElementModel {
  return models.get(name) ?? unknown;
}

/** What `model` holds where `outer` may stand around it: a link holds what its place does, a `div` of terms terms. */
export function heldBy(model: ElementModel, outer: number): number {
  if (model.holds === 0) return outer;
  return (model.is & div) !== 0 && (outer & term) !== 0 ? term | description | script : model.holds;
}

/** What has to stand in an element and does not, by name; `seen` is what stands in it. */
export function missingIn({ needs }: ElementModel, seen: number): string[] {
  const missing = needs & ~seen;
  return (
    [
      [head, 'head'],
      [body, 'body'],
      [title, 'title'],
      [legend, 'legend'],
      [summary, 'summary'],
    ] as const
  )
    .filter(([bit]) => (missing & bit) !== 0)
    .map(([, name]) => name);
}

/** Elements that people press or type into: they take the focus. */
export const focusable = new Set(['a', 'button', 'input', 'select', 'textarea', 'summary']);
/** Elements that a label may be for. */
export const labelable = new Set(['button', 'input', 'meter', 'output', 'progress', 'select', 'textarea']);
