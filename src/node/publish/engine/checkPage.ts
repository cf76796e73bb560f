import type { Words } from '../../../model/schemas.ts';

/** What a page leads to, and what is wrong in it. */
export interface PageFacts {
  /** Files of the site that it names, each once, from the root: `laws/x.html`, `laws/x.html#a3`. */
  links: string[];
  faults: Words[];
}

/** A tag as it is written, taken apart. Pages are made of the same few hundred. */
interface Tag {
  text: string;
  name: string;
  kind: 'start' | 'end' | 'void' | 'empty';
  id?: string;
  /** Ids of this page that it refers to. */
  ids: string[];
  /** Addresses as they are written. */
  addresses: string[];
  faults: Words[];
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that end a paragraph where they begin. */
const blocks = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
const interactive = new Set(['a', 'button', 'select', 'textarea', 'label', 'summary']);
/** What an element cannot do without. */
const required: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'],
  img: ['src', 'alt'],
  a: ['href'],
  link: ['rel', 'href'],
  iframe: ['title'],
  area: ['alt'],
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

const slash = '/'.charCodeAt(0);
const greater = '>'.charCodeAt(0);
const tags = new Map<string, Tag>();
/** Tags of the page that was checked last. */
let lastSequence: readonly Tag[] = [];
/** How far a page may leave it and come back. */
const nearby = 40;
/** Tags that hold an address or an id are many; only so many are remembered. */
const mostTags = 20_000;

/**
 * Reads the markup of a page of ours: elements well nested and ended, ids unique, references to ids met, attributes
 * that are needed there and none twice, no scheme in an address that a page may not have. It is made for pages that
 * we write, and stricter than the standard: an end tag may never be left out.
 */
export function checkPage(path: string, page: string): PageFacts {
  const faults: Words[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const referred: string[] = [];
  const addresses = new Set<string>();
  const sequence: Tag[] = [];
  let guessed = 0;
  let at = page.indexOf('<');
  while (at >= 0) {
    // Most tags end what was begun last.
    const last = open.at(-1);
    if (
      last !== undefined &&
      page.charCodeAt(at + 1) === slash &&
      page.charCodeAt(at + 2 + last.length) === greater &&
      page.startsWith(last, at + 2)
    ) {
      open.pop();
      at = page.indexOf('<', at + 3 + last.length);
      continue;
    }
    // A page goes on as the one before it did: most tags need neither be cut out nor looked up.
    const guess = lastSequence[guessed];
    let tag: Tag | undefined;
    if (guess !== undefined && page.startsWith(guess.text, at)) {
      tag = guess;
      guessed++;
      at += guess.text.length;
    } else {
      if (page.startsWith('<!--', at)) {
        const end = page.indexOf('-->', at);
        if (end < 0) faults.push(unended('<!--'));
        at = end < 0 ? -1 : page.indexOf('<', end);
        continue;
      }
      const end = page.indexOf('>', at);
      if (end < 0) {
        faults.push(unended(page.slice(at, at + 40)));
        break;
      }
      tag = tagOf(page.slice(at, end + 1));
      at = end + 1;
      guessed = afterTag(tag, guessed);
    }
    if (tag !== undefined) {
      sequence.push(tag);
      if (tag.faults.length > 0) faults.push(...tag.faults);
      if (tag.id !== undefined) {
        if (ids.has(tag.id)) faults.push(said(`标识“${tag.id}”出现两次`, `the id "${tag.id}" stands twice`));
        ids.add(tag.id);
      }
      for (const id of tag.ids) referred.push(id);
      for (const address of tag.addresses) addresses.add(address);
      const { name, kind } = tag;
      if (kind === 'end') {
        const opened = open.pop();
        if (opened !== name)
          faults.push(
            said(
              `</${name}> 结束的不是刚开始的 <${opened ?? ''}>`,
              `</${name}> does not end the <${opened ?? ''}> that is open`,
            ),
          );
      } else {
        if (blocks.has(name) && open.includes('p')) faults.push(inside(name, 'p'));
        if (interactive.has(name) && open.includes(name)) faults.push(inside(name, name));
        if (kind === 'empty' && !open.includes('svg') && name !== 'svg')
          faults.push(
            said(`<${name}/> 没有结束标签`, `<${name}/> needs an end tag: HTML does not know the slash`),
          );
        if (kind === 'start') {
          if (name === 'script' || name === 'style') {
            const close = page.indexOf(`</${name}>`, at);
            if (close < 0) faults.push(unended(`<${name}>`));
            at = close < 0 ? page.length : close + name.length + 3;
          } else open.push(name);
        }
      }
    }
    at = page.indexOf('<', at);
  }
  lastSequence = sequence;
  for (const name of open.reverse()) faults.push(unended(`<${name}>`));
  for (const id of referred)
    if (!ids.has(id)) faults.push(said(`本页没有标识为“${id}”的元素`, `no element here has the id "${id}"`));
  const links: string[] = [];
  const ways = waysFrom(path);
  for (const address of addresses) {
    let link = ways.get(address);
    if (link === undefined) ways.set(address, (link = linkOf(path, address) ?? ''));
    if (link === '') continue;
    if (link.startsWith('#')) {
      if (link !== '#' && !ids.has(decoded(link.slice(1))))
        faults.push(said(`本页没有“${link}”`, `there is no "${link}" on this page`));
    } else links.push(link);
  }
  return { links, faults };
}

const folders = new Map<string, Map<string, string>>();
const mostWays = 20_000;

/** Where addresses lead from the pages of one folder, those outside the site by `''`. */
function waysFrom(path: string): Map<string, string> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  let ways = folders.get(folder);
  if (ways === undefined || ways.size >= mostWays) {
    if (folders.size >= 100) folders.clear();
    folders.set(folder, (ways = new Map()));
  }
  return ways;
}

/** Where the last page goes on after `tag`: near `guessed`, since a page has some tags more or less, or behind it. */
function afterTag(tag: Tag | undefined, guessed: number): number {
  const to = Math.min(guessed + nearby, lastSequence.length);
  for (let i = Math.max(0, guessed - 2); i < to; i++) if (lastSequence[i] === tag) return i + 1;
  return guessed + 1;
}

/** Where `address`, as a page at `path` has it, leads in the site; `#…` on the page itself; `undefined` elsewhere. */
export function linkOf(path: string, address: string): string | undefined {
  if (/^(?:https?:|mailto:|tel:|data:|sms:|geo:|\/\/)/i.test(address)) return undefined;
  if (address.startsWith('#')) return address;
  const [, way = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  if (way === '') return fragment === '' ? undefined : fragment;
  const steps = path.split('/').slice(0, -1);
  for (const step of way.split('/'))
    if (step === '..') {
      // Above the root stands nothing of the site.
      if (steps.pop() === undefined) return `../${way}`;
    } else if (step !== '.') steps.push(step);
  return steps.join('/') + fragment;
}

/** The ids of a page, for links that lead into it: a quotation mark stands as it is in tags alone. */
export function idsOf(page: string): Set<string> {
  return new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescaped(id!)));
}

