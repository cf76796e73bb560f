/** What every sheet shares: on a screen a page that reads like any other, on paper black on white. */
export const sheetStyle = `:root{font-size:18px;line-height:1.6}
body{background:var(--tint)}
a{color:var(--link);text-underline-offset:.22em}
.tools{max-width:54rem;margin:0 auto;padding:1rem 1.25rem 0}
.tools nav{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.tools nav a,.tools button{display:inline-flex;align-items:center;min-height:52px;padding:0 1.4rem;border:2px solid var(--link);border-radius:var(--r);font:inherit;font-weight:700;text-decoration:none;background:none;color:var(--link);cursor:pointer}
.tools button{background:var(--link);color:var(--on)}
.how{color:var(--soft);margin:.75rem 0}
.sheet{--ink:#000;--soft:#333;--paper:#fff;--tint:#fff;--line:#aaa;--edge:#444;color-scheme:light;background:#fff;color:#000;max-width:54rem;margin:1rem auto 3rem;padding:2rem 2.25rem;border:1px solid var(--line)}
h1{font-size:1.6rem;line-height:1.3;margin:0}h2{font-size:1.15rem;line-height:1.35;margin:0 0 .3rem}h3{font-size:1rem;margin:.5rem 0 .1rem}
p{margin:.15rem 0}
.head{display:flex;gap:1.25rem;justify-content:space-between;align-items:flex-start}
.head>div{flex:1;min-width:0}
.org{color:var(--soft)}
.code{margin:0;flex:none;width:9rem;font-size:.8rem;line-height:1.4;text-align:center}.code .qr{width:100%}
section{border-top:1px solid #000;padding:.5rem 0 .7rem}
ul,ol{margin:0;padding:0 0 0 1.4em}
.rows{margin:0}.rows>div{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:0 .75rem}.rows dt{color:var(--soft)}.rows dd{margin:0}
.only{border:1px solid #666;border-radius:3px;padding:0 .3em;font-size:.92em}
.soft{color:var(--soft)}
@media(max-width:40rem){.sheet{padding:1.25rem;margin:0 0 2rem;border-width:1px 0}.head{flex-direction:column}.code{width:8rem}.rows>div{grid-template-columns:1fr}}
@media print{.tools{display:none}body{background:#fff}.sheet{max-width:none;margin:0;padding:0;border:0}h2,h3{break-after:avoid}.head{flex-direction:row}}
`;
