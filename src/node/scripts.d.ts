/** The text of a browser script, bundled from TypeScript by the build (see vite.config.ts). */
declare module '*?script' {
  const text: string;
  export default text;
}
