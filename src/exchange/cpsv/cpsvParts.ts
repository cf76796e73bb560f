import { citeInWords } from '../../model/citedLaws.ts';
import { fieldAt, labelOf } from '../../model/field.ts';
import type { Citation } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import type { OpenBody, OpenItem } from '../open/openItem.ts';
import { text, type CpsvGraph, type CpsvValue } from './cpsvGraph.ts';

/** A guide being put into a graph. */
export interface Making {
  graph: CpsvGraph;
  open: OpenItem;
  item: Draft<Item>;
  /** IRI of a part of this service. */
  iri(...parts: string[]): string;
}

export type Refs = CpsvValue[];

export const chinese = 'http://publications.europa.eu/resource/authority/language/ZHO';

/** A code of the item's own schema with its label. */
export function labelled(graph: CpsvGraph, path: Path, value: string | undefined): { '@id': string }[] {
  const schema = fieldAt('item', path)?.schema;
  if (value === undefined || schema === undefined) return [];
  const scheme = path.filter((step) => typeof step === 'string').join('-');
  return [graph.concept(scheme, value, labelOf(schema, value).zh)];
}

export function place(graph: CpsvGraph, division: string, name: string): { '@id': string } {
  return graph.add({
    '@id': graph.iri(`${division}/index`, 'place'),
    '@type': 'dct:Location',
    'dct:identifier': division,
    'skos:prefLabel': text(name),
  });
}

/** A body as organisation and agent; one that is known by words alone is this service's own. */
export function organisation({ graph, iri, open }: Making, body: OpenBody): { '@id': string } {
  const id = body.agency === undefined ? iri('body', body.role) : graph.iri(`agencies/${body.agency}`);
  return graph.add({
    '@id': id,
    '@type': ['cv:PublicOrganisation', 'org:Organization', 'foaf:Agent'],
    'dct:identifier': body.uscc ?? body.agency ?? `${open.division}/${open.id}/${body.role}`,
    'skos:prefLabel': text(body.name),
    'dct:title': text(body.name),
    'dct:spatial': place(graph, open.division, open.divisionName),
  });
}

export function authority(making: Making): { '@id': string } {
  const { bodies } = making.open.names;
  const body = bodies.find(({ role }) => role === 'decides') ?? bodies.find(({ role }) => role === 'accepts');
  return organisation(making, body ?? { role: 'decides', name: `${making.open.divisionName}（机关未写明）` });
}

/** The laws cited, each with the place that is cited of it. */
export function legalResources({ graph, open }: Making, citations: readonly Draft<Citation>[]): Refs {
  return citations.flatMap(({ law: id, article, paragraph, item }): Refs => {
    if (id === undefined) return [];
    const law = open.names.laws.find((one) => one.id === id);
    const place = {
      law: id,
      ...(article !== undefined && { article }),
      ...(paragraph !== undefined && { paragraph }),
    };
    const words = citeInWords(place, law?.title).zh + (item === undefined ? '' : `第（${item}）项`);
    const whole = graph.add({
      '@id': graph.iri(`laws/${id}`),
      '@type': 'eli:LegalResource',
      'dct:identifier': law?.documentNumber ?? id,
      'dct:title': text(law?.title ?? id),
    });
    if (article === undefined) return [whole];
    const parts = [`a${article}`, paragraph && `p${paragraph}`, item && `i${item}`].filter(
      (part) => typeof part === 'string',
    );
    return [
      graph.add({
        '@id': graph.iri(`laws/${id}`, ...parts),
        '@type': 'eli:LegalResource',
        'dct:title': text(words),
        'eli:is_part_of': whole,
      }),
    ];
  });
}

export function openingHours(graph: CpsvGraph, id: string, hours: string): { '@id': string } {
  return graph.add({ '@id': id, '@type': 'time:TemporalEntity', 'dct:description': text(hours) });
}
