import type { Words } from '../../src/model/schemas.ts';

/** One step of the tour: said beside the element that `anchor` selects, as soon as the page shows it. */
export interface TourStep {
  anchor: string;
  title: Words;
  text: Words;
  /** How one comes to the next step where a click in the page does it; else by the button. */
  doThis?: Words;
}

/** From an item to a submitted draft. */
export const drafterSteps: readonly TourStep[] = [
  {
    anchor: '[data-tour=items]',
    title: { zh: '从一个事项开始', en: 'Begin with an item' },
    text: {
      zh: '在这里按名称、编码、机关找到要改的事项。改动都写在草稿里，公开的内容不会马上变。',
      en: 'Find the item to change by name, code or authority. Changes are written into a draft; what is public stays.',
    },
    doThis: { zh: '请在它那一行点“起草修改”。', en: 'Press "Draft a change" in its row.' },
  },
  {
    anchor: '[data-tour=lenses]',
    title: { zh: '同一份文字，几种看法', en: 'One text, several views' },
    text: {
      zh: '表单、源码、步骤图和预览是同一份文字：改一处，处处跟着变；随时自动保存，撤销在哪里都一样。下面的检查告诉您哪里不合法、怎么改。',
      en: 'Form, source, diagram and preview are one text: change it in one, and all follow. It saves itself, and undo is one. The checks below say what the law does not allow, and how to mend it.',
    },
  },
  {
    anchor: '[data-tour=submit]',
    title: { zh: '写完就提交审核', en: 'Submit it for review' },
    text: {
      zh: '别人逐项看您改了什么、对申请人意味着什么，再签批。自己不能签自己写的；签批之后由管理员发布。',
      en: 'Somebody else sees field by field what you changed and what it means for applicants, and signs. Nobody signs their own text; then it is published.',
    },
  },
];

/** From the inbox to a signature. */
export const reviewerSteps: readonly TourStep[] = [
  {
    anchor: '[data-tour=inbox]',
    title: { zh: '要您审的都在这里', en: 'What waits for you is here' },
    text: {
      zh: '草稿按等了多久排着，超过承诺时限的会标出来。',
      en: 'Drafts stand by how long they have waited; those beyond the promised time are marked.',
    },
    doThis: { zh: '请打开“草稿与审核”，再点开一份。', en: 'Open "Drafts", then one of them.' },
  },
  {
    anchor: '[data-tour=changes]',
    title: { zh: '逐项看改动', en: 'Read the changes field by field' },
    text: {
      zh: '每一项都用平常话说改了什么、对申请人是利是弊，可以就地提意见或者直接给出改法，也能对照改前改后的页面。',
      en: 'Each says in plain words what changed and whether applicants gain or lose. Comment on it in place, suggest a wording, or compare the pages before and after.',
    },
  },
  {
    anchor: '[data-tour=decide]',
    title: { zh: '签批或者退回', en: 'Sign, or return it' },
    text: {
      zh: '签的就是您看到的这些内容：之后改一个数字，签批就作废。不能签时，按钮旁边写着原因。',
      en: 'What you sign is what you see: one digit changed later, and it is void. Where you may not sign, the reason stands beside the button.',
    },
  },
];
