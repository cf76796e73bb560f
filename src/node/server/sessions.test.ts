import { expect, test } from 'vitest';
import { openSessions, sameSecret, sessionLimits } from './sessions.ts';

test('a session is found by its token until it is ended', () => {
  const sessions = openSessions();
  const { token, csrf } = sessions.begin('local:drafter');
  const other = sessions.begin('local:drafter');
  expect(sessions.find(token)).toEqual({ subject: 'local:drafter', csrf });
  expect(other.token).not.toBe(token);
  sessions.end(token);
  expect(sessions.find(token)).toBeUndefined();
  expect(sessions.find(other.token)).toBeDefined();
});

test.each([undefined, '', 'forged', '__proto__'])('the cookie %s opens nothing', (token) => {
  const sessions = openSessions();
  sessions.begin('local:drafter');
  expect(sessions.find(token)).toBeUndefined();
});

test('a session ends when idle, and after a working day however busy', () => {
  let time = 0;
  const sessions = openSessions(() => time);
  const idle = sessions.begin('local:drafter').token;
  const busy = sessions.begin('local:reviewer').token;
  for (; time <= sessionLimits.total; time += sessionLimits.idle) expect(sessions.find(busy)).toBeDefined();
  expect(sessions.find(idle)).toBeUndefined();
  expect(sessions.find(busy)).toBeUndefined();
});

test('secrets are the same only when equal', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abd')).toBe(false);
  expect(sameSecret('abc', '')).toBe(false);
});
