import type { Path } from '../../model/path.ts';
import { placeOf } from '../kinds.ts';

/** A place that refers to a file which is not there any more. */
interface Referrer {
  target: string;
  file: string;
  path: Path;
}

/** What of the acts of a draft tells of renamings. */
interface Named {
  kind: string;
  file?: string;
  to?: unknown;
}

/** What has to be done to a file so that it follows files that were renamed. */
export type Amendment =
  | { kind: 'write'; file: string; places: { path: Path; from: string; to: string }[] }
  /** A layer, which has the name of its base; `id` is the one it gets. */
  | { kind: 'rename'; file: string; to: string; id: string };

/** The name that `file` has in a draft by what was renamed in it; undefined where it was not, or is gone since. */
export function renamedTo(acts: readonly Named[], file: string): string | undefined {
  let name = file;
  for (const act of acts)
    if (act.kind === 'rename' && act.file === name && typeof act.to === 'string') name = act.to;
  return name === file ? undefined : name;
}

/**
 * How the places that still refer to renamed files come to refer to them again, writing first: a file that is itself
 * to be renamed is written under the name it has. What refers to a file that is taken out is for a person to decide.
 */
export function amendments(referrers: readonly Referrer[], acts: readonly Named[]): Amendment[] {
  const writes = new Map<string, Extract<Amendment, { kind: 'write' }>>();
  const renames: Amendment[] = [];
  for (const { target, file, path } of referrers) {
    const now = renamedTo(acts, target);
    if (now === undefined) continue;
    const [from, to] = [namedAs(target), namedAs(now)];
    if (path.length === 1 && path[0] === 'id' && namedAs(file) === from) {
      renames.push({ kind: 'rename', file, to: file.replace(`/${from}.yaml`, `/${to}.yaml`), id: to });
      continue;
    }
    const write = writes.get(file) ?? { kind: 'write', file, places: [] };
    write.places.push({ path, from, to });
    writes.set(file, write);
  }
  return [...writes.values(), ...renames];
}

/** As others name the file at `path`: an attachment by its path, anything else by its id. */
function namedAs(path: string): string {
  const place = placeOf(path);
  return place.kind === 'file' && place.id !== undefined ? place.id : path;
}
