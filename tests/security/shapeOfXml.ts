import { Parser } from 'saxen';

/** Elements of a document in their order, each with the names of its attributes. @throws where it is not well formed. */
export function shapeOfXml(text: string): string[] {
  const found: string[] = [];
  new Parser()
    .on('error', (error) => {
      throw error;
    })
    .on('openTag', (tag, attributes) => found.push(`${tag} ${Object.keys(attributes()).join(' ')}`))
    .parse(text);
  return found;
}
