import { fieldAt } from '../../src/model/field.ts';
import type { Schema } from '../../src/model/schemas.ts';

/** The field of an item that says what the clean-up decided; it names its values. */
export const decisionSchema: Schema = fieldAt('item', ['basics', 'cleanUp', 'decision'])?.schema ?? {};
