/** Path of a bundle's page from the root of the site. */
export function bundlePath({ division, id }: { division: string; id: string }): string {
  return `${division}/bundle/${id}.html`;
}
