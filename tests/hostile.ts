/**
 * Files made to hang, exhaust, confuse or escape a reader of YAML, by name, each with the code that refuses it
 * and the line that is named. Those too large are refused for that before anybody looks inside.
 */
export function hostileFiles(): [name: string, content: string | Uint8Array, code: string, line: number][] {
  const aliases = Array.from(
    { length: 9 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
  );
  return [
    ['nested-flow', '['.repeat(3000), 'text/depth', 1],
    ['nested-block', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'text/depth', 65],
    ['nested-dashes', `${'- '.repeat(3000)}x`, 'text/depth', 1],
    ['alias-bomb', ['a0: &a0 x', ...aliases].join('\n'), 'text/anchor', 1],
    ['many-keys', Array.from({ length: 200_000 }, (_, i) => `k${i}: 1`).join('\n'), 'text/size', 1],
    ['many-keys-in-little', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n'), 'text/keys', 1001],
    ['nul', 'id: a\u0000b\n', 'text/character', 1],
    ['bidi', 'id: a\u202Eb\n', 'text/character', 1],
    ['proto', '__proto__:\n  polluted: true\nid: proto\n', 'text/forbidden-key', 1],
    ['wrong-tag', 'id: !!js/function "function () {}"\n', 'text/tag', 1],
    ['own-tag', 'id: !secret x\n', 'text/tag', 1],
    ['long-scalar', `id: ${'x'.repeat(5_000_000)}\n`, 'text/size', 1],
    ['long-quoted-scalar', `id: "${'x'.repeat(5_000_000)}\n`, 'text/size', 1],
    ['two-documents', 'id: a\n---\nid: b\n', 'text/documents', 2],
    ['merge-key', 'a: {b: 1}\nc:\n  <<: {b: 2}\n', 'text/merge', 3],
    ['not-utf8', new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe, 0x0a]), 'text/encoding', 1],
    ['unclosed-quote', 'id: "a\n', 'text/quote', 2],
    ['tabs', 'id:\n\t- a\n', 'text/tab', 2],
  ]; // prettier-ignore
}
