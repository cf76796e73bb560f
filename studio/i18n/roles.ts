import type { Role } from '../../src/api/index.ts';
import type { Words } from '../../src/model/schemas.ts';

/** The roles in words. */
export const roleWords: Readonly<Record<Role, Words>> = {
  drafter: { zh: '起草', en: 'drafter' },
  reviewer: { zh: '审核', en: 'reviewer' },
  legal: { zh: '法制审核', en: 'legal approver' },
  administrator: { zh: '管理', en: 'administrator' },
};
