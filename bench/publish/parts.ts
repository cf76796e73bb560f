import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const guicheng = fileURLToPath(new URL('../../dist/node/guicheng.js', import.meta.url));
let partNames: string[] | undefined;

/** Options that leave out all parts but `names`; the program tells which there are. */
export function only(...names: string[]): string[] {
  if (partNames === undefined) {
    const help = execFileSync(process.execPath, [guicheng, 'build', '--help'], { encoding: 'utf8' });
    const [, list = ''] = /by commas:\s*([a-z,\s-]+?)\s*\(/.exec(help.replace(/\n\s*/g, ' ')) ?? [];
    partNames = list.split(/,\s*/).filter((name) => name !== '');
    if (!partNames.includes('guides')) throw new Error(`The help names no parts: ${help}`);
  }
  return ['--without', partNames.filter((name) => !names.includes(name)).join(',')];
}
