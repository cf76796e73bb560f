import { expect, test } from 'vitest';
import { openSessions, sameSecret, sessionLimits } from './sessions.ts';

const by = (subject: string) => ({ identity: { subject, name: subject }, address: '127.0.0.1', agent: 'x' });

test('a session is found by its token until it is ended', () => {
  const sessions = openSessions();
  const { token, csrf } = sessions.begin(by('local:drafter'));
  const other = sessions.begin(by('local:drafter'));
  expect(sessions.find(token)).toMatchObject({ identity: { subject: 'local:drafter' }, csrf });
  expect(other.token).not.toBe(token);
  sessions.end(token);
  expect(sessions.find(token)).toBeUndefined();
  expect(sessions.find(other.token)).toBeDefined();
});

test.each([undefined, '', 'forged', '__proto__'])('the cookie %s opens nothing', (token) => {
  const sessions = openSessions();
  sessions.begin(by('local:drafter'));
  expect(sessions.find(token)).toBeUndefined();
});

test('a session ends when idle, and after a working day however busy', () => {
  let time = 0;
  const sessions = openSessions({ now: () => time });
  const idle = sessions.begin(by('local:drafter')).token;
  const busy = sessions.begin(by('local:reviewer')).token;
  for (; time <= sessionLimits.total; time += sessionLimits.idle) expect(sessions.find(busy)).toBeDefined();
  expect(sessions.find(idle)).toBeUndefined();
  expect(sessions.find(busy)).toBeUndefined();
});

test('secrets are the same only when equal', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abd')).toBe(false);
  expect(sameSecret('abc', '')).toBe(false);
});

test('all that are open are listed without what opens them, and can be ended one by one or all of a person', () => {
  let time = 0;
  const sessions = openSessions({ now: () => time });
  const [one, two, other] = ['a', 'a', 'b'].map((subject) => sessions.begin(by(subject)));
  time = 5;
  sessions.find(two!.token);
  const listed = sessions.list();
  expect(listed.map(({ id, seen }) => [id, seen])).toEqual([
    [other!.id, 0],
    [two!.id, 5],
    [one!.id, 0],
  ]);
  for (const { token } of [one!, two!, other!]) expect(JSON.stringify(listed)).not.toContain(token);
  expect(sessions.endThose(({ id }) => id === one!.id)).toBe(1);
  expect(sessions.find(one!.token)).toBeUndefined();
  expect(sessions.find(two!.token)).toBeDefined();
  expect(sessions.endThose(({ identity }) => identity.subject === 'a')).toBe(1);
  expect(sessions.find(two!.token)).toBeUndefined();
  expect(sessions.find(other!.token)).toBeDefined();
});
