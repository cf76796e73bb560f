import type { Words } from '../../../model/schemas.ts';
import { heldBy, missingIn, surroundings } from './contentModel.ts';
import { copied, tagOf, type Tag } from './pageTag.ts';
import type { Html } from '../../../guide/index.ts';
import { RecurringList } from '../../../model/recurringList.ts';
import { recurs } from '../../../model/recurringValues.ts';

/** What a page leads to, and what is wrong in it. */
export interface PageFacts {
  /** Files of the site that it names, each once, from the root: `laws/x.html`, `laws/x.html#a3`. */
  links: string[];
  faults: Words[];
}

const slash = '/'.charCodeAt(0);
const greater = '>'.charCodeAt(0);
/** Tags of the page that was checked last. */
let lastSequence: readonly Tag[] = [];
/** How far a page may leave it and come back. */
const nearby = 40;

/** Elements that thousands of pages have in common, whole. */
const recurring: ReadonlySet<string> = new Set(['section', 'header', 'footer', 'nav', 'dl']);

/** A section, or another of those, in which nothing is wrong by itself, and what it brings to its page. */
interface CheckedSection {
  /** From its tag to its end. */
  text: string;
  tag: Tag;
  /** What is around it. */
  around: number;
  ids: readonly Tag[];
  labels: readonly Tag[];
  landmarks: readonly string[];
  referred: readonly string[];
  addresses: readonly string[];
  /** Where its addresses lead, each once, from the pages of a folder. */
  ways: WeakMap<Ways, readonly Way[]>;
}

/** A section that is being read: where it began, and how much of everything was there before. */
interface BegunSection {
  known: RecurringList<CheckedSection>;
  tag: Tag;
  piece: Piece | undefined;
  from: number;
  depth: number;
  around: number;
  before: Readonly<Record<'ids' | 'labels' | 'landmarks' | 'referred' | 'addresses', number>>;
  faults: number;
  scripts: number;
  mains: number;
}

/** A piece of a page that recurs, and where it stands in the text. */
interface Piece {
  html: Html;
  from: number;
  to: number;
}

/** Where a piece was left out of a text, since what it brings is known. */
interface Gap {
  at: number;
  known: CheckedSection;
}

/** Of pieces that recur and are a section, or another of those, or a style, in which nothing is wrong. */
const knownPieces = new WeakMap<Html, CheckedSection>();

/** Stands for what is left out: nothing that is cut by it goes on behind it. */
const gapMark = '\n';

/** By the tags with which they begin: thousands of pages have the same sections. */
const sections = new WeakMap<Tag, RecurringList<CheckedSection>>();

function sectionsOf(tag: Tag): RecurringList<CheckedSection> {
  let known = sections.get(tag);
  if (known === undefined) sections.set(tag, (known = new RecurringList()));
  return known;
}

/**
 * Reads the markup of a page of ours: elements that there are, well nested, ended, where they may stand and with what
 * they need, with words where they are nothing without; ids unique, references to ids met; attributes that there are,
 * with values that they may have; no scheme in an address that a page may not have. It is made for pages that we write,
 * and stricter than the standard: an end tag may never be left out.
 */
export function checkPage(path: string, page: string | readonly Html[]): PageFacts {
  if (typeof page === 'string') return checkText(path, page, [], [])!;
  let text = '';
  const gaps: Gap[] = [];
  const pieces: Piece[] = [];
  for (const html of page) {
    const known = knownPieces.get(html);
    if (known === undefined) {
      if (recurs(html)) pieces.push({ html, from: text.length, to: text.length + html.markup.length });
      text += html.markup;
    } else {
      gaps.push({ at: text.length, known });
      text += gapMark;
    }
  }
  // What is wrong, or out of place, is told by the whole text.
  return checkText(path, text, gaps, pieces) ?? checkText(path, page.join(''), [], [])!;
}

/**
 * Checks a text with what is left out of it at `gaps`; `undefined` where something is wrong, or a gap stands where its
 * piece was not looked at yet: a text without gaps has to tell. `pieces` of the text are known from then on.
 */
