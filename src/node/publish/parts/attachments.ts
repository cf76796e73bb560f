import { lineDigest } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** Blank forms and filled samples, as they are. */
export const attachments = setPart({
  name: 'forms',
  digest: lineDigest,
  files: (_, site) =>
    site.attachments.map(({ path, read, stamp }) => ({ path, of: [], also: stamp, make: read })),
});
