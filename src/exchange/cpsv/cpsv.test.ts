import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser, Store } from 'n3';
import { toRDF } from 'jsonld';
import SHACLValidator from 'rdf-validate-shacl';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { payloads } from '../../../tests/security/payloads.ts';
import type { Lookups } from '../../catalogue/index.ts';
import { fieldsWithoutPlace } from '../noPlace/fieldsWithoutPlace.ts';
import { openItem, type OpenItem } from '../open/openItem.ts';
import { cpsvDocument } from './cpsvDocument.ts';
import { cpsvTaken } from './cpsvTaken.ts';

const shapesFile = fileURLToPath(
  new URL('../../../../shared/data/cpsv-ap-3.2.0/cpsv-ap-SHACL.ttl', import.meta.url),
);

let guides: OpenItem[];
let lookups: Lookups;
/** The whole sample. */
let whole: Store;
const base = 'https://guide.example';
beforeAll(async () => {
  const catalogue = await sampleCatalogue();
  lookups = catalogue.lookups;
  guides = catalogue.guides.map((guide) => openItem(guide, lookups));
  whole = await triples(cpsvDocument(guides, base));
}, 60_000);

/** The document as triples; a context that would have to be fetched fails. */
async function triples(document: object): Promise<Store> {
  const nquads = await toRDF(document, {
    format: 'application/n-quads',
    documentLoader: (url) => {
      throw new Error(`${url} would have to be fetched`);
    },
  });
  return new Store(new Parser({ format: 'N-Quads' }).parse(nquads));
}

describe.skipIf(!existsSync(shapesFile))(
  'by the shapes of CPSV-AP 3.2.0 (skipped where ../shared/data is missing)',
  () => {
    let validator: SHACLValidator;
    beforeAll(() => {
      validator = new SHACLValidator(new Store(new Parser().parse(readFileSync(shapesFile, 'utf8'))));
    });
    const complaints = async (data: Store): Promise<string[]> => {
      const { results } = await validator.validate(data);
      return results.map(({ focusNode, path, message }) =>
        [focusNode?.value, path?.value, message.map(({ value }) => value).join()].join(' '),
      );
    };

    test('the whole sample passes', async () => {
      expect(whole.size).toBeGreaterThan(10_000);
      expect(await complaints(whole)).toEqual([]);
    }, 60_000);

    test('one guide passes by itself; without its authority it does not', async () => {
      const document = cpsvDocument([guides[0]!]);
      expect(await complaints(await triples(document))).toEqual([]);
      const lacking = document['@graph'].map((node) => ({ ...node, 'cv:hasCompetentAuthority': [] }));
      expect(await complaints(await triples({ ...document, '@graph': lacking }))).not.toEqual([]);
    });
  },
);

test('every guide is a service with its name, conditions, materials and steps', () => {
  const of = (iri: string, property: string) =>
    whole.getObjects(iri, property, null).map(({ value }) => value);
  for (const { division, id, item } of guides) {
    const page = `${base}/${division}/${id}.html`;
    const iri = `${page}#it`;
    expect(of(iri, 'http://purl.org/dc/terms/title')).toEqual([item.basics?.name]);
    expect(of(iri, 'http://data.europa.eu/m8g/holdsRequirement')).toHaveLength(
      item.conditions?.grant?.length ?? 0,
    );
    expect(of(iri, 'http://purl.org/vocab/cpsv#hasInput')).toHaveLength(item.materials?.list?.length ?? 0);
    const rules = of(iri, 'http://purl.org/vocab/cpsv#follows');
    for (const step of item.procedure?.steps ?? []) expect(rules).toContain(`${page}#step-${step.id}`);
  }
});

test('what has no place is named, and nothing that has one is', () => {
  const paths = fieldsWithoutPlace(
    guides.map(({ item }) => item),
    cpsvTaken,
    lookups.shape,
  ).map(({ path }) => path);
  expect(paths).toContain('procedure.steps[].after[]');
  expect(paths).toContain('materials.list[].when');
  expect(paths.filter((path) => /^basics\.name|^materials\.list\[\]\.name|^authority/.test(path))).toEqual(
    [],
  );
});

test('what people write stays text', async () => {
  for (const payload of payloads) {
    const open = { ...guides[0]!, item: { basics: { name: payload, summary: payload } } };
    const data = await triples(cpsvDocument([open], 'https://guide.example'));
    expect(data.getObjects(null, 'http://purl.org/dc/terms/title', null).map(({ value }) => value)).toContain(
      payload,
    );
  }
});
