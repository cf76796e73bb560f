import type { ItemFile, LayerFile } from './generated/schemas.ts';

type Element<List> = NonNullable<List> extends (infer E)[] ? E : never;

/** An item with its whole operating procedure, as the schema accepts it. */
export type Item = ItemFile;
/** What a lower level says differently of an item. */
export type Layer = LayerFile;
export type LegalBasis = Element<Item['legalBasis']>;
export type Condition = Element<Item['conditions']['grant']>;
export type Material = Element<Item['materials']['list']>;
export type Form = Element<Item['forms']['list']>;
export type Step = Element<Item['procedure']['steps']>;
export type StepKind = Step['kind'];
export type Fee = Element<Item['fees']['list']>;
export type FeeStandard = Fee['standard'];
export type FeeReduction = Element<Fee['reductions']>;
/** One term of a formula. */
export type FeeTerm = Element<Extract<FeeStandard, { kind: 'formula' }>['terms']>;
/** Limits that hold in some cases only. */
export type LimitCase = Element<Item['limits']['cases']>;
/** A case with what it should come to. */
export type WorkedExample = Element<Item['examples']>;
export type Question = Element<Item['questions']>;
export type Variant = Element<Item['variants']>;

/**
 * `T` while it is being written: anything may be missing at any depth, what is there has the right type.
 * Guide, case and diff read drafts, so they take this and not `Item`.
 */
export type Draft<T> = T extends (infer E)[]
  ? Draft<E>[]
  : T extends object
    ? { [K in keyof T]?: Draft<T[K]> }
    : T;
