import { ownTokens, type Tokens } from '../model/theme/themeTokens.ts';
import { printStyle } from './printStyle.ts';

/** Colours as custom properties, as short as they can be: `--ink:#1a2530;--paper:#fff`. */
export function properties(tokens: Partial<Tokens>): string {
  return Object.entries(tokens)
    .map(([name, colour]) => `--${name}:${colour.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3')}`)
    .join(';');
}

const { light, dark } = ownTokens;
/** Of the dark page only what is otherwise than on the light one. */
const darkOnly = Object.fromEntries(
  Object.entries(dark).filter(([name, colour]) => light[name as keyof Tokens] !== colour),
);

/**
 * The place of what a script brings (`data-live`) is kept until it is there, so that nothing moves; where no scripts run
 * there is none.
 */
export const liveStyle =
  '[data-live=later]{visibility:hidden}@media(scripting:none){[data-live=later]{display:none!important}}';

/**
 * The style of the public pages, in parts: a page has the first and those that its content needs, as one text put into
 * it, so that no page needs a second request and none carries rules for what it has not. Body text is 18 px, contrast
 * at least 7:1, targets at least 44 px.
 */
const parts = {
  base: `
:root{color-scheme:light dark;${properties(light)};--r:8px;--d:1;--t:44px;
font:18px/1.7 "Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei",system-ui,sans-serif}
@media(prefers-color-scheme:dark){:root{${properties(darkOnly)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;line-break:strict;text-autospace:normal;text-spacing-trim:trim-start}
a{color:var(--link);text-underline-offset:.22em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:3px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
:target{scroll-margin-top:1rem}
p{margin:.3rem 0}
[lang=en]{color:var(--soft);font-size:max(.8em,14px);font-weight:400;letter-spacing:0}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.6rem 1rem;z-index:9}
.in,main{max-width:68rem;margin:0 auto;padding:0 1.25rem}
.bar{border-bottom:1px solid var(--line)}
.bar .in{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.5rem;min-height:72px;padding-top:.6rem;padding-bottom:.4rem}
.bar a{color:inherit;text-decoration:none;display:inline-flex;align-items:center;min-height:var(--t)}
.bar a:hover{text-decoration:underline}
.bar .home{font-weight:700;font-size:1.05rem;gap:.75rem;line-height:1.35;display:inline-flex;align-items:center}
.seal{flex:none;display:grid;place-items:center;width:2.5rem;height:2.5rem;border-radius:var(--r);background:var(--seal);color:var(--onseal);font-size:.86rem;font-weight:700;line-height:1}
.bar nav{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin-left:auto}
.big{display:inline-flex;align-items:center;gap:.5rem;min-height:var(--t);cursor:pointer}.big [lang=en]{color:inherit}
.big input{width:1.4rem;height:1.4rem;margin:0}.aloud{min-height:var(--t);padding:0 .4rem;border:1px solid;border-radius:var(--r);background:none;color:inherit;font:inherit;cursor:pointer;order:-1}
@media(max-width:40rem){.bar .in{min-height:0}.bar nav{width:100%;gap:0 .7rem}.big [lang=en]{display:none}.big{min-width:7.5rem}.aloud{order:0;margin-left:-3.7rem}}
.notice{background:var(--tint);font-size:.88rem;line-height:1.55}
.notice p{margin:0 auto;padding-top:.5rem;padding-bottom:.5rem}
main{width:100%;flex:1;padding-top:.75rem;padding-bottom:4rem}
h1,h2,h3{line-height:1.35;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);margin:.75rem 0 .25rem;letter-spacing:.01em}
h2{font-size:1.4rem;margin:0 0 .75rem}
h3{font-size:1.08rem;margin:1.75rem 0 .5rem}
h1 [lang=en]{margin-left:.3em;font-size:1.1rem}
h2 [lang=en],h3 [lang=en]{margin-left:.35em;font-size:max(.62em,15px)}
.crumbs{font-size:.9rem;display:flex;flex-wrap:wrap;gap:0 .6rem;padding:0;margin:0;list-style:none}
.crumbs li,.crumbs a{display:flex;align-items:center;min-height:var(--t)}
.crumbs li+li::before{content:"›";margin-right:.6rem;color:var(--soft)}
.lead{font-size:1.2rem;line-height:1.6;margin:.75rem 0;max-width:46rem;text-wrap:pretty}
section{border-top:1px solid var(--line);padding:calc(1.75rem*var(--d)) 0}
.none{margin:0}
.plain{list-style:none;margin:0;padding:0}
.plain>li+li{margin-top:.75rem}
.small{font-size:.9rem;line-height:1.6;color:var(--soft)}
footer{border-top:1px solid var(--line);background:var(--tint);font-size:.92rem;color:var(--soft)}
footer .in{padding-top:1.25rem;padding-bottom:2.5rem}
footer a{display:inline-flex;align-items:center;min-height:var(--t);margin-right:1.5rem}
.link{color:var(--link);text-decoration:underline}
@media screen{:root:has(#big:checked){--t:60px;font-size:30px}}
`,
  /** Paragraphs to be read through. */
  prose: '.prose{max-width:46rem}',
  /** Labels with their values. */
  rows: `
.rows{margin:0}
.rows>div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.1rem 1.25rem;padding:calc(.65rem*var(--d)) 0;border-top:1px solid var(--line)}
.rows>div:first-child{border-top:0}
.rows dt{color:var(--soft)}.rows dd{margin:0}
dl+div .rows>div:first-child{border-top:1px solid var(--line)}
.promised dd{font-size:1.3rem;font-weight:700}
.promised .small{font-weight:400}
.law dt{color:var(--ink)}.law>div:target{background:var(--tint)}
@media(max-width:36rem){.rows>div{grid-template-columns:1fr}}
@media screen{:root:has(#big:checked) .rows>div{display:block}}
`,
  /** Buttons, and links that look like one. */
  buttons: `
.button,button{display:inline-flex;align-items:center;gap:.5em;min-height:max(52px,var(--t));padding:0 1.5rem;border-radius:var(--r);background:var(--link);color:var(--on);text-decoration:none;font:inherit;font-weight:700;border:2px solid var(--link);cursor:pointer}
.button [lang=en]{color:inherit}
.button+.button{background:none;color:var(--link)}
`,
  /** A guide with its answers and sections. */
  guide: `
.paper{display:none}
.aka{color:var(--soft);margin:0}
.tags{margin:.75rem 0;display:flex;flex-wrap:wrap;gap:.4rem}
.tag{display:inline-block;border:1px solid var(--edge);border-radius:5px;padding:0 .5em;font-size:.82rem;line-height:1.7;color:var(--soft);white-space:nowrap}
.tags .tag{white-space:normal}
.tag.mark{color:var(--mark);border-color:currentColor}
.tag.must{color:var(--ink);border-color:var(--ink);font-weight:700}
.when{display:inline-block;background:var(--tint);border-left:4px solid var(--edge);padding:0 .6rem;font-size:.9rem}
.facts{display:grid;grid-template-columns:repeat(5,1fr);margin:1.5rem 0;background:var(--tint);border-radius:var(--r);border-top:5px solid var(--link)}
.facts>div{padding:1rem 1.1rem 1.1rem}
.facts>div+div{border-left:1px solid var(--line)}
.facts dt{color:var(--soft);font-size:.92rem}
.facts dt [lang=en]{display:block;line-height:1.35}
.facts dd{margin:.35rem 0 0;font-size:1.15rem;font-weight:700;line-height:1.45}
.facts a{display:inline-block;min-height:var(--t);padding:.35rem 0}
.facts small{display:block;font-weight:400;font-size:.88rem;color:var(--soft)}
@media(max-width:60rem){.facts{display:block;padding:.25rem 1.1rem}.facts>div{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 1rem;padding:.8rem 0}.facts>div+div{border-left:0;border-top:1px solid var(--line)}.facts dt{padding-top:.35rem}.facts dd{margin:0}}
.act{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.25rem 0}
.cols{margin-top:2.5rem}
@media(min-width:64rem){.cols{display:grid;grid-template-columns:11.5rem minmax(0,46rem);gap:4rem}.toc{position:sticky;top:1rem;align-self:start}}
.toc h2{font-size:1rem;margin:0 0 .25rem}
.toc h2 [lang=en]{display:block;margin:0}
.toc ol{list-style:none;margin:0;padding:0;font-size:.95rem}
.toc a{display:flex;align-items:center;min-height:var(--t);text-decoration:none;border-left:3px solid var(--line);padding-left:.8rem}
.toc a:hover{border-color:var(--link);text-decoration:underline}
@media(max-width:63.99rem){.toc ol{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}.toc{margin-bottom:2rem}}
.text>section:first-child{border-top:0;padding-top:0}
.points{margin:0;padding:0;list-style:none;counter-reset:p}
.points>li{counter-increment:p;padding:calc(.85rem*var(--d)) 0 calc(.85rem*var(--d)) 2.9rem;border-top:1px solid var(--line);position:relative}
.points>li:first-child{border-top:0}
.points>li::before{content:counter(p);position:absolute;left:0;top:.9rem;width:2rem;height:2rem;border-radius:50%;display:grid;place-items:center;background:var(--tint);font-size:.95rem;font-weight:700;line-height:1}
ul.points>li{padding-left:0}ul.points>li::before{content:none}
.files{display:flex;flex-wrap:wrap;gap:0 1.5rem}
.files>*{display:inline-flex;align-items:center;min-height:var(--t)}
.live>div{background:var(--tint);border-radius:var(--r);padding:.6rem 1rem;margin:.75rem 0;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem}.live label{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem}
.live input{font:inherit;min-height:var(--t);padding:0 .6rem;border:2px solid var(--edge);border-radius:var(--r);background:var(--paper);color:var(--ink)}.live div a{display:inline-flex;align-items:center;min-height:var(--t)}
ins{text-decoration:none;font-weight:700}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:4px solid var(--line)}
.flow{list-style:none;margin:1.25rem 0 0;padding:0}
.flow>li{position:relative;padding:0 0 1.1rem 2.2rem}
.flow>li::before{content:"";position:absolute;left:0;top:.45rem;width:1.1rem;height:1.1rem;border-radius:50%;border:3px solid var(--edge);background:var(--paper);z-index:1}
.flow>li.critical::before{border-color:var(--link);background:var(--link)}
.flow>li:not(:last-child)::after{content:"";position:absolute;left:calc(.55rem - 1px);top:1rem;bottom:-.6rem;width:2px;background:var(--line)}
.step{display:flex;justify-content:space-between;gap:1rem;margin:0}
.step span{white-space:nowrap}
.faq{margin:0}.faq>div+div{margin-top:1.25rem}.faq dt{font-weight:700}.faq dd{margin:.15rem 0 0}
@media screen{:root:has(#big:checked) :is(.cols,.facts,.facts>div){display:block}:root:has(#big:checked) .facts>div{border:0}:root:has(#big:checked) .toc{position:static}}
`,
  /** Questions that narrow a page. */
  questions: `
form fieldset{border:0;margin:1rem 0 0;padding:0;min-width:0}
legend{font-weight:700;padding:0;margin-bottom:.35rem}
fieldset label{display:flex;align-items:center;gap:.75rem;min-height:max(48px,var(--t));cursor:pointer}
input[type=radio]{flex:none;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--link)}
`,
  /** The drawing of the steps. */
  drawing: `
.draw{display:block;max-width:100%;height:auto;margin:.5rem 0 1rem}
.draw g,.draw path{display:inline!important}
.draw rect{fill:var(--tint);stroke:var(--edge)}
.draw path{fill:none;stroke:var(--edge);stroke-width:1.5}
.across>path{marker-end:url(#arrow-across)}.down>path{marker-end:url(#arrow-down)}
.draw marker path{fill:var(--edge);stroke:none}
.draw .bold rect,.draw .bold{stroke:var(--ink);stroke-width:2.5}
.draw .some rect{stroke-dasharray:6 4}
.draw text{fill:var(--ink);stroke:none;font-size:16px;text-anchor:middle;font-weight:700}
.draw .n{fill:var(--soft);font-size:14px;font-weight:400}
.down{display:none}
@media(max-width:44rem){.across{display:none}.down{display:block;margin-left:auto;margin-right:auto}}
@media screen{:root:has(#big:checked) .draw{width:100%}}
`,
  /** Two ways side by side. */
  compare: `
.wide{overflow-x:auto}.wide .compare{max-width:none}.wide td,.wide th{min-width:5.5em}
.compare{border-collapse:collapse;width:100%;max-width:34rem}.compare th,.compare td{text-align:left;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);font-weight:400;vertical-align:top}.compare thead th{color:var(--soft);font-size:.92rem}
`,
  /** A page that is a version. */
  version: `
.version{background:var(--tint);border-left:5px solid var(--mark);padding:.75rem 1rem;margin:.75rem 0}
`,
  /** Ways to guides. Of a long list what no screen shows at first is laid out when it is scrolled to. */
  lists: `
.ways{display:grid;gap:0 4rem;margin-top:2.5rem}
@media(min-width:56rem){.ways{grid-template-columns:1fr 1fr}}
.letters,.pages ol{display:flex;flex-wrap:wrap;gap:.25rem;list-style:none;margin:1rem 0;padding:0}
.letters a,.pages a,.pages span[aria-current]{display:grid;place-items:center;min-width:var(--t);min-height:var(--t);border:1px solid var(--line);border-radius:var(--r);text-decoration:none}
.letters a:hover,.pages a:hover{border-color:var(--link);text-decoration:underline}
.pages span[aria-current]{background:var(--tint);border-color:var(--ink);font-weight:700}
.more{margin:.5rem 0 0}.more a{display:inline-flex;align-items:center;min-height:var(--t)}
.group{margin:1.75rem 0 .5rem}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:0 2rem;padding:0;margin:0;list-style:none}
.grid a{display:flex;justify-content:space-between;align-items:center;gap:.75rem;min-height:max(52px,var(--t));padding:.35rem 0;border-top:1px solid var(--line);text-decoration:none;height:100%}
.grid a:hover b{text-decoration:underline}
.grid b{font-weight:700}
.grid small{font-size:.9rem;color:var(--soft);white-space:nowrap}
.list{list-style:none;margin:0;padding:0}
.list>li{border-top:1px solid var(--line)}
.list>li:nth-child(n+25){content-visibility:auto;contain-intrinsic-size:auto 6.2rem}
.list a:focus-visible{outline-offset:-3px}
.list a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1.5rem;padding:.85rem 0;text-decoration:none}
.list b{font-size:1.08rem}
.list a:hover b{text-decoration:underline}
.list small{color:var(--soft);font-size:.9rem;line-height:1.6;grid-column:1}
.list em{font-style:normal;color:var(--ink);grid-column:2;grid-row:1/span 2;align-self:center;text-align:right;font-size:.95rem;line-height:1.5}
.list em span{display:block}
@media(max-width:36rem){.list a,.list small{display:block}.list em{display:block;text-align:left}.list em span{display:inline-block;margin-right:1rem}}
@media screen{:root:has(#big:checked) :is(.ways,.list a){display:block}}
`,
  /** The form of search. */
  find: `
.find{display:flex;gap:.6rem;max-width:42rem;margin:1rem 0}
.find input{font:inherit;flex:1;min-width:0;min-height:max(56px,var(--t));padding:0 1rem;border:2px solid var(--edge);border-radius:var(--r);background:var(--paper);color:var(--ink)}
.find input::placeholder{color:var(--soft);opacity:1}
.find button{flex:none;justify-content:center;width:5.5rem;min-height:max(56px,var(--t));padding:0;white-space:nowrap}
`,
  /** Answers of the search. */
  answers: `
[hidden]{display:none!important}${liveStyle}
.narrow{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin:0 0 .5rem}
.narrow label{display:flex;align-items:center;gap:.5rem}
select{font:inherit;font-size:1rem;min-height:max(48px,var(--t));max-width:16rem;padding:0 .75rem;border:2px solid var(--edge);border-radius:var(--r);background:var(--paper);color:var(--ink)}
#count{margin:1rem 0;min-height:1.7em}
mark{background:none;color:var(--mark);font-weight:700}
.several{padding:.85rem 0}
.several>small{display:block}
.places{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:.5rem 0 0;padding:0}
.places a{display:flex;align-items:center;gap:.6rem;min-height:var(--t);padding:0 .9rem;border:1px solid var(--edge);border-radius:var(--r)}
.places a:hover{border-color:var(--link);text-decoration:underline}
.places small{margin:0}
@media(max-width:36rem){.narrow{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}.narrow label{display:block}.narrow select{width:100%}.places a{gap:.4rem;padding:0 .55rem;font-size:.95rem}}
.places button,.further{min-height:var(--t);padding:0 1rem;background:none;color:var(--link);border:1px solid var(--edge);font-size:1rem}
.further{margin:1rem 0;min-height:max(52px,var(--t))}
`,
} as const;

/** What a page may need of the style beside what every page has. */
export type StylePart = Exclude<keyof typeof parts, 'base'>;

const made = new Map<string, string>();

/**
 * The style of a page that needs `uses`, in the order of the parts whatever the order of the names; `isPrinted`: and of
 * the same on paper.
 */
export function style(uses: readonly StylePart[], isPrinted = true): string {
  const names = Object.keys(parts).filter((name) => name === 'base' || uses.includes(name as StylePart));
  const key = `${names.join(' ')} ${isPrinted}`;
  let text = made.get(key);
  if (text === undefined) {
    const rules = names.map((name) => parts[name as keyof typeof parts]).join('');
    made.set(key, (text = (rules + (isPrinted ? printStyle(uses) : '')).replaceAll('\n', '')));
  }
  return text;
}
