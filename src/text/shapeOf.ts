import type { Shape } from '../model/shape.ts';

type Kind = 'string' | 'number' | 'boolean' | 'null';

interface Schema {
  [keyword: string]: unknown;
}

/** A schema together with the address of its document, which its references are relative to. */
interface Located {
  schema: Schema;
  base: string;
}

/**
 * Compiles a JSON Schema 2020-12 to the kinds of scalars it allows at each place. All branches are united:
 * allOf, anyOf, oneOf, if, then, else, dependentSchemas and references; `enum` and `const` count by the types
 * of their values, `integer` is `number`. Shapes are built when first asked for, so schemas may be recursive.
 *
 * References into `schema` itself (`#…`) are followed here. For any other, `resolve` is asked with the address
 * as absolute as it can be made: `$id` of the document it stands in, then the reference (`…/law.json#/$defs/x`).
 * It gives the schema and throws when there is none.
 */
export function shapeOf(schema: object, resolve: (ref: string) => object): Shape {
  const root = schema as Schema;
  const base = typeof root.$id === 'string' ? root.$id : '';
  return new Shapes(root, base, resolve).of([{ schema: root, base }]);
}

/** Keywords that say something of scalars, entries or elements themselves. */
const speaking = [
  'type',
  'enum',
  'const',
  'properties',
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  'items',
  'prefixItems',
];

class Shapes {
  private readonly ids = new Map<Schema, number>();
  private readonly built = new Map<string, Shape>();

  constructor(
    private readonly root: Schema,
    private readonly rootBase: string,
    private readonly resolve: (ref: string) => object,
  ) {}

  /** One shape for all of `schemas` together; the same set always gives the same shape. */
  of(schemas: readonly Located[]): Shape {
    const all = this.branches(schemas);
    const key = [...new Set(all.map(({ schema }) => this.id(schema)))].sort((a, b) => a - b).join(' ');
    let shape = this.built.get(key);
    if (!shape) {
      shape = new LazyShape(all, this);
      this.built.set(key, shape);
    }
    return shape;
  }

  /** The schemas and all that they unite, each once. */
  private branches(schemas: readonly Located[]): Located[] {
    const seen = new Map<Schema, Located>();
    const waiting = [...schemas];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { schema } = next;
      if (seen.has(schema)) continue;
      const base = typeof schema.$id === 'string' ? absolute(schema.$id, next.base) : next.base;
      seen.set(schema, { schema, base });
      const inner = [schema.if, schema.then, schema.else];
      for (const list of [schema.allOf, schema.anyOf, schema.oneOf])
        if (Array.isArray(list)) inner.push(...list);
      if (isSchema(schema.dependentSchemas)) inner.push(...Object.values(schema.dependentSchemas));
      for (const one of inner) if (isSchema(one)) waiting.push({ schema: one, base });
      if (typeof schema.$ref === 'string') waiting.push(this.follow(schema.$ref, base));
    }
    // What only leads elsewhere is left out, so that a reference and its target are one shape.
    return [...seen.values()].filter(({ schema }) => speaking.some((keyword) => keyword in schema));
  }

  private follow(ref: string, base: string): Located {
    const address = absolute(ref, base);
    const hash = address.indexOf('#');
    const document = hash === -1 ? address : address.slice(0, hash);
    if (document === this.rootBase) {
      const local = pointed(this.root, hash === -1 ? '' : address.slice(hash + 1));
      if (local) return { schema: local, base: document };
    }
    return { schema: this.resolve(address) as Schema, base: document };
  }

  private id(schema: Schema): number {
    let id = this.ids.get(schema);
    if (id === undefined) this.ids.set(schema, (id = this.ids.size));
    return id;
  }
}

class LazyShape implements Shape {
  readonly scalar: ReadonlySet<Kind>;
  private named: ReadonlyMap<string, Shape> | undefined;
  private others: { shape: Shape | undefined } | undefined;
  private elements: { shape: Shape | undefined } | undefined;

  constructor(
    private readonly schemas: readonly Located[],
    private readonly shapes: Shapes,
  ) {
    this.scalar = new Set(schemas.flatMap(({ schema }) => kindsOf(schema)));
  }

  get properties(): ReadonlyMap<string, Shape> {
    if (!this.named) {
      const names = new Set(this.schemas.flatMap(({ schema }) => Object.keys(record(schema.properties))));
      this.named = new Map([...names].map((name) => [name, this.shapes.of(this.namedSchemas(name))]));
    }
    return this.named;
  }

  get rest(): Shape | undefined {
    this.others ??= { shape: this.united(({ schema, base }) => located(otherSchemas(schema), base)) };
    return this.others.shape;
  }

  get items(): Shape | undefined {
    this.elements ??= {
      shape: this.united(({ schema, base }) =>
        located([schema.items, ...(Array.isArray(schema.prefixItems) ? schema.prefixItems : [])], base),
      ),
    };
    return this.elements.shape;
  }

  /** A branch that does not name the entry speaks of it by its additionalProperties and patternProperties. */
  private namedSchemas(name: string): Located[] {
    return this.schemas.flatMap(({ schema, base }) => {
      const own = record(schema.properties);
      return located(Object.hasOwn(own, name) ? [own[name]] : otherSchemas(schema), base);
    });
  }

  private united(pick: (one: Located) => Located[]): Shape | undefined {
    const schemas = this.schemas.flatMap(pick);
    return schemas.length === 0 ? undefined : this.shapes.of(schemas);
  }
}

function otherSchemas(schema: Schema): unknown[] {
  return [
    schema.additionalProperties,
    schema.unevaluatedProperties,
    ...Object.values(record(schema.patternProperties)),
  ];
}

function located(schemas: readonly unknown[], base: string): Located[] {
  return schemas.filter(isSchema).map((schema) => ({ schema, base }));
}

function kindsOf(schema: Schema): Kind[] {
  const kinds: Kind[] = [];
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  for (const type of types) {
    if (type === 'integer' || type === 'number') kinds.push('number');
    else if (type === 'string' || type === 'boolean' || type === 'null') kinds.push(type);
  }
  const values = Array.isArray(schema.enum) ? [...schema.enum] : [];
  if ('const' in schema) values.push(schema.const);
  for (const value of values) {
    if (value === null) kinds.push('null');
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      kinds.push(typeof value as Kind);
    }
  }
  return kinds;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

/** `ref` seen from the document at `base`: fragments join it, names replace its last part, addresses stand. */
function absolute(ref: string, base: string): string {
  if (ref.startsWith('#')) return base.replace(/#.*$/, '') + ref;
  if (/^[a-z][a-z0-9+.-]*:/i.test(ref)) return ref;
  return base.replace(/[^/]*$/, '') + ref;
}

/** What the JSON Pointer (RFC 6901, perhaps percent-encoded) in a fragment names inside `root`. */
function pointed(root: Schema, fragment: string): Schema | undefined {
  let here: unknown = root;
  if (fragment !== '' && !fragment.startsWith('/')) return undefined;
  for (const step of decodeURIComponent(fragment).split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Schema)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return isSchema(here) ? here : undefined;
}
