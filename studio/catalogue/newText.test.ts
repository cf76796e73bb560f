import { expect, test } from 'vitest';
import { copiedItem } from './newText.ts';

test('a copy has its own id and name, and not what the other has alone', () => {
  const text = `id: road # 标识
basics:
  name: 挖路
  basicCode: '000117001000'
  everydayName: 挖路
service:
  hours: 9:00 # 午休
`;
  expect(copiedItem(text, { id: 'street', name: '占道' })).toBe(`id: street # 标识
basics:
  name: 占道
  everydayName: 挖路
service:
  hours: 9:00 # 午休
`);
});

test('what cannot be read cannot be copied', () => {
  expect(copiedItem('id: [', { id: 'a', name: 'b' })).toBeUndefined();
});
