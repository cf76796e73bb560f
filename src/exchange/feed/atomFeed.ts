import { xml, xmlDocument } from '../xml/xml.ts';

/** A change of what the public can read. */
export interface FeedEntry {
  kind: 'published' | 'changed' | 'withdrawn';
  /** Day of the change, YYYY-MM-DD. */
  date: string;
  name: string;
  divisionName: string;
  /** Page to be read, from the root of the site: that of the version, which stays. */
  path: string;
  /** Page that says what holds now; absent once there is none. */
  current?: string;
}

export interface Feed {
  title: string;
  author: string;
  /** Address of the site, without a slash at the end; without one links are relative to the root. */
  baseUrl?: string;
  entries: readonly FeedEntry[];
}

/** So many changes are told, the newest; older ones stand on the pages themselves. */
export const mostEntries = 200;

const words = { published: '公布', changed: '修改', withdrawn: '停止公布' } as const;

/**
 * Changes of the site as an Atom feed (RFC 4287), the newest first. Its days are those of the versions, so the same
 * versions give the same bytes whenever it is made.
 */
export function atomFeed({ title, author, baseUrl, entries }: Feed): string {
  const told = entries
    .toSorted((a, b) => (a.date === b.date ? (a.path < b.path ? -1 : 1) : a.date < b.date ? 1 : -1))
    .slice(0, mostEntries);
  const at = (path: string) => (baseUrl === undefined ? path : `${baseUrl}/${path}`);
  const id = (path: string) =>
    baseUrl === undefined ? `urn:guicheng:${path.replaceAll('/', ':')}` : at(path);
  return xmlDocument(
    xml(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
      xml('id', {}, id('changes.atom')),
      xml('title', {}, `${title}：变更`),
      xml('updated', {}, instant(told[0]?.date ?? '1970-01-01')),
      xml('author', {}, xml('name', {}, author)),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: at('changes.atom') }),
      xml('link', { rel: 'alternate', type: 'text/html', href: at('index.html') }),
      ...told.map(({ kind, date, name, divisionName, path, current }) =>
        xml(
          'entry',
          {},
          xml('id', {}, `${id(path)}#${kind}`),
          xml('title', {}, `${words[kind]}：${name}（${divisionName}）`),
          xml('updated', {}, instant(date)),
          xml('link', { rel: 'alternate', type: 'text/html', href: at(path) }),
          current === undefined
            ? undefined
            : xml('link', { rel: 'related', type: 'text/html', href: at(current) }),
          xml('category', { term: kind, label: words[kind] }),
          xml('summary', {}, summary(kind, date)),
        ),
      ),
    ),
  );
}

function summary(kind: FeedEntry['kind'], date: string): string {
  switch (kind) {
    case 'published':
      return `${date} 首次公布。`;
    case 'changed':
      return `${date} 公布了修改后的一版。`;
    case 'withdrawn':
      return `不再公布。最后一版是 ${date} 公布的。`;
  }
}

/** A day of the versions as the instant at which it begins in China. */
function instant(date: string): string {
  return `${date}T00:00:00+08:00`;
}
