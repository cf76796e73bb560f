import { ownTokens, themeTokens, type Scheme, type Theme, type Tokens } from '../model/theme/themeTokens.ts';
import { properties } from './style.ts';

const corners: Readonly<Record<string, string>> = { square: '0px', small: '4px', round: '16px' };
const densities: Readonly<Record<string, string>> = { compact: '.7', roomy: '1.3' };

/** Words, links and the focus on it are all of the one colour that is read on the brand's. */
const brandHeader =
  '.bar{--soft:var(--onseal);--link:var(--onseal);background:var(--seal);color:var(--onseal)}.bar .seal{outline:2px solid}';
const logo =
  '.logo{flex:none;width:2.5rem;height:2.5rem;object-fit:contain;object-position:0}.logo.wide{width:9rem}';

/**
 * What a theme adds to the style of the pages: only names from a closed list, with values that are colours, numbers or
 * words of ours, so that nothing a theme says can be more. The same theme gives the same text, and none gives ''.
 * It is for screens: printed pages stay black on white.
 */
export function themeStyle(theme: Theme | undefined): string {
  if (theme === undefined) return '';
  const size = theme.textSize;
  const isSize = typeof size === 'number' && Number.isInteger(size) && size >= 18 && size <= 22;
  const root = [
    isSize && size !== 18 ? `font-size:${size}px` : '',
    measure('r', corners, theme.corners),
    measure('d', densities, theme.density),
  ].filter((one) => one !== '');
  const [light, dark] = [otherwise(theme, 'light'), otherwise(theme, 'dark')];
  const isOne = light === dark;
  if (isOne && light !== '') root.push(light);
  return [
    theme.logo === undefined ? '' : logo,
    onScreen('', `${rootRule(root.join(';'))}${theme.header === 'brand' ? brandHeader : ''}`),
    // Both by name: what is said of one scheme must not beat what the pages have for the other.
    isOne ? '' : onScreen(' and (prefers-color-scheme:light)', rootRule(light)),
    isOne ? '' : onScreen(' and (prefers-color-scheme:dark)', rootRule(dark)),
  ].join('');
}

function measure(name: string, of: Readonly<Record<string, string>>, said: unknown): string {
  return typeof said === 'string' && Object.hasOwn(of, said) ? `--${name}:${of[said]!}` : '';
}

function rootRule(said: string): string {
  return said === '' ? '' : `:root{${said}}`;
}

function onScreen(when: string, rules: string): string {
  return rules === '' ? '' : `@media screen${when}{${rules}}`;
}

/** What `theme` has otherwise than the pages as they come. */
function otherwise(theme: Theme, scheme: Scheme): string {
  const own = ownTokens[scheme];
  const tokens = Object.entries(themeTokens(theme, scheme));
  return properties(
    Object.fromEntries(tokens.filter(([name, colour]) => own[name as keyof Tokens] !== colour)),
  );
}
