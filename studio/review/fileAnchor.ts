/** The id of a file's part of the review, for links within the page. */
export function fileAnchor(path: string): string {
  return `file-${path.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}
