import { html } from '../../html.ts';
import { at, factRows, group, points } from './fragments.ts';
import { recurring } from './recurring.ts';

/** When it has to be granted, when refused, and whether there are only so many. */
export const conditionsSection = recurring(
  ['conditions', 'refuse', 'quantity'],
  (site, { conditions, refuse, quantity }) => ({
    id: 'conditions',
    zh: '办理条件',
    en: 'Who may have it',
    body: html`<div data-element="conditions"${at(site, '/conditions')}>${group(
      conditions,
      (list) =>
        html`<h3>都符合的，应当准予 <span lang="en">Granted when</span></h3>${points(site, list, '/conditions/grant')}`,
    )}${
      refuse.length === 0
        ? ''
        : html`<h3>有下列情形的，不予许可 <span lang="en">Refused when</span></h3>${points(site, refuse, '/conditions/refuse')}`
    }</div><h3>数量限制 <span lang="en">Quantity</span></h3><div data-element="quantity"${at(site, '/quantity')}>${group(
      quantity,
      (list) => factRows(site, list),
    )}</div>`,
  }),
);
