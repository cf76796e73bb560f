/** The check character of a unified social credit code by GB 32100-2015. */
export function checkCharacter(uscc: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((all, weight, i) => all + weight * alphabet.indexOf(uscc[i]!), 0);
  return alphabet[(31 - (sum % 31)) % 31]!;
}
