import { html, raw, type Content } from '../../html.ts';
import type { GuideView, QuestionView } from '../../view/types.ts';
import type { Site } from '../layout.ts';
import { at, type Section } from './fragments.ts';

/** Questions that narrow the page to one's own case, on the device and without a script. */
export function questionsSection(site: Site, { questions }: Pick<GuideView, 'questions'>): Section {
  const asked = questions.filter((question) => question.options.length > 0);
  return {
    id: 'questions',
    zh: '我的情形',
    en: 'My case',
    body:
      asked.length === 0
        ? ''
        : html`<p>选一选，下面只留下与您有关的材料、环节和收费。回答只在本机起作用，不会发送。</p><form${at(site, '/questions')}>${asked.map((one) => fieldset(site, one))}</form>`,
  };
}

function fieldset(site: Site, { id, pointer, text, help, options }: QuestionView): Content {
  const name = `q-${id}`;
  return html`<fieldset${at(site, pointer)}><legend>${text}</legend>${
    help === undefined ? '' : html`<p class="small">${help}</p>`
  }${options.map(
    (option) =>
      html`<label><input type="radio" name="${name}" id="${name}-${option.id}" value="${option.id}" />${option.text}</label>`,
  )}<label><input type="radio" name="${name}" value="" checked />都显示</label></fieldset>`;
}

/** Hides by style alone what the answers rule out; in the drawing of the steps it only fades. */
export function caseStyle(questions: QuestionView[]): Content {
  const rules = questions.flatMap(({ id, options }) =>
    options
      // What stands in a selector has to be a plain name.
      .filter((option) => /^[\w-]+$/.test(option.id) && /^[a-z0-9-]+$/.test(id))
      .map(
        (option) =>
          `main:has(#q-${id}-${option.id}:checked) [data-q-${id}]:not([data-q-${id}~="${option.id}"]){display:none;opacity:.25}`,
      ),
  );
  return rules.length === 0 ? '' : html`<style>${raw(rules.join(''))}</style>`;
}
