import type { BrowserContextOptions } from 'playwright-core';

/** How a page is met that is not for a desk and a phone alone. */
export interface TemplateMode {
  /** What stands after the address, such as the answers and the paper of a notice. */
  fragment?: string;
  /** The window of the device that it is made for. */
  window?: NonNullable<BrowserContextOptions['viewport']>;
  /** As the browser prints it. */
  isPrinted?: boolean;
  /** It asks search engines to leave it out. */
  isUnlisted?: boolean;
}

/** A page that stands for its template. */
export interface TemplatePage extends TemplateMode {
  name: string;
  /** From the root of the site. */
  path: string;
}

/** The touch screen of a hall stands upright, the board on its wall lies. */
const hall = { window: { width: 1080, height: 1920 } };
const wall = { window: { width: 1920, height: 1080 } };

/** A template of the site with the files that it makes; the first that a site has stands for it. */
const templates: readonly [name: string, files: RegExp, mode?: TemplateMode][] = [
  ['home', /^index\.html$/],
  ['no such page', /^404\.html$/],
  ['division', /^511500\/index\.html$/],
  ['all places', /^divisions\.html$/],
  ['theme', /^themes\/catering\.html$/],
  ['all themes', /^themes\/index\.html$/],
  ['second page of a list', /^themes\/open-business\.2\.html$/],
  ['who applies', /^served\/person\.html$/],
  ['all who apply', /^served\/index\.html$/],
  ['letter', /^a-z\/s\.html$/],
  ['life events', /^events\.html$/],
  ['agency', /^agencies\/yibin-market-regulation\.html$/],
  ['all agencies', /^agencies\/index\.html$/],
  ['centre', /^centres\/yibin\.html$/],
  ['all centres', /^centres\/index\.html$/],
  ['window', /^centres\/yibin\/market\.html$/],
  ['law', /^laws\/administrative-licensing-law\.html$/],
  ['laws', /^laws\/index\.html$/],
  ['search', /^search\.html$/],
  ['figures', /^figures\.html$/],
  ['open data', /^data\/index\.html$/],
  ['about', /^about\.html$/],
  ['screens and posters', /^screens\.html$/],
  ['guide', /^511500\/food-business-licence\.html$/],
  ['guide as the browser prints it', /^511500\/food-business-licence\.html$/, { isPrinted: true }],
  ['guide with fees and three parallel steps', /^511500\/urban-road-excavation-permit\.html$/],
  ['guide that has changed', /^511500\/hotel-special-trade-licence\.html$/],
  ['English guide', /^511500\/food-business-licence\/en\.html$/],
  ['English guide, half translated', /^511500\/drainage-permit\/en\.html$/],
  ['version', /^511500\/food-business-licence\/v\/[^/]+\.html$/],
  ['version that is no more', /^511500\/hotel-special-trade-licence\/v\/2026-03-01[^/]+\.html$/],
  ['bundle', /^511502\/bundle\/open-restaurant\.html$/],
  ['bundle of six, two joint', /^510703\/bundle\/construction-project\.html$/],
  ['version of a bundle', /^511502\/bundle\/open-restaurant\/v\/[^/]+\.html$/],
  ['print', /^511500\/food-business-licence\/print\.html$/],
  ['one-time notice', /^511500\/food-business-licence\/notice\.html$/],
  ['one-time notice on A5', /^511500\/food-business-licence\/notice\.html$/, { fragment: '#a5' }],
  [
    'one-time notice of a case, on a roll',
    /^511500\/food-business-licence\/notice\.html$/,
    { fragment: '#q-activity-catering,roll' },
  ],
  ['poster of a window', /^centres\/yibin\/market\/poster\.html$/],
  ['touch screen', /^touch\/511500\/index\.html$/, hall],
  ['touch screen, by letter', /^touch\/511500\/all\.html$/, hall],
  ['touch screen, theme', /^touch\/511500\/theme-catering\.html$/, hall],
  ['touch screen, guide', /^touch\/511500\/g\/food-business-licence\.html$/, hall],
  ['touch screen, bundle', /^touch\/511500\/b\/open-restaurant\.html$/, hall],
  ['display board', /^board\/yibin\/index\.html$/, wall],
  ['handbook', /^handbook\/511500\/food-business-licence\.html$/, { isUnlisted: true }],
];

/** Templates that are like one that is judged too: tests that run with every commit leave them out. */
const alike = new Set([
  'all themes',
  'who applies',
  'all who apply',
  'letter',
  'life events',
  'division',
  'all agencies',
  'all centres',
  'version that is no more',
  'English guide, half translated',
  'version of a bundle',
]);

/** Templates for paper, for screens in a hall, and for staff. */
const media = /^(?:print|one-time notice|poster|touch screen|display board|handbook)/;

/**
 * A page of each template among the files of the sample's site: `of: 'judged'` all but those that are like another,
 * `'site'` of these what is read at a desk or on a phone. @throws Error where one has none.
 */
export function siteTemplates(files: readonly string[], of: 'all' | 'judged' | 'site'): TemplatePage[] {
  const isWanted = (name: string) =>
    of === 'all' || (!alike.has(name) && (of === 'judged' || !media.test(name)));
  return templates
    .filter(([name]) => isWanted(name))
    .map(([name, pattern, mode]) => {
      const path = files.find((file) => pattern.test(file));
      if (path === undefined) throw new Error(`The site has no page of the template “${name}”`);
      return { name, path, ...mode };
    });
}

/** Rules of axe beyond its usual ones. On paper nothing is pressed. */
export function rulesOf({ isPrinted = false }: TemplatePage): string[] {
  return ['color-contrast-enhanced', ...(isPrinted ? [] : ['target-size'])];
}

/** Where a template's page is, below `base`. */
export function addressOf({ path, fragment = '' }: TemplatePage, base: string): string {
  return `${base}/${path}${fragment}`;
}
