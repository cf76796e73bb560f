import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache/guicheng/', import.meta.url));

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser to start and the environment that it needs beyond the present one. */
export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * A Chromium: the one that `CHROMIUM` names, else one installed here, else the one that the package
 * `@sparticuz/chromium` carries. Its environment shows it Chinese fonts, so that screenshots do not depend
 * on the machine's. Throws when `CHROMIUM` names no file.
 */
export async function findChromium(): Promise<Chromium> {
  const fonts = { FONTCONFIG_FILE: await writeFontConfig() };
  const named = process.env['CHROMIUM'];
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROMIUM names no file: ${named}`);
  const executablePath = named ?? installed.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath, env: fonts };
  const carried = await unpackCarried();
  return { executablePath: carried.executablePath, env: { ...fonts, ...carried.env } };
}

/**
 * Unpacks the carried browser once into the cache. Not by the package's own function: that one writes to the
 * shared temporary folder in place, so a second process would start a half-written file.
 */
async function unpackCarried(): Promise<Chromium> {
  const bin = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin');
  const { version } = JSON.parse(await readFile(join(bin, '../package.json'), 'utf8')) as { version: string };
  const executablePath = join(cache, `chromium-${version}`);
  if (!existsSync(executablePath))
    await unpack(join(bin, 'chromium.br'), executablePath, async (part) => part);
  const env = await startable(executablePath, {});
  if (env) return { executablePath, env };
  // A slim machine has no NSS library; the package carries one for such.
  const libraries = join(cache, `chromium-${version}-lib`);
  if (!existsSync(libraries))
    await unpack(join(bin, 'al2023.tar.br'), libraries, async (part, folder) => {
      await run('tar', ['-xf', part, '-C', folder]);
      return join(folder, 'lib');
    });
  const helped = await startable(executablePath, { LD_LIBRARY_PATH: libraries });
  if (helped) return { executablePath, env: helped };
  throw new Error('The carried Chromium does not start here. Install one and name it in CHROMIUM.');
}

async function startable(executablePath: string, env: Record<string, string>) {
  return run(executablePath, ['--version'], { env: { ...process.env, ...env } }).then(
    () => env,
    () => undefined,
  );
}

/** Decompresses in a folder of its own and renames, so that a reader sees all of `target` or nothing. */
async function unpack(
  source: string,
  target: string,
  result: (part: string, folder: string) => Promise<string>,
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'unpack-'));
  try {
    const part = join(folder, 'part');
    await pipeline(
      createReadStream(source),
      createBrotliDecompress(),
      createWriteStream(part, { mode: 0o755 }),
    );
    const done = await result(part, folder);
    await rename(done, target).catch((error: unknown) => {
      // Another process was first; a folder cannot be renamed over a full one.
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A fontconfig rule: who asks for `family` gets the first of `prefer` that is there. */
function alias(family: string, ...prefer: string[]): string {
  const families = prefer.map((name) => `<family>${name}</family>`).join('');
  return `<alias binding="strong"><family>${family}</family><prefer>${families}</prefer></alias>`;
}

/** Writes a fontconfig file that makes Noto Sans SC the font of every Chinese and sans-serif text. */
async function writeFontConfig(): Promise<string> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const noto = 'Noto Sans SC';
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...[join(fonts, '400Regular'), join(fonts, '700Bold'), '/usr/share/fonts'].map(
      (dir) => `<dir>${dir}</dir>`,
    ),
    `<cachedir>${join(cache, 'fontconfig')}</cachedir>`,
    ...['sans-serif', 'system-ui', 'serif', 'PingFang SC', 'Microsoft YaHei'].map((name) =>
      alias(name, noto),
    ),
    alias('monospace', 'DejaVu Sans Mono', noto),
    // What Chromium takes for `system-ui` without a desktop around it: a request for no family at all.
    `<match target="pattern"><edit name="family" mode="append_last"><string>${noto}</string></edit></match>`,
    '</fontconfig>',
  ].join('\n');
  await mkdir(cache, { recursive: true });
  const path = join(cache, 'fonts.conf');
  const part = `${path}.${process.pid}`;
  await writeFile(part, text);
  await rename(part, path);
  return path;
}
