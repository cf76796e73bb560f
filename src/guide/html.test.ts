import { describe, expect, it } from 'vitest';
import { html, raw, safeUrl, scriptJson } from './html.ts';

describe('html', () => {
  it('escapes text and attributes alike, and takes its own kind as it is', () => {
    const evil = `<img src=x onerror="alert(1)">'&`;
    expect(html`<p title="${evil}">${evil}</p>`.markup).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;</p>',
    );
    expect(html`${html`<b>${'<'}</b>`}${raw('<i>')}`.markup).toBe('<b>&lt;</b><i>');
  });

  it('puts lists one after another and leaves nothing for nothing', () => {
    expect(html`${[html`<li>`, undefined, null, false, '', 0, ['a', 'b']]}`.markup).toBe('<li>0ab');
  });

  it('JSON cannot end the script it stands in', () => {
    expect(scriptJson({ a: '</script><script>alert(1)//\u2028' }).markup).not.toMatch(/<|\u2028/);
  });
});

it.each([
  ['https://example.cn/a?b#c', 'https://example.cn/a?b#c'],
  ['tel:12345', 'tel:12345'],
  ['../laws/a.html', '../laws/a.html'],
  ['#top', '#top'],
  ['javascript:alert(1)', '#'],
  ['JaVaScRiPt:alert(1)', '#'],
  ['java\nscript:alert(1)', '#'],
  [' javascript:alert(1)', '#'],
  ['data:text/html,x', '#'],
  ['vbscript:x', '#'],
  ['//evil.example', '#'],
])('the address %j becomes %j', (address, expected) => expect(safeUrl(address)).toBe(expected));