function checkText(
  path: string,
  page: string,
  gaps: readonly Gap[],
  pieces: readonly Piece[],
): PageFacts | undefined {
  const faults: Words[] = [];
  // What is open, from the outermost: the tag, where it ended, what may stand in it, what stood in it, what is around.
  const open: Tag[] = [];
  const begun: number[] = [];
  const holds: number[] = [];
  const seen: number[] = [];
  const within: number[] = [];
  let depth = 0;
  const ids = new Map<string, Tag>();
  const labels: Tag[] = [];
  const landmarks: string[] = [];
  const referred: string[] = [];
  const addresses: string[] = [];
  const ways = waysFrom(path);
  const led: Led[] = [];
  const idTags: Tag[] = [];
  let begunSection: BegunSection | undefined;
  const sequence: Tag[] = [];
  /** Where scripts and styles stand, from and to: what is in them is no text. */
  const scripts: number[] = [];
  let mains = 0;
  let [label, controls]: [Tag | undefined, number] = [undefined, 0];
  let guessed = 0;
  let nextPiece = 0;
  const takeId = (id: string, tag: Tag) => {
    if (ids.has(id)) faults.push(said(`标识“${id}”出现两次`, `the id "${id}" stands twice`));
    ids.set(id, tag);
    idTags.push(tag);
  };
  const takeSection = (section: CheckedSection) => {
    for (const tag of section.ids) takeId(tag.id!, tag);
    labels.push(...section.labels);
    landmarks.push(...section.landmarks);
    referred.push(...section.referred);
    led.push({ behind: addresses.length, to: waysOf(section, path, ways) });
  };
  const keepSection = (section: BegunSection, end: number) => {
    const { known, tag, piece, from, around, before } = section;
    if (faults.length > section.faults || scripts.length > section.scripts || mains > section.mains) return;
    const checked = {
      text: copied(page.slice(from, end)),
      tag,
      around,
      ids: idTags.slice(before.ids),
      labels: labels.slice(before.labels),
      landmarks: landmarks.slice(before.landmarks),
      referred: referred.slice(before.referred),
      addresses: addresses.slice(before.addresses),
      ways: new WeakMap(),
    };
    known.keep(checked);
    if (piece?.to === end) keepPiece(piece, checked);
  };
  const close = (to: number) => {
    depth--;
    const { name, model, isNamed } = open[depth]!;
    if ((model.needs & ~seen[depth]!) !== 0)
      for (const part of missingIn(model, seen[depth]!))
        faults.push(said(`<${name}> 里没有 <${part}>`, `there is no <${part}> in <${name}>`));
    if (model.isWorded && !isNamed && !hasWords(page, begun[depth]!, to))
      faults.push(said(`<${name}> 里没有字`, `there are no words in <${name}>`));
  };
  /** All before is read. */
  let at = 0;
  let filled = 0;
  for (;;) {
    const from = page.indexOf('<', at);
    const gap = gaps[filled];
    const known = gap !== undefined && (from < 0 || from > gap.at) ? gap.known : undefined;
    if (known === undefined && from < 0) break;
    // Most tags end what was begun last.
    if (known === undefined && depth > 0 && page.charCodeAt(from + 1) === slash) {
      const { name } = open[depth - 1]!;
      if (page.charCodeAt(from + 2 + name.length) === greater && page.startsWith(name, from + 2)) {
        close(from);
        at = from + 3 + name.length;
        if (begunSection?.depth === depth) {
          keepSection(begunSection, at);
          begunSection = undefined;
        }
        continue;
      }
    }
    // A page goes on as the one before it did: most tags need neither be cut out nor looked up.
    const guess = lastSequence[guessed];
    let tag: Tag | undefined;
    if (known !== undefined) {
      // What began before it went on over it.
      if (at > gap!.at) return undefined;
      tag = known.tag;
      at = gap!.at;
      filled++;
      // What stands around it has more in it than its text.
      begunSection = undefined;
    } else if (guess !== undefined && page.startsWith(guess.text, from)) {
      tag = guess;
      guessed++;
      at = from + guess.text.length;
    } else {
      if (page.startsWith('<!--', from)) {
        const end = page.indexOf('-->', from);
        if (end < 0) faults.push(unended('<!--'));
        at = end < 0 ? page.length : end;
        continue;
      }
      const end = page.indexOf('>', from);
      if (end < 0) {
        faults.push(unended(page.slice(from, from + 40)));
        break;
      }
      tag = tagOf(page.slice(from, end + 1));
      at = end + 1;
      guessed = afterTag(tag, guessed);
    }
    if (tag !== undefined) {
      sequence.push(tag);
      if (tag.faults.length > 0) faults.push(...tag.faults);
      if (tag.id !== undefined) takeId(tag.id, tag);
      for (const id of tag.ids) referred.push(id);
      for (const address of tag.addresses) addresses.push(address);
      const { name, kind, model } = tag;
      if (kind === 'end') {
        const opened = depth > 0 ? open[depth - 1]!.name : '';
        if (depth > 0) close(from);
        faults.push(
          said(
            `</${name}> 结束的不是刚开始的 <${opened}>`,
            `</${name}> does not end the <${opened}> that is open`,
          ),
        );
      } else {
        let held = model.holds;
        let around = tag.around;
        if (depth > 0) {
          const outer = depth - 1;
          held = heldBy(model, holds[outer]!);
          around |= within[outer]!;
          if ((model.is & holds[outer]!) === 0) faults.push(inside(name, open[outer]!.name));
          if ((model.notAfter & seen[outer]!) !== 0)
            faults.push(said(`<${name}> 来得太晚，或者来了两次`, `<${name}> comes too late, or twice`));
          if ((tag.notWithin & within[outer]!) !== 0)
            faults.push(
              inside(name, open.findLast((one, i) => i < depth && (one.around & tag.notWithin) !== 0)!.name),
            );
          seen[outer]! |= model.is;
        }
        if (tag.landmark !== undefined) landmarks.push(tag.landmark);
        if (name === 'main' && ++mains > 1) faults.push(said('<main> 出现两次', '<main> stands twice'));
        else if (name === 'label') {
          [label, controls] = [tag, 0];
          if (tag.labelFor !== undefined) labels.push(tag);
        } else if (tag.isLabelable && (around & surroundings.label) !== 0) {
          if (++controls > 1) faults.push(said('一个 <label> 有两个控件', 'one <label> has two controls'));
          if (tag.isNamed || (tag.id !== undefined && label?.labelFor === tag.id))
            faults.push(said(`<${name}> 有两个名称`, `<${name}> is named twice`));
        }
        if (kind === 'empty' && (around & surroundings.drawing) === 0)
          faults.push(
            said(`<${name}/> 没有结束标签`, `<${name}/> needs an end tag: HTML does not know the slash`),
          );
        if (known !== undefined) {
          if (known.around !== around) return undefined;
          takeSection(known);
        } else if (kind === 'start') {
          while (nextPiece < pieces.length && pieces[nextPiece]!.from < from) nextPiece++;
          const piece = pieces[nextPiece]?.from === from ? pieces[nextPiece] : undefined;
          if (name === 'script' || name === 'style') {
            const end = page.indexOf(`</${name}>`, at);
            if (end < 0) faults.push(unended(`<${name}>`));
            scripts.push(at, end < 0 ? page.length : end);
            at = end < 0 ? page.length : end + name.length + 3;
            if (piece?.to === at && faults.length === 0) keepPiece(piece, bringsNothing(tag, around));
          } else {
            if (begunSection === undefined && recurring.has(name) && (around & surroundings.label) === 0) {
              const met = sectionsOf(tag);
              if (met.isOfUse || piece !== undefined) {
                const same = met.find(
                  (one) => one.around === around && page.slice(from, from + one.text.length) === one.text,
                );
                if (same !== undefined) {
                  takeSection(same);
                  at = from + same.text.length;
                  if (piece?.to === at) keepPiece(piece, same);
                  continue;
                }
                const before = {
                  ids: idTags.length,
                  labels: labels.length,
                  landmarks: landmarks.length,
                  referred: referred.length,
                  addresses: addresses.length,
                };
                const now = { faults: faults.length, scripts: scripts.length, mains };
                begunSection = { known: met, tag, piece, from, depth, around, before, ...now };
              }
            }
            open[depth] = tag;
            begun[depth] = at;
            holds[depth] = held;
            seen[depth] = 0;
            within[depth] = around;
            depth++;
          }
        }
      }
    }
  }
  lastSequence = sequence;
  while (depth-- > 0) faults.push(unended(`<${open[depth]!.name}>`));
  if (!hasDoctype(page))
    faults.push(said('没有以 <!doctype html> 开头', 'it does not begin with <!doctype html>'));
  badReferences(page, scripts, faults);
  for (const id of referred)
    if (!ids.has(id)) faults.push(said(`本页没有标识为“${id}”的元素`, `no element here has the id "${id}"`));
  for (const { labelFor } of labels) {
    const control = ids.get(labelFor!);
    if (control?.isLabelable === false)
      faults.push(
        said(`“${labelFor}”不是控件，不能有 <label>`, `"${labelFor}" is no control and takes no <label>`),
      );
    else if (control?.isNamed === true)
      faults.push(said(`“${labelFor}”有两个名称`, `"${labelFor}" is named twice`));
  }
  for (const [i, one] of landmarks.entries())
    if (landmarks.indexOf(one) < i)
      faults.push(said(`两个 <${one}> 名称相同`, `two <${one}> have the same name`));
  const links = linksFrom(path, { addresses, led, ways }, ids, faults);
  return gaps.length > 0 && (faults.length > 0 || filled < gaps.length) ? undefined : { links, faults };
}

