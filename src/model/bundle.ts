import type { BundleFile } from './generated/schemas.ts';

type Element<List> = NonNullable<List> extends (infer E)[] ? E : never;

/** Several items handled together (一件事), as the schema accepts it. */
export type Bundle = BundleFile;
export type BundleMember = Element<Bundle['members']>;
export type BundleQuestion = Element<Bundle['questions']>;
export type JointStep = Element<Bundle['joint']>;
export type SharedMaterial = Element<Bundle['shared']>;
