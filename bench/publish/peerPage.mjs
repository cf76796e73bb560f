// The guide's page and the list page of the peers: every value of an item, in the order of the guide, with the style of
// a page of ours, so that all write about as much. Plain template strings, the fastest that Eleventy and Astro take.

const esc = (value) =>
  String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const cited = (basis) =>
  (basis ?? [])
    .map(
      (one) =>
        `<a href="../laws/${esc(one.law)}.html#a${one.article}">《${esc(one.law)}》第 ${one.article} 条</a>`,
    )
    .join('');

/** Rows of a map or list of any depth: each value in its own element, citations as links. */
function rows(value) {
  if (Array.isArray(value))
    return `<ol class="rows">${value.map((one) => `<li>${rows(one)}</li>`).join('')}</ol>`;
  if (value === null || typeof value !== 'object') return `<span>${esc(value)}</span>`;
  return `<dl class="rows">${Object.entries(value)
    .map(([key, one]) =>
      key === 'basis' && Array.isArray(one)
        ? `<div class="basis">${cited(one)}</div>`
        : `<div><dt>${esc(key)}</dt><dd>${rows(one)}</dd></div>`,
    )
    .join('')}</dl>`;
}

const sections = [
  ['materials', '申请材料'],
  ['forms', '申请表格'],
  ['procedure', '办理流程'],
  ['limits', '办理时限'],
  ['fees', '收费'],
  ['conditions', '许可条件'],
  ['quantity', '数量'],
  ['legalBasis', '法律依据'],
  ['authority', '实施机关'],
  ['result', '结果'],
  ['legalEffect', '法律效力'],
  ['annualInspection', '年检'],
  ['supervision', '监督检查'],
  ['rights', '权利'],
  ['remedies', '救济'],
  ['service', '办事服务'],
  ['inForce', '施行'],
];

function layout(title, style, body) {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${esc(title)}</title><style>${style}</style></head><body><a class="skip" href="#main">跳到正文</a><header><a class="home" href="../index.html">规程</a><nav><a href="../search.html">搜索</a><a href="../laws/index.html">法律依据</a><a href="../about.html">说明</a></nav></header><main id="main">${body}</main><footer><p>样例</p></footer></body></html>`;
}

export function guidePage(item, style) {
  const { basics = {} } = item;
  const box = ['everydayName', 'subject', 'handling', 'basicCode', 'type']
    .map((key) => `<div><dt>${key}</dt><dd>${esc(basics[key])}</dd></div>`)
    .join('');
  const jsonLd = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: basics.name,
    identifier: basics.basicCode,
    description: basics.subject,
  }).replaceAll('<', '\\u003c');
  const parts = sections
    .filter(([key]) => item[key] !== undefined)
    .map(
      ([key, title]) =>
        `<section id="${key}"><h2>${title} <span lang="en">${key}</span></h2>${rows(item[key])}</section>`,
    );
  return layout(
    basics.name,
    style,
    `<h1>${esc(basics.name)}</h1><script type="application/ld+json">${jsonLd}</script><dl class="box">${box}</dl><nav class="toc">${sections.map(([key, title]) => `<a href="#${key}">${title}</a>`).join('')}</nav>${parts.join('')}`,
  );
}

export function listPage(items, number, style) {
  const lines = items
    .map(
      ({ id, basics = {}, limits = {} }) =>
        `<li><a href="${id}.html"><b>${esc(basics.name)}</b><small>${esc(basics.everydayName)}</small><em><span>${esc(limits.promised?.value)}</span></em></a></li>`,
    )
    .join('');
  return layout(`办事指南 ${number}`, style, `<h1>办事指南</h1><ul class="list">${lines}</ul>`);
}