/** Keeps what a piece brings, where its text has nothing wrong either, for when it comes again. */
function keepPiece({ html }: Piece, checked: CheckedSection): void {
  const faults: Words[] = [];
  if (checked.tag.name !== 'style') badReferences(checked.text, [], faults);
  if (faults.length === 0) knownPieces.set(html, checked);
}

/** A style, or another of which nothing but its tag matters to a page. */
function bringsNothing(tag: Tag, around: number): CheckedSection {
  return {
    text: '',
    tag,
    around,
    ids: [],
    labels: [],
    landmarks: [],
    referred: [],
    addresses: [],
    ways: new WeakMap(),
  };
}

/** The files of the site that the addresses of a page lead to; what leads nowhere on the page itself is a fault. */
function linksFrom(
  path: string,
  { addresses, led, ways }: { addresses: readonly string[]; led: readonly Led[]; ways: Ways },
  ids: ReadonlyMap<string, Tag>,
  faults: Words[],
): string[] {
  const links: string[] = [];
  pages++;
  const take = (way: Way) => {
    if (way.page === pages) return;
    way.page = pages;
    if (way.id === undefined) {
      if (way.link !== undefined) links.push(way.link);
    } else if (way.id !== '' && !ids.has(way.id))
      faults.push(said(`本页没有“${way.link}”`, `there is no "${way.link}" on this page`));
  };
  let next = 0;
  for (let i = 0; i <= addresses.length; i++) {
    for (; led[next]?.behind === i; next++) for (const way of led[next]!.to) take(way);
    if (i < addresses.length) take(wayBy(addresses[i]!, path, ways));
  }
  return links;
}

