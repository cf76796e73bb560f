import type { Words } from '../../../model/schemas.ts';
import { focusable, knownModel, labelable, modelOf, pressed, surroundings } from './contentModel.ts';
import type { ElementModel } from './contentModel.ts';
import { attributeFaults } from './attributeFaults.ts';

/** A tag as it is written, taken apart. Pages are made of the same few hundred. */
export interface Tag {
  text: string;
  name: string;
  kind: 'start' | 'end' | 'void' | 'empty';
  model: ElementModel;
  /** As the model's, and what its attributes add. */
  notWithin: number;
  around: number;
  id?: string;
  /** Ids of this page that it refers to. */
  ids: string[];
  /** Addresses as they are written. */
  addresses: string[];
  /** What it is for, of a label. */
  labelFor?: string;
  /** It says something without words in it. */
  isNamed: boolean;
  /** A label may be for it. */
  isLabelable: boolean;
  /** Its kind and name, of a region that readers of a screen go to. */
  landmark?: string;
  faults: Words[];
}

/** What an element cannot do without. */
const required: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'],
  img: ['src', 'alt'],
  a: ['href'],
  link: ['rel', 'href'],
  button: ['type'],
  input: ['type'],
  th: ['scope'],
};
const addressed = new Set(['href', 'src', 'action', 'data-src', 'poster']);
const idReferring = new Set([
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'list',
  'headers',
]);
const landmarks = new Set(['nav', 'aside', 'section', 'form', 'dialog']);

const tags = new Map<string, Tag>();
/** Tags that hold an address or an id are many; only so many are remembered. */
const mostTags = 20_000;

/** The tag that is written so, which stands for all that are; `undefined` for the doctype. */
export function tagOf(text: string): Tag | undefined {
  let tag = tags.get(text);
  if (tag === undefined) {
    if (text.startsWith(described)) return descriptionOf(text) ?? taken(text);
    if (/^<!doctype html>$/i.test(text)) return undefined;
    // Cut out of a page it would keep the whole page.
    const own = copied(text);
    tag = linkTo(own) ?? taken(own);
    if (tags.size >= mostTags) tags.clear();
    tags.set(own, tag);
  }
  return tag;
}

/** Links differ in their addresses; all else of them is found out once. */
const link = '<a href="">';
const emptyLink = taken(link);

/** A link with nothing but an address, and one in which nothing can be wrong; `undefined` where it is another tag. */
function linkTo(text: string): Tag | undefined {
  const address = text.slice(link.length - 2, -2);
  return text === `<a href="${address}">` && /^[\w./#?=-]*$/.test(address)
    ? { ...emptyLink, text, addresses: [address] }
    : undefined;
}

const described = '<meta name="description" content="';
const description = taken(`${described}x" />`);

/** Each page describes itself, and none is asked for again; `undefined` where anything but words is in it. */
function descriptionOf(text: string): Tag | undefined {
  const words = text.slice(described.length, -4);
  return text.endsWith('" />') && /^[^"&]*[^"&\s][^"&]*$/.test(words) ? { ...description, text } : undefined;
}

/** `text` in memory of its own. */
export function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function taken(text: string): Tag {
  const match = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?![a-zA-Z0-9-])([^]*)>$/.exec(text);
  const [, slash, written = '', all = ''] = match ?? [];
  const isEmpty = all.endsWith('/');
  const name = written.toLowerCase();
  const model = modelOf(name);
  const tag: Tag = {
    text,
    name,
    kind: slash === '/' ? 'end' : model.isVoid || match === null ? 'void' : isEmpty ? 'empty' : 'start',
    model,
    notWithin: model.notWithin,
    around: model.around,
    ids: [],
    addresses: [],
    isNamed: false,
    isLabelable: labelable.has(name),
    faults: [],
  };
  if (match === null) tag.faults.push({ zh: `“${text}”不是标签`, en: `"${text}" is no tag` });
  else if (tag.kind === 'end') {
    if (all.trim() !== '' || model.isVoid)
      tag.faults.push({ zh: `结束标签 ${text} 写错`, en: `bad end tag: ${text}` });
  } else takeAttributes(tag, isEmpty ? all.slice(0, -1) : all);
  return tag;
}

function takeAttributes(tag: Tag, written: string): void {
  const { name, faults } = tag;
  if (knownModel(name) === undefined)
    faults.push({ zh: `网页里没有 <${name}> 这种元素`, en: `pages have no element <${name}>` });
  const found = new Map<string, string>();
  let rest = written;
  for (;;) {
    const one = /^\s+([^\s=>"'/]+)(?:="([^"]*)")?/.exec(rest);
    if (one === null) break;
    rest = rest.slice(one[0].length);
    const key = one[1]!;
    const value = unescaped(one[2] ?? '');
    if (found.has(key))
      faults.push({ zh: `<${name}> 的属性 ${key} 写了两次`, en: `<${name}> has ${key} twice` });
    found.set(key, value);
    if (key === 'id') tag.id = value;
    else if (idReferring.has(key)) tag.ids.push(...value.split(/\s+/).filter((id) => id !== ''));
    else if (addressed.has(key)) {
      if (/^\s*(?:javascript|vbscript):/i.test(value))
        faults.push({ zh: `地址“${value}”会运行脚本`, en: `the address "${value}" runs a script` });
      else tag.addresses.push(value);
    }
  }
  if (rest.trim() !== '')
    faults.push({ zh: `<${name}> 的属性写错：${rest.trim()}`, en: `bad attributes of <${name}>: ${rest}` });
  for (const key of required[name] ?? [])
    if (!found.has(key)) faults.push({ zh: `<${name}> 缺少属性 ${key}`, en: `<${name}> lacks ${key}` });
  attributeFaults(name, found, faults);
  takeMeaning(tag, found);
}

/** What the attributes make of a tag for those around it and in it. */
function takeMeaning(tag: Tag, found: ReadonlyMap<string, string>): void {
  const { name } = tag;
  const label = found.get('aria-label') ?? found.get('aria-labelledby');
  tag.isNamed = label !== undefined;
  if (name === 'label' && found.has('for')) tag.labelFor = found.get('for')!;
  if (landmarks.has(name) && (label !== undefined || name === 'nav' || name === 'aside'))
    tag.landmark = `${name} ${label ?? ''}`;
  const takesFocus = (focusable.has(name) && found.get('type') !== 'hidden') || found.has('tabindex');
  if (found.has('tabindex')) tag.notWithin |= pressed;
  if (takesFocus) tag.notWithin |= surroundings.hidden;
  if (found.get('aria-hidden') === 'true') {
    tag.around |= surroundings.hidden;
    if (takesFocus)
      tag.faults.push({
        zh: `<${name}> 藏起来了，却可以聚焦`,
        en: `<${name}> is hidden and takes the focus`,
      });
  }
}

function unescaped(text: string): string {
  return text.includes('&')
    ? text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
    : text;
}

/** The ids of a page, for links that lead into it: a quotation mark stands as it is in tags alone. */
export function idsOf(page: string): Set<string> {
  return new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescaped(id!)));
}
