import type { Words } from '../../../model/schemas.ts';
import { focusable } from './contentModel.ts';

const setOf = (names: string) => new Set(names.split(' '));

/** Attributes of every element, `data-…` and `aria-…` left out. */
const common = setOf('class dir hidden id lang role tabindex title translate');
/** Attributes of drawings. */
const ofDrawings = setOf(
  'class cx cy d dx dy fill height href id markerHeight markerUnits markerWidth orient points preserveAspectRatio r refX refY role rx ry shape-rendering stroke stroke-width text-anchor transform viewBox width x x1 x2 y y1 y2',
);
const drawings = setOf(
  'svg g path rect circle ellipse line polyline polygon text tspan defs marker use symbol desc',
);

/** Attributes of some elements. */
const own: Readonly<Record<string, ReadonlySet<string>>> = {
  a: setOf('download href hreflang rel target type'),
  base: setOf('href'),
  blockquote: setOf('cite'),
  button: setOf('disabled form name type value'),
  col: setOf('span style'),
  colgroup: setOf('span'),
  data: setOf('value'),
  del: setOf('cite datetime'),
  details: setOf('name open'),
  dialog: setOf('open'),
  fieldset: setOf('disabled name'),
  form: setOf('action autocomplete method name novalidate'),
  img: setOf('alt decoding height loading src width'),
  input: setOf(
    'autocomplete checked disabled form inputmode list max maxlength min minlength name pattern placeholder readonly required size step type value',
  ),
  ins: setOf('cite datetime'),
  label: setOf('for'),
  li: setOf('value'),
  link: setOf('href hreflang media rel sizes type'),
  meta: setOf('charset content http-equiv name property'),
  meter: setOf('high low max min optimum value'),
  ol: setOf('reversed start type'),
  optgroup: setOf('disabled label'),
  option: setOf('disabled label selected value'),
  output: setOf('for name'),
  progress: setOf('max value'),
  q: setOf('cite'),
  script: setOf('async crossorigin defer integrity src type'),
  select: setOf('disabled multiple name required size'),
  style: setOf('media'),
  td: setOf('colspan headers rowspan'),
  textarea: setOf('cols disabled maxlength name placeholder readonly required rows'),
  th: setOf('abbr colspan headers rowspan scope'),
  time: setOf('datetime'),
};

/** What an attribute may say, of `element attribute` or of the attribute anywhere. */
const values: Readonly<Record<string, ReadonlySet<string>>> = {
  'button type': setOf('button submit reset'),
  'input type': setOf(
    'button checkbox color date datetime-local email file hidden month number password radio range reset search submit tel text time url week',
  ),
  'form method': setOf('get post dialog'),
  'th scope': setOf('row col rowgroup colgroup'),
  'ol type': setOf('1 a A i I'),
  'a target': setOf('_blank _self _parent _top'),
  autocomplete: setOf('on off name tel email organization street-address'),
  dir: setOf('ltr rtl auto'),
  inputmode: setOf('none text decimal numeric tel search email url'),
  loading: setOf('eager lazy'),
  decoding: setOf('sync async auto'),
  translate: setOf('yes no'),
  // What has an element of its own has no role: <button> and not role="button".
  role: setOf(
    'alert alertdialog doc-subtitle group img log menu menubar menuitem none note presentation search status tab tablist tabpanel timer toolbar tooltip',
  ),
  'aria-hidden': setOf('true false'),
  'aria-live': setOf('off polite assertive'),
  'aria-current': setOf('page step location date time true false'),
  'aria-expanded': setOf('true false'),
  'aria-pressed': setOf('true false mixed'),
};
const flags = setOf(
  'async checked defer disabled hidden multiple novalidate open readonly required reversed selected',
);
const whole = setOf('colspan rowspan span tabindex maxlength minlength rows cols size start');
/** Types of input that have the attribute; the others have it for nothing. */
const ofTypes: Readonly<Record<string, ReadonlySet<string>>> = {
  checked: setOf('checkbox radio'),
  placeholder: setOf('email number password search tel text url'),
  pattern: setOf('email password search tel text url'),
  min: setOf('date datetime-local month number range time week'),
  max: setOf('date datetime-local month number range time week'),
  step: setOf('date datetime-local month number range time week'),
  list: setOf('color date datetime-local email month number range search tel text time url week'),
};
/** Elements that may carry a name for readers of a screen; others need a role for it. */
const nameable = new Set([
  ...focusable,
  ...'article aside dialog details fieldset figure footer form header iframe img main meter nav ol output progress section svg table td th tr ul dl option li'.split(
    ' ',
  ),
]);

/** Puts into `faults` what is wrong in the attributes of a tag, whatever stands around it. */
export function attributeFaults(
  name: string,
  attributes: ReadonlyMap<string, string>,
  faults: Words[],
): void {
  const say = (zh: string, en: string) => faults.push({ zh, en });
  const allowed = drawings.has(name) ? ofDrawings : common;
  for (const [key, value] of attributes) {
    if (!allowed.has(key) && own[name]?.has(key) !== true && !/^(?:data|aria)-[a-z0-9-]+$/.test(key))
      say(`<${name}> 没有属性 ${key}`, `<${name}> has no attribute ${key}`);
    const known = values[`${name} ${key}`] ?? values[key];
    if (known?.has(value) === false)
      say(`<${name}> 的 ${key} 不能是“${value}”`, `${key} of <${name}> cannot be "${value}"`);
    if (flags.has(key) && value !== '')
      say(`<${name}> 的 ${key} 不带值`, `${key} of <${name}> takes no value`);
    if (whole.has(key) && !/^-?\d+$/.test(value))
      say(`<${name}> 的 ${key} 要是整数`, `${key} of <${name}> is a whole number`);
    if (name === 'input' && ofTypes[key]?.has(attributes.get('type') ?? 'text') === false)
      say(`这种 <input> 没有属性 ${key}`, `an <input> of this type has no attribute ${key}`);
  }
  const id = attributes.get('id');
  if (id !== undefined && !/^\S+$/.test(id)) say(`“${id}”不能作标识`, `"${id}" cannot be an id`);
  if (attributes.has('aria-label') && !nameable.has(name) && !attributes.has('role'))
    say(`<${name}> 没有角色，aria-label 不起作用`, `<${name}> has no role, so aria-label does nothing`);
  if (name === 'body' && attributes.has('aria-hidden'))
    say('整页不能藏起来', 'a whole page cannot be hidden');
  if (name === 'img' && attributes.get('alt') === '' && attributes.has('title'))
    say('没有字的图不能有 title', 'a picture without words has no title');
  if (name === 'dialog' && attributes.has('tabindex'))
    say('<dialog> 不能有 tabindex', 'a <dialog> has no tabindex');
}
