import {
  cpsvDocument,
  openCsv,
  openItem,
  openJson,
  openYaml,
  procedureBpmn,
  type OpenItem,
} from '../../../exchange/open/index.ts';
import type { GuideFacts, SiteFacts } from './siteFacts.ts';
import type { GuidePart } from './sitePart.ts';

const made = new WeakMap<GuideFacts, OpenItem>();

/** What all documents of a guide are made of; made once for all of them. */
export function openItemOf(guide: GuideFacts, { lookups }: Pick<SiteFacts, 'lookups'>): OpenItem {
  let open = made.get(guide);
  if (open === undefined) made.set(guide, (open = openItem(guide.effective, lookups)));
  return open;
}

/** The data of each guide: as it is in three formats, as a public service of CPSV-AP, and its procedure as BPMN. */
export const openData: GuidePart = {
  kind: 'guide',
  name: 'data',
  files: (guide, site) => {
    const { division, id } = guide.view;
    const at = `data/${division}/${id}`;
    const open = () => openItemOf(guide, site);
    const { steps } = guide.view;
    return [
      { path: `${at}.json`, make: () => openJson(open()) },
      { path: `${at}.yaml`, make: () => openYaml(open()) },
      { path: `${at}.csv`, make: () => openCsv([open()]) },
      { path: `${at}.jsonld`, make: () => `${JSON.stringify(cpsvDocument([open()], site.baseUrl))}\n` },
      ...(steps.none !== undefined || steps.list.length === 0
        ? []
        : [{ path: `${at}.bpmn`, make: () => procedureBpmn(open()) }]),
    ];
  },
};
