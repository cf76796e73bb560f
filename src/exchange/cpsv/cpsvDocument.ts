import type { OpenItem } from '../open/openItem.ts';
import { CpsvGraph, cpsvContext, type CpsvNode } from './cpsvGraph.ts';
import { addService } from './cpsvService.ts';

/** JSON-LD with its own context. */
export interface CpsvDocument {
  '@context': typeof cpsvContext;
  '@graph': CpsvNode[];
}

/**
 * Guides as the public services of CPSV-AP 3.2.0. Services that need the result of another one point to it where that
 * one is among `guides`. `baseUrl`: address of the site, from which the IRIs are made.
 */
export function cpsvDocument(guides: readonly OpenItem[], baseUrl?: string): CpsvDocument {
  const graph = new CpsvGraph(baseUrl);
  const among = new Set(guides.map(({ division, id }) => `${division}/${id}`));
  for (const open of guides) addService(graph, open, among);
  return { '@context': cpsvContext, '@graph': graph.nodes };
}
