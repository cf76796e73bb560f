import standaloneCode from 'ajv/dist/standalone/index.js';
import { schemas } from '../../model/schemas.ts';
import { quickAjv } from './compile.ts';

/**
 * The text of a module that does what `validators.ts` does, with every validator written out: no program that holds it
 * compiles schemas when it starts, and no page has to allow code made from text.
 */
export function writtenValidators(): string {
  const names = Object.fromEntries(Object.entries(schemas).map(([kind, { $id }]) => [kind, $id!]));
  const code = standaloneCode(quickAjv({ code: { source: true, esm: true } }), names);
  const imports: string[] = [];
  // Ajv writes the helpers that its code uses as `require`, also where it is asked for an ES module.
  const body = code.replace(/const (\w+) = require\("([^"]+)"\)\.default;/g, (_, name, from) => {
    imports.push(`import ${name}Module from '${from}.js';`);
    // Ajv's files are CommonJS; a bundler hands over their exports, or what those call their default.
    return `const ${name} = ${name}Module.default ?? ${name}Module;`;
  });
  if (/\brequire\(/.test(body)) throw new Error('A validator needs a module in a way that is not known here');
  const kinds = Object.keys(names).join(', ');
  return `${imports.join('\n')}\n${body}\nconst all = { ${kinds} };\nexport function validatorOf(kind) {\n  return all[kind];\n}\n`;
}
