// The packages carry no types: of them, what the tests use.
declare module 'n3' {
  interface Term {
    value: string;
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
  }
  export class Parser {
    constructor(options?: { format?: string });
    parse(text: string): Quad[];
  }
  export class Store {
    constructor(quads?: Quad[]);
    readonly size: number;
    getObjects(subject: string | null, predicate: string | null, graph: string | null): Term[];
  }
}

declare module 'jsonld' {
  export function toRDF(
    document: object,
    options: { format: 'application/n-quads'; documentLoader(url: string): never },
  ): Promise<string>;
}

declare module 'rdf-validate-shacl' {
  import type { Store } from 'n3';
  interface Term {
    value: string;
  }
  export default class SHACLValidator {
    constructor(shapes: Store);
    validate(
      data: Store,
    ): Promise<{ results: { focusNode: Term | null; path: Term | null; message: Term[] }[] }>;
  }
}
