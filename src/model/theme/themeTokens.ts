import type { CatalogueFile } from '../generated/schemas.ts';
import type { Draft } from '../item.ts';
import { colourOf, contrast, mixed, readableOn, type Colour } from './contrast.ts';

export type Theme = Draft<NonNullable<CatalogueFile['theme']>>;

/** A page is drawn for one of these, as the reader's device asks. */
export type Scheme = 'light' | 'dark';

/** Every colour of the public pages by its name in their style. */
export interface Tokens {
  ink: Colour;
  soft: Colour;
  paper: Colour;
  tint: Colour;
  /** Lines that only part things. */
  line: Colour;
  /** Outlines that one has to see, as of a field. */
  edge: Colour;
  link: Colour;
  /** Words on `link`. */
  on: Colour;
  seal: Colour;
  /** Words on `seal`. */
  onseal: Colour;
  /** What warns. */
  mark: Colour;
}

/** The colours of a catalogue that says nothing. */
export const ownTokens: Readonly<Record<Scheme, Tokens>> = {
  light: {
    ink: '#1a2530',
    soft: '#434e59',
    paper: '#ffffff',
    tint: '#eff4f7',
    line: '#d3dae0',
    edge: '#6b7883',
    link: '#0b4478',
    on: '#ffffff',
    seal: '#a4161a',
    onseal: '#ffffff',
    mark: '#8a1c1c',
  },
  dark: {
    ink: '#e9eff4',
    soft: '#b9c5cf',
    paper: '#11191f',
    tint: '#1c2730',
    line: '#38454f',
    edge: '#8b99a5',
    link: '#a9d3ff',
    on: '#0c1a26',
    seal: '#a4161a',
    onseal: '#ffffff',
    mark: '#ffb4ab',
  },
};

/** Least contrast of words, and of outlines, against what they stand on. */
export const leastContrast = { words: 7, outline: 3 } as const;

const onColours: readonly [Colour, ...Colour[]] = ['#ffffff', '#0c1a26'];

/**
 * The colours of a page in `scheme`. What the theme says is taken as it is; what follows from it is reckoned: the words
 * on buttons and seal are the lighter or darker, lines and outlines keep their distance from the page, and what warns
 * falls back to the colour of the text where it could not be read. The brand of the light page is the dark one's too.
 */
export function themeTokens(theme: Theme | undefined, scheme: Scheme): Tokens {
  const own = ownTokens[scheme];
  const said = theme?.[scheme];
  const colour = (key: 'ink' | 'soft' | 'paper' | 'tint' | 'link') => colourOf(said?.[key]) ?? own[key];
  const [ink, soft, paper, tint, link] = [
    colour('ink'),
    colour('soft'),
    colour('paper'),
    colour('tint'),
    colour('link'),
  ];
  const seal = colourOf(said?.brand) ?? colourOf(theme?.light?.brand) ?? own.seal;
  const stands = (one: Colour, ratio: number) =>
    contrast(one, paper) >= ratio && contrast(one, tint) >= ratio;
  return {
    ink,
    soft,
    paper,
    tint,
    line: paper === own.paper && ink === own.ink ? own.line : mixed(paper, ink, 0.2),
    edge: stands(own.edge, leastContrast.outline) ? own.edge : soft,
    link,
    on: link === own.link ? own.on : readableOn(link, onColours),
    seal,
    onseal: seal === own.seal ? own.onseal : readableOn(seal, onColours),
    mark: stands(own.mark, leastContrast.words) ? own.mark : ink,
  };
}
