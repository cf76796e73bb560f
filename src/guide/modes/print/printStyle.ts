/**
 * The printed guide. On paper it is set by points and millimetres: 9 pt, the least that is printed for reading, within
 * margins that every office printer keeps, the parts after the materials in two columns.
 */
export const printStyle = `.facts{display:grid;grid-template-columns:repeat(5,1fr);border:1px solid #000;margin:.75rem 0}
.facts>div{padding:.35rem .6rem}.facts>div+div{border-left:1px solid #aaa}
.facts dt{color:var(--soft);font-size:.85em}.facts dd{margin:0;font-weight:700}.facts small{display:block;font-weight:400;font-size:.85em;line-height:1.35}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border:1px solid #aaa;padding:.3rem .45rem;font-weight:400}th{color:var(--soft)}
td:first-child,th:first-child{width:2.2rem;text-align:center;white-space:nowrap;padding-left:.2rem;padding-right:.2rem}th:nth-child(2){width:45%}
.draw{max-width:100%;height:auto}.draw rect{fill:#fff;stroke:#444}.draw path{fill:none;stroke:#444;stroke-width:1.5}.draw marker path{fill:#444;stroke:none}.draw .bold rect,.draw .bold{stroke:#000;stroke-width:2.5}.draw .some rect{stroke-dasharray:6 4}.draw text{fill:#000;stroke:none;font-size:16px;text-anchor:middle;font-weight:700}.draw .n{font-size:14px;font-weight:400}
@media screen and (max-width:40rem){.facts{grid-template-columns:1fr}.facts>div+div{border-left:0;border-top:1px solid #aaa}thead{position:absolute;left:-99rem}tbody,tr,td{display:block;width:auto!important;text-align:left!important}tr{border:1px solid #aaa;margin-bottom:.5rem;padding:.3rem .6rem}td{border:0;padding:.1rem 0!important}}
.run{margin:0}.run dt,.run dd{display:inline;margin:0}.run dt{color:var(--soft)}
@page{size:A4;margin:10mm 12mm}
@media print{:root{font-size:9pt;line-height:1.24}:root:has(.much){font-size:8.5pt;line-height:1.2}.much th,.much td{line-height:1.2;padding-top:0;padding-bottom:0}
h1{font-size:15pt}h2{font-size:10pt;margin:0}h3{font-size:9pt;margin:.4mm 0 0}p{margin:0}
.head{gap:6mm}.code{width:25mm;font-size:7.5pt;line-height:1.25}.code .qr{margin:-2mm 0 -1.5mm}
.facts{margin:1.5mm 0 2mm}.facts>div{padding:.6mm 1.6mm}
section{padding:.6mm 0 1mm}
th,td{padding:.15mm 1mm;line-height:1.24}tr{break-inside:avoid}thead{display:table-header-group}
.columns{columns:2;column-gap:7mm;column-rule:.2mm solid #aaa}
.run>div{display:inline;margin-right:1em}
.rows>div{grid-template-columns:4.6em minmax(0,1fr);gap:0 1.5mm}
section:has(>h2+p:last-child)>*{display:inline}section:has(>h2+p:last-child)>h2{margin-right:1em}
.draw{display:block;max-height:22mm;margin:.5mm auto}.only{padding:0 .2em}}
`;
