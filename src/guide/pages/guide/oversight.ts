import { html } from '../../html.ts';
import { at, factRows, group, points } from './fragments.ts';
import { recurring } from './recurring.ts';

/** What follows after it was granted: annual inspection and supervision. */
export const oversightSection = recurring(
  ['annual', 'supervision', 'reform'],
  (site, { annual, supervision, reform }) => ({
    id: 'supervision',
    zh: '年检与监管',
    en: 'Inspection and supervision',
    body: html`<h3>年检年报 <span lang="en">Annual inspection</span></h3><div data-element="annualInspection"${at(site, '/annualInspection')}>${group(
      annual,
      (list) => factRows(site, list),
    )}</div><h3>监督管理 <span lang="en">Supervision</span></h3><div data-element="supervision"${at(site, '/supervision')}>${group(
      supervision,
      (list) => points(site, list, '/supervision/measures'),
    )}</div>${
      reform.length === 0
        ? ''
        : html`<h3>改革 <span lang="en">Reform</span></h3><div${at(site, '/reform')}>${factRows(site, reform)}</div>`
    }`,
  }),
);
