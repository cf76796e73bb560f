/** Markup that is safe to put into a page as it is. Only `html` and `raw` make it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type Content = Html | string | number | undefined | null | false | readonly Content[];

/**
 * A template whose values are escaped, for text and quoted attributes alike. Values made by `html` go in as they
 * are, lists one after another, `undefined`, `null` and `false` as nothing.
 */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  let out = strings[0]!;
  for (let i = 0; i < values.length; i++) out += rendered(values[i]) + strings[i + 1]!;
  return new Html(out);
}

/** Markup of our own making that needs no escaping: styles, scripts, drawings. Never content. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/**
 * `address` if a page may link to it: http, https, mailto, tel, or a path of this site. Anything else, such as
 * `javascript:`, becomes `#`.
 */
export function safeUrl(address: string): string {
  if (/^(https?:\/\/|mailto:|tel:)/i.test(address)) return address;
  // A colon before the first slash, question mark or hash would begin a scheme.
  return /^[^:/?#]*:/.test(address) || /[^!-\uffff]/.test(address) || address.startsWith('//')
    ? '#'
    : address;
}

/** JSON that can stand inside a `<script>` element. */
export function scriptJson(value: unknown): Html {
  const text = JSON.stringify(value);
  if (!/[<\u2028\u2029]/.test(text)) return new Html(text);
  return new Html(
    text.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'),
  );
}

function rendered(value: Content): string {
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Html) return value.markup;
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'number') return String(value);
  let out = '';
  for (const one of value) out += rendered(one);
  return out;
}

const special = /[&<>"']/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
