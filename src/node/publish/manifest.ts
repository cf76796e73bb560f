/** File of the site that lists all others with their hashes. */
export const manifestName = 'manifest.json';

/** `{path: sha256}` of the files that a manifest lists. */
export function manifestFiles(text: string): Record<string, string> {
  return (JSON.parse(text) as { files: Record<string, string> }).files;
}
