import { html, safeUrl, type Content } from '../html.ts';
import { layout, type Site } from './layout.ts';

/** What the page of the open data tells of. */
export interface DataPage {
  /** Day for which the site is made. */
  date: string;
  guides: number;
  /** Tables of all guides. */
  tables: readonly string[];
  /** The whole of each division, in pieces. */
  divisions: readonly {
    name: string;
    guides: number;
    sums: string;
    pieces: readonly { path: string; guides: number }[];
  }[];
  /** A guide whose files are shown as an example. */
  example?: { name: string; path: string };
}

/** Every kind of data file: its ending, what it is and for whom. */
const kinds = [
  [
    '.json',
    'JSON',
    '一份指南的全部内容和所引名称，一行一份，程序直接读。',
    'The whole guide, with the words of what it names.',
  ],
  ['.yaml', 'YAML', '同样的内容，便于人读和比较。', 'The same, for people to read and compare.'],
  [
    '.csv',
    'CSV',
    '同样的内容，一个值一行（位置、类型、值），表格软件能打开。',
    'The same, a line for each value.',
  ],
  [
    '.jsonld',
    'JSON-LD',
    '按 CPSV-AP 3.2.0 描述的公共服务，供目录之间交换。',
    'A public service after CPSV-AP 3.2.0.',
  ],
  [
    '.bpmn',
    'BPMN 2.0',
    '办理程序和流程图，建模软件和流程引擎能打开。',
    'The procedure, for modellers and engines.',
  ],
] as const;

/** What open data there is: each file explained, the licence, how to check what was fetched. */
export function dataPage(site: Site, { date, guides, tables, divisions, example }: DataPage): string {
  const { dataLicence, title } = site.lookups.config;
  const file = (path: string, label: Content) => html`<a href="${safeUrl(site.root + path)}">${label}</a>`;
  return layout(site, {
    title: '开放数据',
    description: `${title}的开放数据：JSON、YAML、CSV、CPSV-AP、BPMN。`,
    path: 'data/index.html',
    crumbs: [{ label: '开放数据' }],
    uses: ['prose', 'rows', 'lists'],
    body: html`<h1>开放数据 <span lang="en">Open data</span></h1><div class="prose"><p class="lead">${guides} 份指南，以 ${date} 有效的操作规程为准。网页和数据出自同一份规程。</p>${section(
      'licence',
      '许可',
      'Licence',
      html`<p>${
        dataLicence?.name === undefined
          ? '主办单位没有写明数据许可。使用前请向主办单位了解。'
          : dataLicence.url === undefined
            ? dataLicence.name
            : html`<a href="${safeUrl(dataLicence.url)}">${dataLicence.name}</a>`
      }</p><p>写有 <code>"sample": true</code> 的是样例，不是办事依据；转用时请保留这个标记。</p>`,
    )}${section(
      'guides',
      '每一份指南',
      'Each guide',
      html`<p>在 <code>data/行政区划代码/事项标识</code> 之后加上：</p><dl class="rows">${kinds.map(
        ([ending, name, zh, en]) =>
          html`<div><dt>${
            example === undefined ? ending : file(`data/${example.path}${ending}`, ending)
          } ${name}</dt><dd>${zh} <span lang="en">${en}</span></dd></div>`,
      )}</dl>${example === undefined ? '' : html`<p class="small">上面的链接是“${example.name}”的文件。</p>`}<p>单份的 JSON-LD 不含与其他事项的联系；没有办理环节的事项没有 BPMN。</p>`,
    )}${section(
      'all',
      '全部',
      'The whole',
      html`<p>一览表是一份指南一行的表格。全部内容按行政区划分开，一个文件装不下的分几个；几个文件接起来就是全部。<code>.jsonl</code> 一行是一份指南的 JSON，<code>.csv</code> 一行是一个值。</p><ul class="list">${entry(site, 'data/index.json', '清单，供程序读', 'For programs: all files')}${tables.map(
        (path) => entry(site, path, '一览表', 'A line for each guide'),
      )}${
        divisions.length > mostDivisions
          ? html`<li>共 ${divisions.length} 个行政区划，文件名见清单。</li>`
          : divisions.map(({ name, guides: count, pieces }) =>
              pieces.map(({ path, guides }, at) => {
                const part = pieces.length === 1 ? '' : `第 ${at + 1} 个，${guides} 份，`;
                const words = `${name}，${part}共 ${count} 份`;
                return [
                  entry(site, path, words, 'JSON Lines'),
                  entry(site, path.replace(/jsonl$/, 'csv'), words, 'CSV'),
                ];
              }),
            )
      }</ul>`,
    )}${section(
      'check',
      '核对',
      'Checksums',
      html`<p>下载以后在网站根目录用 <code>sha256sum -c data/all/行政区划代码.sha256</code> 核对各份指南的 JSON。网站根目录的 <code>manifest.json</code> 写有每个文件的 SHA-256。</p>${
        divisions.length > mostDivisions
          ? ''
          : html`<ul class="list">${divisions.map(({ name, sums }) => entry(site, sums, name, 'SHA-256'))}</ul>`
      }<p>CSV 里像公式的文字前面加了一撇（'），读入时请去掉。</p>`,
    )}${section(
      'changes',
      '变更',
      'Changes',
      html`<ul class="list">${entry(site, 'changes.atom', '公布、修改、停止公布的指南，日期是各版本的公布日期', 'Atom: what was published, changed, withdrawn')}</ul>`,
    )}</div>`,
  });
}

/** More than these would be a page of files; programs read the list. */
const mostDivisions = 100;

function entry(site: Site, path: string, zh: string, en: string): Content {
  return html`<li><a href="${safeUrl(site.root + path)}"><b>${path.split('/').at(-1)}</b><small>${zh} <span lang="en">${en}</span></small></a></li>`;
}

function section(id: string, zh: string, en: string, body: Content): Content {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${zh} <span lang="en">${en}</span></h2>${body}</section>`;
}