/** Where a known section leads, and behind how many of the addresses around it. */
interface Led {
  behind: number;
  to: readonly Way[];
}

/** By the address as it is written. */
type Ways = Map<string, Way>;

function wayBy(address: string, path: string, ways: Ways): Way {
  let way = ways.get(address);
  if (way === undefined) ways.set(address, (way = wayOf(path, address)));
  return way;
}

function waysOf(section: CheckedSection, path: string, ways: Ways): readonly Way[] {
  let known = section.ways.get(ways);
  if (known === undefined) {
    known = [...new Set(section.addresses.map((address) => wayBy(address, path, ways)))];
    section.ways.set(ways, known);
  }
  return known;
}

/** Where an address leads from the pages of a folder. */
interface Way {
  /** Nowhere in the site where it is not said. */
  link: string | undefined;
  /** Of what it names on the page itself. */
  id: string | undefined;
  /** The page that it was met on last. */
  page: number;
}

let pages = 0;

function wayOf(path: string, address: string): Way {
  // Above the root stands nothing.
  const link = linkOf(path, address) || undefined;
  return { link, id: link?.startsWith('#') === true ? decoded(link.slice(1)) : undefined, page: 0 };
}

function hasDoctype(page: string): boolean {
  return page.slice(0, 15).toLowerCase() === '<!doctype html>';
}

const space = ' '.charCodeAt(0);
const less = '<'.charCodeAt(0);

/** Whether a reader of a screen hears anything of what stands between two places. */
function hasWords(page: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = page.charCodeAt(at);
    if (code !== less) {
      if (code > space) return true;
      continue;
    }
    const end = page.indexOf('>', at);
    const tag = tagOf(page.slice(at, end + 1));
    if (tag?.isNamed === true) return true;
    at = tag?.kind === 'start' && (tag.around & surroundings.hidden) !== 0 ? endOf(page, tag.name, end) : end;
  }
  return false;
}

/** Where the element of this name ends that was begun before `from`. */
function endOf(page: string, name: string, from: number): number {
  let at = from;
  for (let depth = 1; depth > 0;) {
    const end = page.indexOf(`</${name}>`, at);
    if (end < 0) return page.length;
    for (
      let inner = page.indexOf(`<${name}`, at);
      inner >= 0 && inner < end;
      inner = page.indexOf(`<${name}`, inner + 1)
    )
      depth++;
    depth--;
    at = end + name.length + 2;
  }
  return at;
}

/** Character references as our pages write them. */
const reference = /&(?:amp|lt|gt|quot|nbsp|ensp|emsp|#\d+|#x[\da-fA-F]+);/y;

/** What begins with & in the text or an attribute and is no character reference. */
function badReferences(page: string, scripts: readonly number[], faults: Words[]): void {
  let script = 0;
  for (let at = page.indexOf('&'); at >= 0; at = page.indexOf('&', at + 1)) {
    while (script < scripts.length && scripts[script + 1]! <= at) script += 2;
    if (script < scripts.length && scripts[script]! <= at) {
      at = scripts[script + 1]! - 1;
      continue;
    }
    reference.lastIndex = at;
    if (reference.test(page)) continue;
    const text = page.slice(at, at + 12);
    faults.push(
      said(`“${text}”不是字符引用，& 要写成 &amp;`, `"${text}" is no character reference: write &amp;`),
    );
  }
}

const folders = new Map<string, Ways>();
const mostWays = 20_000;

/** Where addresses lead from the pages of one folder, as far as they were met. */
function waysFrom(path: string): Ways {
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
