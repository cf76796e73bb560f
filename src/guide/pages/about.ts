import { html } from '../html.ts';
import { layout, link, type Site } from './layout.ts';

/** Path of the page of all screens and posters. */
export const screensPath = 'screens.html';

/** What the site is, how periods are reckoned, what a permanent version is. */
export function aboutPage(site: Site, { date, guides }: { date: string; guides: number }): string {
  const { config } = site.lookups;
  return layout(site, {
    title: '说明',
    path: 'about.html',
    crumbs: [{ label: '说明' }],
    uses: ['prose'],
    body: html`<h1>说明 <span lang="en">About</span></h1><div class="prose"><p class="lead">${config.notice} <span lang="en">${config.noticeEn}</span></p><p>本站有 ${guides} 份指南，以 ${date} 有效的操作规程为准。</p><section><h2>怎样数日子 <span lang="en">How days are counted</span></h2><p>没有写明“自然日”的，都按工作日数。首日不计，从次日起数；周末和法定节假日不算，调休上班的日子算；末日逢假日的，顺延到下一个工作日（《民法典》第二百零一条、第二百零三条，《行政许可法》第八十二条）。</p></section><section><h2>永久版本 <span lang="en">Permanent versions</span></h2><p>每次发布，内容有变化的指南都得到一个永久地址，此后地址和内容不再改变。要知道申请当日的规定，打开当时的版本即可。</p></section><section><h2>不用脚本也能看 <span lang="en">Without scripts</span></h2><p>每一页在没有脚本时都完整可读，也可以直接打印。回答“我的情形”只在本机起作用，什么也不发送。</p></section><section><h2>开放数据 <span lang="en">Open data</span></h2><p>指南的 ${link(site, 'data/index.html', 'JSON、YAML、CSV 等数据')}，和${link(site, 'changes.atom', '变更的订阅源')}。</p></section><section><h2>办事大厅 <span lang="en">In the service hall</span></h2><p>${link(site, screensPath, '触摸屏、大屏和窗口二维码')}的地址，供布置大厅的人使用。</p></section></div>`,
  });
}
