/** Where a body's power comes from, as far as Licensing Law Art. 22 to 24 tell it apart. */
export type Power = 'own' | 'authorised' | 'entrusted';

/**
 * The power that a code of `codeLists.powerSources` stands for. Catalogues have lists of their own: a code that is
 * not called as in the sample (`statutory`, `delegated`, `authorised-…`, `entrusted-…`) says nothing here.
 */
export function powerOf(code: string | undefined): Power | undefined {
  if (code === 'statutory' || code === 'delegated') return 'own';
  if (code?.startsWith('authorised')) return 'authorised';
  if (code?.startsWith('entrusted')) return 'entrusted';
  return undefined;
}
