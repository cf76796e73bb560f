import type { StylePart } from './style.ts';

const every = `
@page{size:A4;margin:7mm 10mm}
:root{color-scheme:light;--ink:#000;--soft:#222;--paper:#fff;--tint:#fff;--line:#aaa;--edge:#444;--link:#000;--mark:#000;font-size:8.4pt;line-height:1.25}
.bar nav,.skip,footer,.crumbs{display:none!important}
.bar .in{min-height:0;padding:0}.seal{background:none;color:#000;border:1px solid #000;width:2rem;height:2rem}.in,main{padding:0;max-width:none}
body{display:block}.notice{border-bottom:1px solid #000;line-height:1.35}.notice p{padding:.15rem 0}a{text-decoration:none}p{margin:.05rem 0}
h1{font-size:1.7rem;margin:.3rem 0 0}h2{font-size:1.15rem;margin:0 0 .2rem}h3{font-size:1rem;margin:.35rem 0 .1rem}h2,h3{break-after:avoid}
.lead{font-size:1rem;margin:.2rem 0;max-width:none}[lang=en],h2 [lang=en],h3 [lang=en]{font-size:.82em;font-weight:400}
section{border-top:1px solid #000;padding:.1rem 0 .15rem}.small{line-height:1.3}.plain>li+li{margin-top:.2rem}
`;

const some: Partial<Record<StylePart, string>> = {
  rows: `
.rows>div{grid-template-columns:5rem minmax(0,1fr);padding:.03rem 0;break-inside:avoid}.promised dd{font-size:1.1rem}
.cite{display:inline;margin-left:.5em}
`,
  guide: `
.paper{display:block;position:absolute;top:0;right:0;max-width:62%;margin:0;text-align:right}
.live>div,.toc,.act,.together,#questions,#report{display:none!important}
.tag,.when{line-height:1.4;border-color:#666}.when{padding:0 .3rem}.tags{margin:.2rem 0}
.facts{display:grid;grid-template-columns:repeat(5,1fr);border:1px solid #000;border-radius:0;margin:.5rem 0;padding:0;break-inside:avoid}.facts>div{display:block;padding:.2rem .5rem}.facts dt{padding:0}.facts>div+div{border-left:1px solid #aaa;border-top:0}.facts a{min-height:0;padding:0}.facts dd{font-size:1rem}
.cols{display:block;margin:0}.text{columns:2;column-gap:8mm}.text>section:first-child{border-top:1px solid #000;padding:.1rem 0 .15rem}
.points>li{padding:.06rem 0 .06rem 1.7rem;break-inside:avoid}.points>li::before{top:.08rem;width:1.3rem;height:1.3rem;border:1px solid #aaa}
.live{display:inline}.flow{margin:.3rem 0}.flow>li{padding-bottom:.1rem;break-inside:avoid}.faq>div+div{margin-top:.2rem}
.points>li>p,.plain>li>.files,.flow>li p+p{display:inline;margin-left:.5em}.files>*{display:inline;margin-right:.5em}
`,
  drawing:
    '.down{display:none!important}.across{display:block!important}.draw{max-height:30mm;margin:.1rem 0}',
  compare: '.compare th,.compare td{padding:.03rem .4rem .03rem 0}',
  lists: '.list a{padding:.2rem 0}',
  find: '.find{display:none!important}',
};

/** The style of a page on paper: everything it says on A4, black on white, without ornament. */
export function printStyle(uses: readonly StylePart[]): string {
  const parts = Object.entries(some).filter(([name]) => uses.includes(name as StylePart));
  return `@media print{${every}${parts.map(([, rules]) => rules).join('')}}`;
}
