import { pinyin } from 'pinyin-pro';

/** Characters with a second reading in everyday words, beside the one that they have when they stand alone. */
const others = new Map(
  (
    '行hang 长zhang 重chong 调diao 传zhuan 校jiao 乐yue 弹dan 朝zhao 降xiang 藏zang 参shen 给ji 会kuai 差chai 卡qia 系ji ' +
    '率shuai 都du 没mo 着zhuo 折she 畜xu 薄bo 血xie 削xue 觉jiao 壳qiao 粘zhan 大dai 落la 模mu 区ou 扎za 便pian 屏bing ' +
    '泊po 莞guan 曾zeng 厦xia 剥bo 仔zi 番pan 单shan 蚌beng 六lu 盛cheng 宿xiu 圈juan 露lou 核hu 假jia 炮bao'
  )
    .split(' ')
    .map((one) => [one.charAt(0), one.slice(1)]),
);

const known = new Map<string, readonly string[]>();

/**
 * How `character` (one code unit) is read, its usual reading first; ü is v, as keyboards have it. A letter or a digit
 * sounds as itself, and so does what nobody knows how to read. What it says follows from the character alone, so that
 * no other item can change where a piece is filed.
 */
export function readingsOf(character: string): readonly string[] {
  let readings = known.get(character);
  if (readings === undefined) {
    const usual = /[a-z0-9]/.test(character)
      ? character
      : pinyin(character, { toneType: 'none', v: true }).trim() || character;
    const other = others.get(character);
    readings = other === undefined || other === usual ? [usual] : [usual, other];
    known.set(character, readings);
  }
  return readings;
}
