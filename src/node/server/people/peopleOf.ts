import type { PeopleFile } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import { peopleOf as peopleIn, type People } from '../../../review/index.ts';
import type { Store } from '../../review/index.ts';
import { catalogueOf, type Files } from '../catalogue/catalogueOf.ts';

const known = new WeakMap<Files, People>();

/** Who may do what, by `governance/people.yaml` in `files`; kept as long as `files` is. */
export function peopleOf(files: Files): People {
  let people = known.get(files);
  if (people === undefined) {
    const { sources, lookups } = catalogueOf(files);
    const file = sources.get('governance/people.yaml')?.value as Draft<PeopleFile> | undefined; // its place tells its kind
    people = peopleIn(file, (id) => lookups.agency(id));
    known.set(files, people);
  }
  return people;
}

/** As {@link peopleOf}, of what is approved now. */
export async function peopleOnMain(store: Store): Promise<People> {
  return peopleOf(await store.readCatalogue(await store.main()));
}
