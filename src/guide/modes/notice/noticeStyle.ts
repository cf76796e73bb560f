/** The one-time notice: the choices on a screen, the sheet on the paper that was chosen. Black and white. */
export const noticeStyle = `.choose{max-width:54rem;margin:0 auto;padding:0 1.25rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:0 2rem}
fieldset{border:0;margin:.5rem 0;padding:0;min-width:0}legend{font-weight:700;padding:0}
.choose label{display:flex;align-items:center;gap:.7rem;min-height:48px;cursor:pointer}
input[type=radio]{flex:none;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--link)}
.item{font-size:1.15rem}.box{display:inline-block;flex:none;width:.85em;height:.85em;border:1px solid #000;margin:0 .4em 0 0;vertical-align:-.06em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.said span{margin-right:1em;white-space:nowrap}.fact{margin-right:1em;display:inline-block}
.bring{list-style:none;padding:0}.bring>li{position:relative;padding:.2rem 0 .2rem 1.7em}.bring>li>.box{position:absolute;left:0;top:.5em;width:1em;height:1em}
.when{border:1px solid #666;border-radius:3px;padding:0 .3em;font-size:.92em}
.blank{display:inline-block;border-bottom:1px solid #000;width:9em;height:1.3em;vertical-align:bottom}.blank.long{width:100%}.blank.short{width:3em}
.sign{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.6rem 1.5rem;border-top:1px solid #000;padding:1rem 0 .5rem;break-inside:avoid}
.sign p{white-space:nowrap}
main:has(#a5:checked) .sheet{max-width:38rem}main:has(#roll:checked) .sheet{max-width:21rem;padding:1.25rem 1rem}
main:has(#roll:checked) .head{flex-direction:column}main:has(#roll:checked) .head .code{align-self:center}main:has(#roll:checked) .said span{white-space:normal}main:has(#roll:checked) .sign{display:block}main:has(#roll:checked) .sign p{margin:.6em 0}
@media(max-width:40rem){.said span{white-space:normal}.sign p{white-space:normal}}
@page{size:A4;margin:13mm 14mm}
@page a5{size:A5;margin:9mm 10mm}
@page roll{size:80mm 297mm;margin:4mm}
@media print{.choose{display:none}:root{font-size:10.5pt;line-height:1.4}.code{width:26mm;font-size:8pt}.code .qr{margin:-2mm 0 -1mm}
h1{font-size:17pt}h2{font-size:11pt}section{padding:1.2mm 0 1.6mm}li,section p{break-inside:avoid}.bring>li{padding-top:.4mm;padding-bottom:.4mm}
body:has(#a5:checked){page:a5;font-size:8.5pt;line-height:1.3}body:has(#a5:checked) h1{font-size:14pt}body:has(#a5:checked) h2{font-size:9pt}body:has(#a5:checked) section{padding:.6mm 0 .8mm}
body:has(#roll:checked){page:roll;font-size:9pt;line-height:1.35}body:has(#roll:checked) h1{font-size:14pt}main:has(#roll:checked) .sheet{padding:0}
.foot{margin-top:1mm}}
`;
