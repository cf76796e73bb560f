/** A text in Chinese, as CPSV-AP wants every title and description. */
export type CpsvText = { '@value': string; '@language': 'zh-CN' };
type Ref = { '@id': string };
export type CpsvValue = CpsvText | Ref | { '@value': string; '@type': string } | string;
export interface CpsvNode {
  '@id': string;
  '@type': string | string[];
  [property: string]: CpsvValue | CpsvValue[] | string | string[] | undefined;
}

/** Prefixes of the vocabularies, all that a reader needs: nothing is fetched from the network. */
export const cpsvContext = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export function text(value: string): CpsvText {
  return { '@value': value, '@language': 'zh-CN' };
}

export function ref({ '@id': id }: { '@id': string }): Ref {
  return { '@id': id };
}

/**
 * Nodes by their IRI, each once. Every concept and place that is named is a node with its type, for a shape that asks
 * for a class finds it nowhere else.
 */
export class CpsvGraph {
  readonly #nodes = new Map<string, CpsvNode>();
  readonly #base: string | undefined;

  /** `base`: address of the site, without a slash at the end; without one the nodes are named by URNs. */
  constructor(base: string | undefined) {
    this.#base = base;
  }

  get nodes(): CpsvNode[] {
    return [...this.#nodes.values()];
  }

  /** Under the site: the page and a part of it. Else `urn:guicheng:…`, a name of the same parts. */
  iri(page: string, ...parts: string[]): string {
    if (this.#base === undefined)
      return `urn:guicheng:${[page, ...parts].map(safePart).join(':').replaceAll('/', ':')}`;
    const part = parts.length === 0 ? 'it' : parts.map(safePart).join('-').replaceAll('/', '-');
    return `${this.#base}/${safePart(page)}.html#${part}`;
  }

  /** Adds a node where there is none of its IRI yet; undefined values and empty lists are left out. */
  add(node: CpsvNode): Ref {
    if (!this.#nodes.has(node['@id'])) {
      const said = Object.entries(node).filter(
        ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
      );
      this.#nodes.set(node['@id'], Object.fromEntries(said) as CpsvNode);
    }
    return ref(node);
  }

  /** A code with its words. */
  concept(scheme: string, code: string, label: string): Ref {
    return this.add({
      '@id': this.iri('data/codes', scheme, code),
      '@type': 'skos:Concept',
      'skos:prefLabel': text(label),
      'skos:notation': code,
    });
  }

  /** What another body has named. */
  known(iri: string, type: string): Ref {
    return this.add({ '@id': iri, '@type': type });
  }
}

/** Ids and paths of a catalogue may stand in an IRI as they are; whatever else a draft holds is encoded. */
function safePart(part: string): string {
  return /^[A-Za-z0-9_./-]*$/.test(part) ? part : encodeURIComponent(part);
}
