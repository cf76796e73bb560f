import type { Lookups } from '../../../catalogue/index.ts';
import { describe, unitOf } from '../../../diff/index.ts';
import type { Path } from '../../../model/path.ts';
import { valueAt } from '../../../model/path.ts';
import type { Words } from '../../../model/schemas.ts';
import type { Context, Finding, LayerSubject } from '../rule.ts';
import { departures, type Departure, type DepartureKind } from './departures.ts';

/** A departure in words: the field, what the layer says, what stands above and where. */
export interface Told {
  field: Words;
  here: Words;
  above: Words;
  /** 国家（000000/….yaml）; the level above where nobody has written it. */
  origin: Words;
}

/**
 * Findings of one kind of departure that no ground is given for; `message` gets them in words. A ground that is
 * given and does not suffice is another rule's to tell. Taking the layer's words out settles each.
 */
export function findDepartures(
  kind: DepartureKind,
  subject: LayerSubject,
  { lookups }: Context,
  message: (told: Told, departure: Departure) => Words,
): Finding[] {
  return departures(subject)
    .filter((departure) => departure.kind === kind && departure.ground === undefined)
    .map((departure) => ({
      path: departure.path,
      message: message(toldOf(departure, subject, lookups), departure),
      cites: [...departure.cites],
      fix: {
        title: { zh: '去掉这一处，沿用上级', en: 'Take it out and keep what stands above' },
        edits: [
          { kind: 'remove', path: emptied(settled(departure, subject.layer.value), subject.layer.value) },
        ],
      },
    }));
}

export function toldOf(departure: Departure, subject: LayerSubject, lookups: Lookups): Told {
  const { field, schema, upper, lower, origin } = departure;
  const words = (value: unknown, questions: unknown) => describe(schema, value, { lookups, questions });
  const place: Words =
    origin === undefined
      ? { zh: '上级', en: 'The level above' }
      : {
          zh: `${lookups.divisionName(origin.division)}（${origin.file}）`,
          en: `${lookups.divisionName(origin.division)} (${origin.file})`,
        };
  return {
    field,
    here: words(lower, subject.lower.item.questions),
    above: words(upper, subject.upper.item.questions),
    origin: place,
  };
}

/** Of a period that says nothing but its number and unit both go; a unit left alone would be a departure again. */
function settled({ path, schema }: Departure, layer: unknown): Path {
  const unit = unitOf(schema);
  const above = path.slice(0, -1);
  const said = Object.keys(valueAt(layer, above) ?? {});
  return unit !== 'whole' && unit.length > 0 && said.every((key) => unit.includes(key)) ? above : path;
}

/** The highest place in the layer that says nothing but what stands at `path`; `overlay` itself always stays. */
function emptied(path: Path, layer: unknown): Path {
  let at = path;
  while (at.length > 2) {
    const above = at.slice(0, -1);
    const holder = valueAt(layer, above);
    const step = at.at(-1)!;
    const others = Array.isArray(holder)
      ? holder.length - 1
      : // An element without anything but its id says nothing.
        Object.keys(holder ?? {}).filter((key) => key !== step && key !== 'id').length;
    if (others > 0) return at;
    at = above;
  }
  return at;
}
