import type { Words } from '../../src/model/schemas.ts';

// The first that fits: Edge says Chrome too, and all of them say Safari.
const browsers = [
  [/Edg\//, 'Edge'],
  [/MicroMessenger/, 'WeChat'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
// Android says Linux too, and an iPhone Mac OS.
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** A browser by what it calls itself, as far as people know their own by it: `Edge · Windows`. */
export function browserName(agent: string): Words {
  const known = [browsers, systems].flatMap((list) => list.find(([said]) => said.test(agent))?.[1] ?? []);
  const name = known.join(' · ');
  return name === '' ? { zh: '其他程序', en: 'another program' } : { zh: name, en: name };
}
