import { fileURLToPath } from 'node:url';

/** The script that every measured page runs first. */
export const stopwatch = fileURLToPath(new URL('stopwatch.js', import.meta.url));
