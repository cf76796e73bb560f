const tile =
  'display:flex;flex-direction:column;border:2px solid var(--line);border-radius:14px;background:var(--tint);color:var(--ink);text-decoration:none;padding:.7rem 1.1rem;min-height:4rem';
const key =
  'display:flex;align-items:center;justify-content:center;min-height:3.2rem;padding:0 .4rem;border:2px solid var(--edge);border-radius:12px;background:var(--paper);color:var(--ink);font:inherit;font-weight:700;text-decoration:none';
const pressed = 'background:var(--ink);color:var(--paper)';

/**
 * The touch screen, drawn for 1080 x 1920 and fit for others: text of 30 px, targets of 96 px, nothing that reads as a
 * link and leads nowhere.
 */
export const touchStyle = `:root{font-size:clamp(20px,2.78vw,30px);line-height:1.55;scroll-padding:3.2em 0 6em}
body{display:block;min-height:100vh;padding:0 0 6.2rem;-webkit-user-select:none;user-select:none;touch-action:manipulation;overflow-wrap:anywhere}
[lang=en]{font-size:.72em}
.en[lang=en]{display:none;margin:0;color:inherit;font-size:inherit;font-weight:inherit}.en::first-letter{text-transform:uppercase}:root:has(#en:checked) .zh{display:none}:root:has(#en:checked) .en[lang=en]{display:inline-block}
[hidden]{display:none!important}
.top{position:sticky;top:0;z-index:3;display:grid;grid-template-columns:minmax(0,1fr) auto 5ch;align-items:center;gap:1rem;background:var(--link);color:var(--on);padding:0 1.6rem;min-height:3rem}
.top p{margin:0}.language{display:flex;align-items:center;gap:.5rem;min-height:max(60px,2.2rem)}.language span{color:inherit;font-size:1rem}.language input{width:1.3rem;height:1.3rem;margin:0}.clock{font-variant-numeric:tabular-nums;white-space:nowrap}
main{max-width:none;padding:1.2rem 1.6rem 2rem}
section{padding:1rem 0}h1{font-size:1.75rem;margin:.6rem 0 .8rem}h2{font-size:1.3rem;margin:1.2rem 0 .6rem}h3{font-size:1.1rem}
.bottom>:active{${pressed}}
.bottom>*,.idle button{${key}}
.notice-line{color:var(--soft);font-size:.8rem}
.bottom{position:fixed;left:0;right:0;bottom:0;z-index:3;display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:.6rem;background:var(--paper);border-top:2px solid var(--line);padding:.8rem 1.6rem}
.bottom:not(:has(>:not([data-live=later]))){display:none}.bottom>*{min-height:3.6rem;font-size:1.1rem}
.idle{border:0;border-radius:20px;padding:2rem;width:min(28rem,90vw);text-align:center;background:var(--paper);color:var(--ink);box-shadow:0 0 0 4px var(--link)}.idle::backdrop{background:rgb(0 0 0/.6)}
.idle h2{margin:0 0 .6rem}.idle b{font-size:2rem;font-variant-numeric:tabular-nums}.idle button{width:100%;margin-top:1rem;background:var(--link);color:var(--on);border-color:var(--link);min-height:4rem}
.offline{margin:0;padding:.5rem 1.6rem;background:var(--mark);color:var(--paper);font-size:.9rem}.offline [lang=en]{color:inherit}
@media(prefers-color-scheme:dark){.top{background:var(--tint);color:var(--ink);border-bottom:3px solid var(--link)}}
@media(max-width:40rem){.top{padding:0 1rem;gap:.6rem}.place{font-size:.85rem}.bottom{gap:.4rem;padding:.8rem 1rem}.bottom>*{font-size:.85rem;padding:0 .1rem;text-align:center}}
`;

/** What only its home and lists have. */
export const touchListStyle = `.all,.tiles a,.items a{${tile}}
.all{background:var(--link);border-color:var(--link);color:var(--on);min-height:5.4rem}.all b{font-size:1.35rem}
.tiles{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(14rem,100%),1fr));gap:.8rem}
.tiles a{min-height:5rem;height:100%;padding-top:.95rem}.tiles b{font-size:1.15rem}.tiles a>span,.items a>span{color:var(--soft);font-size:.86rem}
.items{list-style:none;margin:0;padding:0;display:grid;gap:.6rem}.items b{font-size:1.1rem}
.all:active,.tiles a:active,.items a:active,.keys button:active{${pressed}}.items a:active>span,.tiles a:active>span{color:inherit}
.keys{display:grid;grid-template-columns:repeat(7,1fr);gap:.4rem}
.keys button{${key}}
.keys button{font-size:1.2rem}.keys [data-key=back]{grid-column:6}.keys [data-key=back],.keys [data-key=clear]{font-size:.85rem}
.typed{display:flex;align-items:baseline;gap:1rem;border-bottom:4px solid var(--link);min-height:2.6rem}.typed output{font-size:1.6rem;font-weight:700;letter-spacing:.2em}.typed span{margin-left:auto;color:var(--soft)}
.hint{color:var(--soft);margin:.6rem 0 1rem}
@media(max-width:40rem){.keys{grid-template-columns:repeat(6,1fr)}.keys [data-key=back]{grid-column:auto}}
`;

/** What only guides and bundles have. */
export const touchTextStyle = `:root:has(#en:checked) :is(.facts dt,h3):has(>[lang=en]){font-size:0}:root:has(#en:checked) .facts dt>[lang=en]{display:block;font-size:.92rem}:root:has(#en:checked) h3>[lang=en]{margin:0;font-size:1.1rem}
.jump a{${tile}}
.jump a:active{${pressed}}
.jump{display:grid;grid-template-columns:repeat(3,1fr);gap:.6rem;margin:1rem 0}.jump a{align-items:center;justify-content:center;text-align:center;padding:.3rem;min-height:3.4rem;font-weight:700}
.facts{display:block;padding:.2rem 1.1rem}.facts>div{display:grid;grid-template-columns:7rem minmax(0,1fr);align-items:center;padding:.4rem 0}.facts>div+div{border-left:0;border-top:1px solid var(--line)}.facts dt [lang=en]{display:none}.facts a{color:inherit;text-decoration:none;min-height:0;padding:.25rem 0;min-width:0}
.facts dd a{display:block;min-height:60px}
.link{color:inherit;text-decoration:none}.files,.act,.together,.draw.across{display:none!important}.draw.down{display:block;width:min(100%,26rem);margin:0 auto}
fieldset label{min-height:3.2rem}input[type=radio]{width:1.4rem;height:1.4rem}.small,.lead{font-size:1rem}
.points>li{padding-left:2.4rem}
.take{display:flex;align-items:center;gap:1.2rem;margin:1.6rem 0;padding:1rem;border:2px solid var(--line);border-radius:14px}.take .qr{width:9rem;flex:none}.take b{font-size:1.1rem}
.version-name{color:var(--soft);font-size:.8rem}
@media(max-width:40rem){.jump{grid-template-columns:1fr 1fr}.facts>div{grid-template-columns:1fr}}
`;
