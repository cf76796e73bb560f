/** Texts that try to become markup, a script, an address that runs, or the end of what they stand in. */
export const payloads = [
  '<script>window.__xss=1</script>',
  '</script><script>window.__xss=1</script>',
  '<img src=x onerror=window.__xss=1>',
  '<svg onload=window.__xss=1>',
  '<svg><script>window.__xss=1</script></svg>',
  '"><img src=x onerror=window.__xss=1>',
  "'><img src=x onerror=window.__xss=1>",
  '" onmouseover="window.__xss=1" x="',
  "' autofocus onfocus='window.__xss=1' x='",
  '`onclick=window.__xss=1`',
  '</title><script>window.__xss=1</script>',
  '</style><script>window.__xss=1</script>',
  '</textarea><script>window.__xss=1</script>',
  '</template><script>window.__xss=1</script>',
  '<!--<script>window.__xss=1</script>-->',
  '--><script>window.__xss=1</script>',
  ']]><script>window.__xss=1</script>',
  '<iframe srcdoc="<script>parent.__xss=1</script>">',
  '<iframe src="javascript:parent.__xss=1">',
  '<object data="data:text/html,<script>window.__xss=1</script>">',
  '<a href="javascript:window.__xss=1">x</a>',
  '<form action="javascript:window.__xss=1"><button>x</button></form>',
  '<base href="http://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=http://evil.example/">',
  '<link rel=stylesheet href="http://evil.example/x.css">',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__xss=1>',
  '<details open ontoggle=window.__xss=1>x</details>',
  '[x](javascript:window.__xss=1) ![x](x"onerror="window.__xss=1)',
  '{{constructor.constructor("window.__xss=1")()}} ${window.__xss=1} #{window.__xss=1}',
  '&lt;script&gt;window.__xss=1&lt;/script&gt; &#60;script&#62; \\u003cscript\\u003e',
  '";window.__xss=1;// \';window.__xss=1;// \u2028window.__xss=1',
];

/** All of them in one text. */
export const everyPayload = payloads.join(' ');
/** As long as `text`, of the same words and gaps, and of no harm. */
export const inert = (text: string): string => text.replaceAll(/\S/g, 'x');

export const harmlessText = inert(everyPayload);
