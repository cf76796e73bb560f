/**
 * The display board for 1920 x 1080, read from five metres: no text below 48 px. It goes by the width of the screen, so
 * that a larger one shows the same.
 */
export const boardStyle = `:root{font-size:max(16px,1vw)}
@view-transition{navigation:auto}
body{height:100vh;display:flex;flex-direction:column;font-size:2.5rem;line-height:1.3;overflow-x:hidden}
p{margin:0}.top span{white-space:nowrap}.top{flex:none;display:flex;align-items:center;gap:2.5rem;background:var(--link);color:var(--on);padding:.9rem 3rem;min-height:8.5rem}
.top>div{flex:1;min-width:0}h1{font-size:3.6rem;margin:0;line-height:1.2}.clock{min-width:5ch;min-height:1.3em;text-align:right;font-size:3.6rem;font-weight:700;font-variant-numeric:tabular-nums;white-space:nowrap}.top .qr{width:8.2rem;flex:none;border-radius:8px}
main{flex:1;min-height:0;padding:.4rem 3rem 0}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{text-align:left;padding:.5rem .6rem;font-weight:400;border-bottom:2px solid var(--line);vertical-align:middle}
thead th{color:var(--soft);padding-top:.4rem;padding-bottom:.4rem}
th:first-child,td:first-child{width:8.5rem;text-align:center}th:nth-child(3){width:22rem}th:nth-child(4){width:11rem}
tbody th{font-weight:700;font-size:2.7rem}
td b{display:inline-block;min-width:2.2em;background:var(--tint);border-radius:10px;padding:0 .25em;color:var(--link);font-size:3rem;line-height:1.25}
footer{flex:none;display:flex;white-space:nowrap;align-items:center;gap:2rem;padding:.3rem 3rem .7rem;color:var(--soft)}
footer p{min-width:0;overflow:hidden;text-overflow:ellipsis}footer nav{margin-left:auto;display:flex;align-items:center;gap:.7rem}footer nav i{width:1rem;height:1rem;border-radius:50%;background:var(--line)}footer nav .on{background:var(--link)}footer nav span{margin-left:.8rem}
button{font:inherit;color:var(--link);background:none;border:2px solid var(--edge);border-radius:10px;min-height:60px;padding:0 1rem}
.offline{background:var(--mark);color:var(--paper);padding:.2rem 3rem}.offline [lang=en]{display:none}
@media(prefers-reduced-motion:reduce){@view-transition{navigation:none}}
@media(prefers-color-scheme:dark){.top{background:var(--tint);color:var(--ink);border-bottom:4px solid var(--link)}}
@media(max-width:60rem){footer{white-space:normal}body{height:auto;min-height:0;font-size:1.15rem}.top{flex-wrap:wrap;gap:.5rem 1.5rem;padding:1rem}h1,.clock{font-size:1.6rem}main,footer{padding:.5rem 1rem}th:first-child,td:first-child{width:4rem}th:nth-child(3){width:8rem}th:nth-child(4){width:5rem}tbody th,td b{font-size:1.2rem}footer{flex-wrap:wrap}footer nav{margin:0;flex-wrap:wrap}footer nav i{display:none}}
@media(max-width:40rem){.top>div{flex-basis:100%}.top .qr{margin-left:auto}thead{position:absolute;left:-99rem}tbody tr{display:grid;grid-template-columns:3.6rem minmax(0,1fr) auto;gap:0 .6rem;padding:.5rem 0;border-bottom:2px solid var(--line)}tbody th,tbody td{width:auto!important;padding:0;border:0}tbody td:first-child{grid-row:1/3}tbody th{grid-column:2/4}tbody td:nth-child(3){grid-column:2;grid-row:2}}
`;
