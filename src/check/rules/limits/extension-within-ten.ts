import { formatLimit } from '../../../procedure/index.ts';
import { isPermit } from '../basis/establishingBases.ts';
import { isLongerThan, isSetOtherwise } from '../otherwise.ts';
import { regulationOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';
import { isJoint } from './isJoint.ts';

/** Licensing Law Art. 42: working days by which one body, and several together, may extend. */
const alone = 10;
const together = 15;

export const extensionWithinTen: ItemRule = {
  id: 'extension-within-ten',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '延长不超过十个工作日（联合办理十五个），经负责人批准并告知理由',
    en: 'An extension is at most ten working days (fifteen if joint), approved and explained',
  },
  why: {
    zh: '延长是例外：最多十个工作日，联合办理十五个，须经负责人批准，并把理由告知申请人。缩短延长期限，或者引用另有规定的法律、法规；在说明中写清由谁批准。',
    en: 'An extension is an exception of at most ten working days, fifteen if joint, which the head approves and the applicant is told why. Shorten it, or cite the law that allows more; say in its note who approves.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 42 }],
  good: [
    {
      name: 'ten with approval',
      item: {
        limits: { extension: { value: 10, unit: 'working-days', note: '经负责人批准，并告知理由。' } },
      },
    },
    {
      name: 'fifteen of two bodies',
      item: {
        authority: { joint: [{ id: 'a' }, { id: 'b' }] },
        limits: { extension: { value: 15, unit: 'working-days', note: '经本级人民政府负责人批准。' } },
      },
    },
    {
      name: 'thirty by a law',
      item: {
        limits: {
          extension: {
            value: 30,
            unit: 'working-days',
            basis: [{ law: 'a-law', article: 8 }],
            note: '经负责人批准。',
          },
        },
      },
    },
    { name: 'none', item: { limits: {} } },
  ],
  bad: [
    {
      name: 'twenty',
      item: { limits: { extension: { value: 20, unit: 'working-days', note: '经负责人批准。' } } },
      at: ['limits', 'extension', 'value'],
    },
    {
      name: 'nobody approves',
      item: { limits: { extension: { value: 10, unit: 'working-days' } } },
      at: ['limits', 'extension'],
    },
  ],
  mutations: [
    { name: 'twenty days', edits: [{ kind: 'set', path: ['limits', 'extension', 'value'], value: 20 }] },
    {
      name: 'nobody approves',
      edits: [{ kind: 'remove', path: ['limits', 'extension', 'note'] }],
    },
  ],
  check(item, { lookups }) {
    const { extension } = item.limits ?? {};
    const most = isJoint(item) ? together : alone;
    if (!isPermit(item) || extension?.value === undefined) return [];
    if (isLongerThan(extension, most) && !isSetOtherwise(extension.basis, regulationOrAbove, lookups))
      return [
        {
          path: ['limits', 'extension', 'value'],
          message: {
            zh: `延长 ${formatLimit(extension)}，超过允许的 ${most} 个工作日。请改为不超过 ${most} 个；法律、法规另有规定的，在 basis 中引用。`,
            en: `An extension by ${formatLimit(extension, 'en')} is over the ${most} working days allowed. Make it at most ${most}, or cite the law or regulation that says otherwise.`,
          },
        },
      ];
    if (extension.value === 0 || extension.note !== undefined) return [];
    return [
      {
        path: ['limits', 'extension'],
        severity: 'info',
        message: {
          zh: '延长没有写由谁批准。请在 note 中写明经哪一位负责人批准，并把延长的理由告知申请人。',
          en: 'The extension does not say who approves it. Say in note which head does, and that the applicant is told why.',
        },
      },
    ];
  },
};