function tagOf(text: string): Tag | undefined {
  let tag = tags.get(text);
  if (tag === undefined) {
    if (/^<!doctype/i.test(text)) return undefined;
    // Cut out of a page it would keep the whole page.
    const own = copied(text);
    tag = taken(own);
    if (tags.size >= mostTags) tags.clear();
    tags.set(own, tag);
  }
  return tag;
}

/** `text` in memory of its own. */
function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function taken(text: string): Tag {
  const match = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?![a-zA-Z0-9-])([^]*)>$/.exec(text);
  if (match === null)
    return {
      text,
      name: '',
      kind: 'void',
      ids: [],
      addresses: [],
      faults: [said(`“${text}”不是标签`, `"${text}" is no tag`)],
    };
  const [, slash, written = '', all = ''] = match;
  const isEmpty = all.endsWith('/');
  const inner = isEmpty ? all.slice(0, -1) : all;
  const name = written.toLowerCase();
  const kind = slash === '/' ? 'end' : voids.has(name) ? 'void' : isEmpty ? 'empty' : 'start';
  const tag: Tag = { text, name, kind, ids: [], addresses: [], faults: [] };
  const found = new Set<string>();
  let rest = inner;
  for (;;) {
    const one = /^\s+([^\s=>"'/]+)(?:="([^"]*)")?/.exec(rest);
    if (one === null) break;
    rest = rest.slice(one[0].length);
    const key = one[1]!;
    const value = unescaped(one[2] ?? '');
    if (found.has(key))
      tag.faults.push(said(`<${name}> 的属性 ${key} 写了两次`, `<${name}> has ${key} twice`));
    found.add(key);
    if (key === 'id') tag.id = value;
    else if (idReferring.has(key)) tag.ids.push(...value.split(/\s+/).filter((id) => id !== ''));
    else if (addressed.has(key)) {
      if (/^\s*(?:javascript|vbscript):/i.test(value))
        tag.faults.push(said(`地址“${value}”会运行脚本`, `the address "${value}" runs a script`));
      else tag.addresses.push(value);
    }
  }
  if (rest.trim() !== '')
    tag.faults.push(said(`<${name}> 的属性写错：${rest.trim()}`, `bad attributes of <${name}>: ${rest}`));
  if (kind !== 'end')
    for (const key of required[name] ?? [])
      if (!found.has(key)) tag.faults.push(said(`<${name}> 缺少属性 ${key}`, `<${name}> lacks ${key}`));
  return tag;
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

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function said(zh: string, en: string): Words {
  return { zh, en };
}

function unended(what: string): Words {
  return said(`${what} 没有结束`, `${what} is not ended`);
}

function inside(name: string, outer: string): Words {
  return said(`<${name}> 不能在 <${outer}> 里`, `<${name}> may not stand inside <${outer}>`);
}
