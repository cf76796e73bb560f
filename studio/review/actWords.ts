import type { ActView } from '../../src/api/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import type { Words } from '../../src/model/schemas.ts';
import { signerWords } from './signerWords.ts';

/** What somebody did, told after their name; `count` savings in a row are told as one. */
export function actWords(act: ActView, count: number, lookups?: Lookups): Words {
  const { kind, file = '', to = '' } = act;
  const as = act.signer && signerWords(act.signer, lookups);
  switch (kind) {
    case 'create':
      return { zh: '新建草稿', en: 'began the draft' };
    case 'edit':
      return count > 1
        ? { zh: `修改，保存 ${count} 次`, en: `edited, saved ${count} times` }
        : { zh: '修改', en: 'edited' };
    case 'reformat':
      return {
        zh: '只改写法，值未变，签批仍有效',
        en: 'changed how it is written and no value; signatures stand',
      };
    case 'remove':
      return { zh: `删去 ${file}`, en: `took out ${file}` };
    case 'rename':
      return { zh: `改名 ${file} → ${to}`, en: `renamed ${file} → ${to}` };
    case 'submit':
      return { zh: '提交审核', en: 'submitted it' };
    case 'approve':
      return { zh: `签批同意（${as?.zh ?? ''}）`, en: `signed as ${as?.en ?? ''}` };
    case 'override':
      return { zh: '紧急通过，事后补审', en: 'let it through in an emergency, to be reviewed after' };
    case 'ratify':
      return act.opinion?.upheld === false
        ? {
            zh: `补审，不予认可（${as?.zh ?? ''}）`,
            en: `reviewed it after the fact and did not uphold it, as ${as?.en ?? ''}`,
          }
        : {
            zh: `补审，予以认可（${as?.zh ?? ''}）`,
            en: `reviewed and upheld it after the fact, as ${as?.en ?? ''}`,
          };
    case 'return':
      return { zh: '退回', en: 'returned it' };
    case 'withdraw':
      return { zh: '撤回', en: 'withdrew it' };
    case 'comment':
      return { zh: '提意见', en: 'commented' };
    case 'suggest':
      return { zh: '建议改法', en: 'suggested a wording' };
    case 'take':
      return { zh: '采纳建议', en: 'took a suggestion' };
    case 'decline':
      return { zh: '不采纳建议', en: 'declined a suggestion' };
    case 'resolve':
      return { zh: '了结一条意见', en: 'settled a thread' };
    case 'reopen':
      return { zh: '重提一条意见', en: 'raised a thread again' };
    case 'takeOver':
      return { zh: '接手起草', en: 'took it over' };
    case 'assign':
      return { zh: `改派给 ${to}`, en: `gave it to ${to}` };
    case 'merge':
      return { zh: '并入正式目录', en: 'merged it' };
  }
}
