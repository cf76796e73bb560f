import { html } from '../../html.ts';
import { at, factRows, points } from './fragments.ts';
import { recurring } from './recurring.ts';

/** Rights and duties of who applies, and where a decision can be contested. */
export const remediesSection = recurring(
  ['rights', 'duties', 'remedies'],
  (site, { rights, duties, remedies }) => ({
    id: 'remedies',
    zh: '权利与救济',
    en: 'Rights and remedies',
    body:
      rights.length + duties.length + remedies.length === 0
        ? ''
        : html`<div${at(site, '/rights')}>${
            rights.length === 0
              ? ''
              : html`<h3>您的权利 <span lang="en">Your rights</span></h3>${points(site, rights, '/rights/rights')}`
          }${
            duties.length === 0
              ? ''
              : html`<h3>您的义务 <span lang="en">Your duties</span></h3>${points(site, duties, '/rights/duties')}`
          }${
            remedies.length === 0
              ? ''
              : html`<h3>不服决定的 <span lang="en">To contest a decision</span></h3>${factRows(site, remedies)}`
          }</div>`,
  }),
);
