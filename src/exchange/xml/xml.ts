/** An element that is well formed whatever is put into it. Only `xml` makes it. */
export class Xml {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type XmlContent = Xml | string | number | undefined | readonly XmlContent[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * One element with its attributes and what it holds. Text is escaped, and characters that XML 1.0 cannot hold are
 * left out. Attributes and content that are undefined are left out. Names are ours, never content.
 */
export function xml(name: string, attributes: Attributes, ...content: XmlContent[]): Xml {
  let head = name;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) head += ` ${key}="${escaped(String(value))}"`;
  const inside = written(content);
  return new Xml(inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>`);
}

/** The whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

function written(content: XmlContent): string {
  if (content === undefined) return '';
  if (content instanceof Xml) return `\n${content.markup}`;
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return content.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As itself in an attribute it would be read back as a space.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Nearly no text holds one of these. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are looked for
const special = /[&<>"'\u0000-\u001f\ufffe\uffff\ud800-\udfff]/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return xmlCharacters(text).replaceAll(/[&<>"'\n\r\t]/g, (sign) => entities[sign]!);
}

/** `text` without the characters that XML 1.0 cannot hold in any way of writing. */
export function xmlCharacters(text: string): string {
  return text.replaceAll(notXml, '');
}

/** Control characters, halves of a surrogate pair, and the two that are no characters: XML 1.0, section 2.2. */
const notXml =
  // oxlint-disable-next-line no-control-regex -- these are the characters that are looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
