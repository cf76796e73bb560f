import { Parser } from 'saxen';

/** An element of a Word document's XML, by its name with the prefix `w` or `mc`; a piece of text is `#text`. */
export interface WordElement {
  name: string;
  attributes: Record<string, string>;
  children: WordElement[];
  text: string;
}

const prefixes = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w', // the strict kind
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

/** Deeper than any document: what is deeper is made to break who reads it. */
const deepest = 500;

/** The tree of `xml`; undefined where it is not well formed. */
export function wordElements(xml: string): WordElement | undefined {
  const root = element('#root', {});
  const open = [root];
  let isBroken = false;
  const add = (child: WordElement) => open.at(-1)?.children.push(child);
  new Parser()
    .ns(prefixes)
    .on('error', () => {
      isBroken = true;
    })
    .on('openTag', (name, attributes) => {
      const opened = element(name, attributes());
      add(opened);
      open.push(opened);
      if (open.length > deepest) isBroken = true;
    })
    .on('closeTag', () => {
      open.pop();
    })
    .on('text', (text, decode) => add({ ...element('#text', {}), text: decode(text) }))
    .on('cdata', (text) => add({ ...element('#text', {}), text }))
    .parse(xml);
  return isBroken || open.length !== 1 ? undefined : root;
}

function element(name: string, attributes: Record<string, string>): WordElement {
  return { name, attributes, children: [], text: '' };
}
