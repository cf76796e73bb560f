import { html } from '../../html.ts';
import { writtenDue } from '../../dueWords.ts';
import { at, factRow, group, points } from './fragments.ts';
import { recurring } from './recurring.ts';

/** How long it takes, each limit with its basis, and how days are counted. */
export const limitsSection = recurring(
  ['limits', 'limitCases', 'due', 'dueExample'],
  (site, { limits, limitCases, due, dueExample }) => ({
    id: 'limits',
    zh: '办理时限',
    en: 'How long it takes',
    body: html`<div data-element="limits"${at(site, '/limits')}>${group(
      limits,
      (list) =>
        html`<dl class="rows">${list.map((limit) => factRow(site, limit, html` class="${limit.key}"${at(site, `/limits/${limit.key}`)}`))}</dl>${limitCases.length === 0 ? '' : html`<p>个别情形：</p>${points(site, limitCases, '/limits/cases')}`}<p class="small">怎样数日子：首日不计，从受理的次日起按工作日数；周末和法定节假日不算，调休上班的日子算；末日逢假日的，顺延到下一个工作日（《民法典》第二百零一条、第二百零三条）。${dueExample !== undefined && `例：${dueExample}`}</p>${due.length > 0 && html`<div class="live" data-due="${writtenDue(due)}"></div>`}`,
    )}</div>`,
  }),
);
