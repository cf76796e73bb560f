import { html } from '../../guide/index.ts';
import type { Words } from '../../model/schemas.ts';
import { plainPage } from './plainPage.ts';

/** Parts of a guide that a reader may name, by their place on its page. */
export const reportedSections: Record<string, Words> = {
  materials: { zh: '申请材料', en: 'Materials' },
  steps: { zh: '办理流程', en: 'Steps' },
  limits: { zh: '办理时限', en: 'Time limits' },
  fees: { zh: '收费', en: 'Fees' },
  conditions: { zh: '办理条件', en: 'Conditions' },
  basis: { zh: '法律依据', en: 'Legal basis' },
  authority: { zh: '实施机关', en: 'Authority' },
  result: { zh: '办理结果', en: 'Result' },
  supervision: { zh: '监督检查', en: 'Supervision' },
  remedies: { zh: '权利与救济', en: 'Remedies' },
  service: { zh: '窗口、时间和电话', en: 'Windows, hours, phones' },
  members: { zh: '一件事包含的事项', en: 'Items of a bundle' },
  excluded: { zh: '不在内的事项', en: 'What a bundle leaves out' },
  annual: { zh: '联合年检', en: 'Inspected together' },
  faq: { zh: '常见问题', en: 'Questions and answers' },
};

/** Longest report, in characters. */
export const longestReport = 2000;

/** What is being reported on, as the link of a guide says it. */
export interface Reported {
  division: string;
  item: string;
  version?: string | undefined;
  section?: string | undefined;
}

/** The form on which a reader of a guide says what is wrong in it. */
export function feedbackPage(
  { division, item, version, section }: Reported,
  {
    name,
    divisionName,
    text = '',
    wrong,
  }: { name: string; divisionName: string; text?: string; wrong?: Words },
): string {
  return plainPage({
    title: '指南纠错',
    titleEn: 'Report an error',
    body: html`<p>${divisionName} · ${name}</p>
      <p>
        请写明哪里不对、应当是什么。不要写姓名、证件号码或电话：这里不收集个人信息，也不逐一回复。急事请打指南上的电话。
      </p>
      <p lang="en">
        Say what is wrong and what it should be. Leave out names, numbers of papers and phones: nothing personal is
        kept, and not every report is answered. If it is urgent, phone as the guide says.
      </p>
      <form method="post" action="/feedback">
        <input type="hidden" name="division" value="${division}" />
        <input type="hidden" name="item" value="${item}" />
        ${version !== undefined && html`<input type="hidden" name="version" value="${version}" />`}
        <label for="section">哪一部分 <span lang="en">Which part</span></label>
        <select id="section" name="section">
          <option value="">整份指南或其他 The whole guide, or something else</option>
          ${Object.entries(reportedSections).map(
            ([id, { zh, en }]) =>
              html`<option value="${id}"${id === section && html` selected`}>${zh} ${en}</option>`,
          )}
        </select>
        <label for="text">哪里不对 <span lang="en">What is wrong</span></label>
        ${
          wrong !== undefined &&
          html`<p id="wrong" role="alert">
            <strong>${wrong.zh}</strong> <span lang="en">${wrong.en}</span>
          </p>`
        }
        <textarea
          id="text"
          name="text"
          maxlength="${longestReport}"
          required
          ${wrong !== undefined && html` aria-invalid="true" aria-describedby="wrong"`}
        >
${text}</textarea
        >
        <button type="submit">提交 <span lang="en">Send</span></button>
      </form>`,
  });
}
