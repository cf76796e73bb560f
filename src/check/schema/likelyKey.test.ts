import { expect, test } from 'vitest';
import { likelyKey } from './likelyKey.ts';

const title = (zh: string, en: string) => ({ title: zh, 'x-en': en });
const holder = {
  properties: {
    id: title('标识', 'Identifier'),
    fees: title('收费', 'Fees'),
    fee: {},
    inCentre: title('进驻政务服务中心', 'In the centre'),
    'x-step-free': title('无障碍通道', 'Step-free access'),
    'x-step-fare': {},
  },
};

test.each([
  ['x-step-fre', 'x-step-free'],
  ['x-setp-free', 'x-step-free'],
  ['x-stp-fre', 'x-step-free'],
  ['step-free', 'x-step-free'],
  ['X_Step_Free', 'x-step-free'],
  ['无障碍通道', 'x-step-free'],
  ['step-free access', 'x-step-free'],
  ['incentre', 'inCentre'],
  ['feees', 'fees'],
  // Two keys are as near: the first stands.
  ['feez', 'fees'],
  ['ib', undefined],
  ['x-something', undefined],
  ['x'.repeat(100), undefined],
])('%s is likely to mean %s', (key, meant) => expect(likelyKey(key, holder)).toBe(meant));
