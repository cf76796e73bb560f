import * as fc from 'fast-check';

/**
 * What decides whether a change may land finds the same today and tomorrow: by itself every property is tried on the
 * same values. Whoever asks for more of them (`GUICHENG_RUNS`) gets new ones, or those of `GUICHENG_SEED`.
 */
const { GUICHENG_SEED: asked, GUICHENG_RUNS: runs } = process.env;
const seed = asked !== undefined ? Number(asked) : runs !== undefined ? Date.now() : 20_180_901;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
