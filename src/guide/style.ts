/**
 * The style of every public page, one text put into each: no page needs a second request. Body text is 18 px,
 * contrast at least 7:1, targets at least 44 px; print opens everything on A4.
 */
export const style = `
:root{color-scheme:light dark;--ink:#17222d;--soft:#43505c;--paper:#fff;--ground:#f3f5f6;--line:#cfd6dc;--brand:#0b3f5c;--brand-ink:#fff;--link:#0a4680;--mark:#8a1c1c;--tint:#e8f1f6;--good:#0c5132;--r:10px;
font:18px/1.65 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",Arial,"DejaVu Sans",sans-serif}
@media(prefers-color-scheme:dark){:root{--ink:#eef3f7;--soft:#bcc8d2;--paper:#17212a;--ground:#0f161c;--line:#3a4854;--brand:#0d3148;--link:#a6d2ff;--mark:#ffb4ab;--tint:#1d2f3b;--good:#9fe0bd}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.6rem 1rem;z-index:9}
.bar{background:var(--brand);color:var(--brand-ink)}
.bar>div,main,footer>div{max-width:72rem;margin:0 auto;padding:0 1.25rem}
.bar>div{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;min-height:64px}
.bar a{color:inherit;text-decoration:none;display:inline-flex;align-items:center;min-height:44px}
.bar a:hover{text-decoration:underline}
.bar .home{font-weight:700;font-size:1.1rem;gap:.6rem}
.seal{display:inline-grid;place-items:center;width:2.2rem;height:2.2rem;border:2px solid currentColor;border-radius:6px;font-size:.8rem;line-height:1;letter-spacing:.05em}
.bar nav{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin-left:auto}
.notice{background:var(--tint);border-bottom:1px solid var(--line);font-size:.9rem}
.notice p{max-width:72rem;margin:0 auto;padding:.5rem 1.25rem}
main{padding-top:1.25rem;padding-bottom:3rem;display:block}
h1{font-size:clamp(1.7rem,1.3rem + 2vw,2.5rem);line-height:1.25;margin:.4rem 0 .5rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.35;margin:0 0 .75rem}
h3{font-size:1.08rem;margin:1.25rem 0 .4rem}
[lang=en]{color:var(--soft);font-size:.82em;font-weight:400}
h2 [lang=en]{margin-left:.5em;font-size:.65em}
.crumbs{font-size:.92rem;display:flex;flex-wrap:wrap;gap:0 .6rem;padding:0;margin:0;list-style:none}
.crumbs li+li::before{content:"›";margin-right:.6rem;color:var(--soft)}
.crumbs li,.crumbs a{display:flex;align-items:center;min-height:44px}
.lead{font-size:1.12rem;margin:.25rem 0 1rem;max-width:46rem}
.tag{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:0 .7em;font-size:.82rem;line-height:1.8;color:var(--soft);margin-right:.4rem}
.tag.mark{color:var(--mark)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1px;background:var(--line);border:1px solid var(--line);border-radius:var(--r);overflow:hidden;margin:1.25rem 0}
.facts>div{background:var(--paper);padding:1rem 1.1rem}
.facts dt{color:var(--soft);font-size:.92rem}
.facts dd{margin:.1rem 0 0;font-size:1.2rem;font-weight:650;line-height:1.4}
.facts dd small{display:block;font-weight:400;font-size:.88rem;color:var(--soft)}
.act{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}
.act a,button{display:inline-flex;align-items:center;min-height:48px;padding:0 1.4rem;border-radius:8px;background:var(--brand);color:var(--brand-ink);text-decoration:none;font:inherit;font-weight:600;border:1px solid var(--brand)}
.act a+a{background:none;color:var(--link);border-color:currentColor}
.cols{display:grid;gap:1.5rem}
@media(min-width:64rem){.cols{grid-template-columns:13rem minmax(0,1fr)}.toc{position:sticky;top:1rem;align-self:start}}
.toc h2{font-size:1rem;margin:0}
.toc ol{list-style:none;margin:.25rem 0;padding:0;font-size:.95rem}
.toc a{display:flex;align-items:center;min-height:44px;text-decoration:none;border-left:3px solid var(--line);padding-left:.8rem}
.toc a:hover{border-color:var(--link)}
@media(max-width:63.99rem){.toc ol{columns:2;column-gap:1rem}}
section.card,.card{background:var(--paper);border:1px solid var(--line);border-radius:var(--r);padding:1.25rem 1.25rem 1rem;margin:0 0 1.25rem}
.none{color:var(--soft);margin:0}
.none b{color:var(--ink)}
.plain{list-style:none;margin:0;padding:0}
.points{margin:0;padding:0;list-style:none;counter-reset:p}
.points>li{counter-increment:p;padding:.75rem 0 .75rem 2.6rem;border-top:1px solid var(--line);position:relative}
.points>li:first-child{border-top:0;padding-top:.25rem}
.points>li:first-child::before{top:.25rem}
.points>li::before{content:counter(p);position:absolute;left:0;top:.8rem;width:1.8rem;height:1.8rem;border-radius:50%;display:grid;place-items:center;background:var(--tint);font-size:.9rem;font-weight:650}
.points p{margin:.15rem 0}
.small{font-size:.92rem;color:var(--soft)}
.when{display:inline-block;background:var(--tint);border-radius:5px;padding:.05rem .55rem;font-size:.9rem}
dl.rows{margin:0}
dl.rows>div{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:.25rem 1rem;padding:.55rem 0;border-top:1px solid var(--line)}
dl.rows>div:first-child{border-top:0}
dl.rows dt{color:var(--soft)}dl.rows dd{margin:0}
@media(max-width:36rem){.notice{font-size:.8rem}dl.rows>div{grid-template-columns:1fr}}
fieldset{border:1px solid var(--line);border-radius:8px;margin:0 0 .9rem;padding:.4rem .9rem .7rem}
legend{font-weight:650;padding:0 .4rem}
fieldset label{display:inline-flex;align-items:center;gap:.5rem;min-height:44px;margin-right:1.25rem}
input[type=radio]{width:1.25rem;height:1.25rem;accent-color:var(--link)}
input[type=search]{font:inherit;width:100%;min-height:56px;padding:0 1rem;border:2px solid var(--brand);border-radius:10px;background:var(--paper);color:var(--ink)}
.find{display:flex;gap:.6rem;max-width:44rem}
.find button{min-height:56px;border-radius:10px;white-space:nowrap}
.flow{list-style:none;margin:0;padding:0}
.flow>li{position:relative;padding:.1rem 0 1.1rem 2.4rem}
.flow>li::before{content:"";position:absolute;left:.55rem;top:.55rem;width:1rem;height:1rem;border-radius:50%;border:3px solid var(--link);background:var(--paper);z-index:1}
.flow>li.critical::before{background:var(--link)}
.flow>li:not(:last-child)::after{content:"";position:absolute;left:1.2rem;top:1rem;bottom:-.6rem;width:2px;background:var(--line)}
.flow b{font-weight:650}.flow .days{float:right;font-weight:650;padding-left:1rem}
details summary{min-height:44px;display:flex;align-items:center;cursor:pointer;font-weight:600}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:.9rem;padding:0;margin:0;list-style:none}
.grid a{display:flex;flex-direction:column;justify-content:center;gap:.15rem;min-height:64px;padding:.8rem 1rem;background:var(--paper);border:1px solid var(--line);border-radius:var(--r);text-decoration:none;font-weight:650;height:100%}
.grid a:hover{border-color:var(--link)}
.grid small{font-weight:400;color:var(--soft)}
.list{list-style:none;margin:0;padding:0}
.list>li{border-top:1px solid var(--line)}.list>li:first-child{border-top:0}
.list a{display:block;padding:.7rem 0;text-decoration:none}
.list a:hover b{text-decoration:underline}
.list small{display:block;color:var(--soft);font-size:.9rem}
footer{border-top:1px solid var(--line);background:var(--paper);font-size:.92rem;color:var(--soft)}
footer>div{padding-top:1.25rem;padding-bottom:2rem}
footer a{display:inline-flex;align-items:center;min-height:44px;margin-right:1.25rem}
.link{color:var(--link);text-decoration:underline}
@media print{:root{--paper:#fff;--ground:#fff;--ink:#000;--soft:#222;--line:#999;--tint:#fff;--link:#000;font-size:10.5pt;line-height:1.45}
@page{size:A4;margin:14mm}.bar nav,.toc,.skip,.act,.find,#questions,footer a{display:none!important}.bar{background:none;color:#000;border-bottom:2px solid #000}.bar>div{min-height:0}.cols{display:block}.card,section.card{border:0;border-top:1px solid #000;border-radius:0;padding:.4rem 0;margin:0;break-inside:auto}.facts{break-inside:avoid}h2{font-size:1.1rem;margin:.2rem 0;break-after:avoid}.points>li{padding-top:.2rem;padding-bottom:.2rem;break-inside:avoid}.points>li::before{top:.2rem}.flow>li{padding-bottom:.3rem}main{padding:0}details>*{display:block}}
`
  .trim()
  .replaceAll(/\n/g, '');
