import { expect, test } from 'vitest';
import { pinyinOf } from './pinyinOf.ts';

test('each text becomes a word of capitalised syllables, once', () => {
  expect(pinyinOf(['食品经营许可', '宜宾市', '食品经营许可'])).toBe('ShiPinJingYingXuKe YiBinShi');
});

test('a character is read as its word asks, and ü is v', () => {
  expect(pinyinOf(['重庆市', '重量', '旅馆'])).toBe('ChongQingShi ZhongLiang LvGuan');
});

test('what is no Chinese has no sound', () => {
  expect(pinyinOf(['', 'ISO 9001', '（A类）许可'])).toBe('LeiXuKe');
});
