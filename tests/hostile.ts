/** Files made to hang, exhaust, confuse or escape a reader of YAML, by name. Each must be refused with a place. */
export function hostileFiles(): [name: string, content: string | Uint8Array][] {
  const aliases = Array.from(
    { length: 9 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
  );
  return [
    ['nested-flow', '['.repeat(3000)],
    ['nested-block', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['nested-dashes', `${'- '.repeat(3000)}x`],
    ['alias-bomb', ['a0: &a0 x', ...aliases].join('\n')],
    ['many-keys', Array.from({ length: 200_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['many-keys-in-little', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['nul', 'id: a\u0000b\n'],
    ['bidi', 'id: a\u202Eb\n'],
    ['proto', '__proto__:\n  polluted: true\nid: proto\n'],
    ['wrong-tag', 'id: !!js/function "function () {}"\n'],
    ['own-tag', 'id: !secret x\n'],
    ['long-scalar', `id: ${'x'.repeat(5_000_000)}\n`],
    ['long-quoted-scalar', `id: "${'x'.repeat(5_000_000)}\n`],
    ['two-documents', 'id: a\n---\nid: b\n'],
    ['merge-key', 'a: {b: 1}\nc:\n  <<: {b: 2}\n'],
    ['not-utf8', new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe, 0x0a])],
    ['unclosed-quote', 'id: "a\n'],
    ['tabs', 'id:\n\t- a\n'],
  ];
}
