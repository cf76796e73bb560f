/** A colour as `#rrggbb`, in small letters. */
export type Colour = string;

const written = /^#[0-9a-f]{6}$/;

/** `value` if it is a colour; anything else, which a draft may hold, is none. */
export function colourOf(value: unknown): Colour | undefined {
  return typeof value === 'string' && written.test(value) ? value : undefined;
}

/**
 * The contrast ratio of two colours, 1 to 21, by the definitions of contrast ratio and of relative luminance in
 * WCAG 2.2.
 */
export function contrast(a: Colour, b: Colour): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour that is `share` (0 to 1) of the way from `from` to `to`, each channel by itself. */
export function mixed(from: Colour, to: Colour, share: number): Colour {
  const end = channels(to);
  return `#${channels(from)
    .map((value, i) =>
      Math.round(value + (end[i]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/**
 * `colour` darkened or lightened as little as `passes` asks; `undefined` where no such colour passes, because what it
 * has to stand out from is too near to the middle.
 */
export function nearestColour(colour: Colour, passes: (one: Colour) => boolean): Colour | undefined {
  const steps = 100;
  for (let step = 0; step <= steps; step++)
    for (const end of ['#000000', '#ffffff']) {
      const one = mixed(colour, end, step / steps);
      if (passes(one)) return one;
    }
  return undefined;
}

/** The one of `choices` that stands out most from `ground`. */
export function readableOn(ground: Colour, choices: readonly [Colour, ...Colour[]]): Colour {
  return choices.reduce((best, one) => (contrast(one, ground) > contrast(best, ground) ? one : best));
}

function channels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
