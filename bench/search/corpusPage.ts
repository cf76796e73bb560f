import { html } from '../../src/guide/index.ts';
import type { CorpusItem } from './corpus.ts';

/** The page of an item for Pagefind: all that its entry says, and sentences as a guide has them. */
export function corpusPage({ entry, text }: CorpusItem): string {
  const { name, everydayName, synonyms, materials, laws, authority, promised, fee } = entry;
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title></head><body><main data-pagefind-body><h1>${name}</h1><p>${everydayName} ${synonyms.join('、')}</p><dl><dt>办理机关</dt><dd>${authority}</dd><dt>承诺时限</dt><dd>${promised}</dd><dt>收费</dt><dd>${fee}</dd></dl><h2>申请材料</h2><ul>${materials.map(
    (material) => html`<li>${material}</li>`,
  )}</ul><h2>法律依据</h2><ul>${laws.map((law) => html`<li>${law}</li>`)}</ul><h2>办理</h2>${text.map(
    (sentence) => html`<p>${sentence}</p>`,
  )}</main></body></html>`.markup;
}
