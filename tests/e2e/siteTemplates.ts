/** A template of the site with the files that it makes; the first that a site has stands for it. */
const templates: readonly [name: string, files: RegExp][] = [
  ['home', /^index\.html$/],
  ['division', /^511500\/index\.html$/],
  ['all places', /^divisions\.html$/],
  ['theme', /^themes\/catering\.html$/],
  ['all themes', /^themes\/index\.html$/],
  ['second page of a list', /^themes\/open-business\.2\.html$/],
  ['who applies', /^served\/person\.html$/],
  ['letter', /^a-z\/s\.html$/],
  ['life events', /^events\.html$/],
  ['agency', /^agencies\/yibin-market-regulation\.html$/],
  ['centre', /^centres\/yibin\.html$/],
  ['window', /^centres\/yibin\/market\.html$/],
  ['law', /^laws\/administrative-licensing-law\.html$/],
  ['laws', /^laws\/index\.html$/],
  ['search', /^search\.html$/],
  ['figures', /^figures\.html$/],
  ['about', /^about\.html$/],
  ['guide', /^511500\/food-business-licence\.html$/],
  ['guide with fees and three parallel steps', /^511500\/urban-road-excavation-permit\.html$/],
  ['bundle', /^511502\/bundle\/open-restaurant\.html$/],
  ['bundle of six, two joint', /^510703\/bundle\/construction-project\.html$/],
  ['print', /^511500\/food-business-licence\/print\.html$/],
  ['one-time notice', /^511500\/food-business-licence\/notice\.html$/],
  ['poster of a window', /^centres\/yibin\/market\/poster\.html$/],
  ['version', /^511500\/food-business-licence\/v\/[^/]+\.html$/],
];

/** Templates that are like one that is judged too: tests that run with every commit leave them out. */
const alike = new Set([
  'all themes',
  'who applies',
  'letter',
  'life events',
  'division',
  // Sheets of paper have tests of their own.
  'print',
  'one-time notice',
  'poster of a window',
]);

/** A page of each template among the files of the sample's site. @throws Error where one has none. */
export function siteTemplates(
  files: readonly string[],
  { all = false } = {},
): [name: string, path: string][] {
  return templates
    .filter(([name]) => all || !alike.has(name))
    .map(([name, pattern]) => {
      const path = files.find((file) => pattern.test(file));
      if (path === undefined) throw new Error(`The site has no page of the template “${name}”`);
      return [name, path];
    });
}
