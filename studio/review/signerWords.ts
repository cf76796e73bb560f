import type { Signer } from '../../src/api/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import type { Words } from '../../src/model/schemas.ts';
import { roleWords } from '../i18n/roles.ts';

/**
 * Whose signature it is: 法制审核 · 宜宾市市场监督管理局, or of a joint body 会签 · 翠屏区水利局. By its whole name: a draft
 * of several cities may ask the 市公安局 of each.
 */
export function signerWords({ role, of, joint }: Signer, lookups?: Pick<Lookups, 'agency'>): Words {
  const as = joint ? { zh: '会签', en: 'countersignature' } : roleWords[role];
  if (of === undefined) return as;
  const agency = lookups?.agency(of);
  const name = agency?.name ?? agency?.shortName ?? of;
  return { zh: `${as.zh} · ${name}`, en: `${as.en} · ${name}` };
}

/** Tells signers apart. */
export function signerKey({ role, of = '' }: Signer): string {
  return `${role} ${of}`;
}
