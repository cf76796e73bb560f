import { html, raw, type Content } from '../../html.ts';
import type { StepView } from '../../view/types.ts';
import type { Around } from '../layout.ts';
import { flowDrawing } from './flowDrawing.ts';
import { layoutFlow } from './layoutFlow.ts';
import { at, cited, group, when, whenWords } from './fragments.ts';
import { recurring } from './recurring.ts';

/** The steps, drawn and in words. */
export const procedureSection = recurring(['steps', 'stepsNote', 'path'], (site, view) => ({
  id: 'steps',
  zh: '办理程序',
  en: 'Steps',
  body: html`<div data-element="procedure"${at(site, '/procedure')}>${group(
    view.steps,
    (list) =>
      html`${view.path === undefined ? '' : drawing(list, view.path)}<ol class="flow">${list.map((one) => step(site, one))}</ol>`,
  )}${view.stepsNote === undefined ? '' : html`<p>${view.stepsNote}</p>`}</div>`,
}));

function drawing(list: StepView[], path: { days: string; names: string[] }): Content {
  const some = list.some((one) => one.whenWords !== '');
  const excluded = list.some((one) => one.excluded);
  const flow = layoutFlow(list);
  return html`${flowDrawing(list, 'across', flow)}${flowDrawing(list, 'down', flow)}<p class="small">${
    path.names.length === list.length
      ? `各环节依次进行，合计 ${path.days}。`
      : `粗框是最费时的一路：${path.names.join(' → ')}，合计 ${path.days}。`
  }${some ? '虚线框只在部分情形需要。' : ''}${excluded ? '标明“不计入”的环节不算在时限里。' : ''}</p>`;
}

function step(site: Around, one: StepView): Content {
  const details = [
    one.afterNames.length === 0 ? '' : `在${one.afterNames.join('、')}之后`,
    one.post,
    one.output === '' ? '' : `出具${one.output}`,
  ].filter((part) => part !== '');
  return html`<li${one.critical ? raw(' class="critical"') : ''}${when(one.when)}${at(site, `/procedure/steps/${one.index}`)}><p class="step"><b>${one.text}</b>${
    one.days === '' ? '' : html`<span>${one.days}</span>`
  }</p>${whenWords(one)}${one.excluded ? html`<span class="tag">不计入时限</span>` : ''}${
    details.length === 0 ? '' : html`<p class="small">${details.join(' · ')}</p>`
  }${one.examines.length === 0 ? '' : html`<p class="small">审查：${one.examines.join('；')}</p>`}${cited(site, one.basis)}</li>`;
}
