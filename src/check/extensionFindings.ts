import type { Source } from '../catalogue/index.ts';
import { builtInShape } from '../model/catalogueShape.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  addedFieldsOf,
  extendedShape,
  mayRetire,
  stepsOfPlace,
  takesFields,
} from '../model/extendedShape.ts';
import { fieldAt } from '../model/field.ts';
import type { ExtensionFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import type { Schema, Words } from '../model/schemas.ts';
import { fieldSchema } from './localRules/fieldPath.ts';
import { compilePattern } from './localRules/pattern.ts';
import { conditionProblems } from './localRules/ruleProblems.ts';
import { addedValueErrors } from './schema/extensionErrors.ts';

type Added = NonNullable<Draft<ExtensionFile>['fields']>[number];
type Changed = NonNullable<Draft<ExtensionFile>['changes']>[number];
type Report = (code: string, path: Path, words: Words) => void;

/**
 * What keeps the fields of an extension from being used, or would loosen what is built in: what its schema cannot
 * say. `extendedShape` leaves out the same.
 */
export function extensionFindings({ path: file, value }: Source<ExtensionFile>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: Report = (code, path, { zh, en }) =>
    found.push({
      code: `extension/${code}`,
      severity: 'error',
      message: zh,
      messageEn: en,
      file,
      path,
      cites: [],
    });
  const shape = extendedShape(value);
  const used = new Map(addedFieldsOf(shape).map((field) => [field.said, field]));
  for (const [i, said] of (value.fields ?? []).entries()) {
    const at = ['fields', i];
    inPlace(said, used.has(said), at, report);
    inValues(said, used.get(said)?.schema, at, report);
    if (said.requiredWhen === undefined) continue;
    const where = { path: [...at, 'requiredWhen'], element: stepsOfPlace(said.at), shape };
    for (const { code, path, words } of conditionProblems(said.requiredWhen, where))
      report(code, path, words);
  }
  const seen = new Set<string>();
  for (const [i, said] of (value.changes ?? []).entries()) {
    const at = ['changes', i];
    if (said.path === undefined) continue;
    if (seen.has(said.path))
      report('twice', [...at, 'path'], {
        zh: `“${said.path}”已经改过。请把两处合为一处。`,
        en: `"${said.path}" is changed twice. Make one change of the two.`,
      });
    seen.add(said.path);
    inChange(said, at, report);
    if (said.requiredWhen === undefined) continue;
    const where = { path: [...at, 'requiredWhen'], element: stepsOfPlace(said.path).slice(0, -1), shape };
    for (const { code, path, words } of conditionProblems(said.requiredWhen, where))
      report(code, path, words);
  }
  const placed = new Set<string>();
  for (const [i, { at, fields }] of (value.layout ?? []).entries()) {
    const group = fieldSchema(stepsOfPlace(at), shape);
    if (group?.properties === undefined) report('place', ['layout', i, 'at'], noPlace(at));
    else
      for (const [j, key] of (fields ?? []).entries()) {
        const field = `${at ?? ''} ${key}`;
        if (!Object.hasOwn(group.properties, key))
          report('field', ['layout', i, 'fields', j], {
            zh: `这一组没有“${key}”这个字段。请改正或者删去。`,
            en: `There is no field "${key}" in this group. Correct it or take it out.`,
          });
        else if (placed.has(field) && fields?.indexOf(key) === j)
          report('twice', ['layout', i, 'fields', j], {
            zh: `“${key}”前面已经排过，按先写的排。请在这里删去。`,
            en: `"${key}" has a place in a group before this one, and stands there. Take it out here.`,
          });
        placed.add(field);
      }
  }
  return found;
}

function inPlace(said: Added, isUsed: boolean, at: Path, report: Report): void {
  const group = fieldSchema(stepsOfPlace(said.at));
  if (group === undefined || !takesFields(group)) report('place', [...at, 'at'], noPlace(said.at));
  else if (!isUsed && said.key !== undefined && (!isChoice(said) || (said.options ?? []).length > 0))
    report('twice', [...at, 'key'], {
      zh: `这一组已经有“${said.key}”这个字段。请换一个键，或者删去一个。`,
      en: `This group has a field "${said.key}" already. Choose another key, or take one out.`,
    });
}

function noPlace(at: string | undefined): Words {
  return {
    zh: `不能加在“${at ?? ''}”。请写一组字段，如 basics；列表写到它的元素，如 materials.list.*；一种里有几类写法的不能加。`,
    en: `Fields cannot be added at "${at ?? ''}". Name a group of fields, such as basics; of a list its elements, as materials.list.*; not what is one of several kinds.`,
  };
}

function inValues(said: Added, schema: Schema | undefined, at: Path, report: Report): void {
  const { type, min, max, pattern, overlay } = said;
  const values = (said.options ?? []).map(({ value }) => value);
  if (isChoice(said) && values.length === 0)
    report('options', [...at, 'options'], {
      zh: '没有写选项。请写出各个选项。',
      en: 'It has no options. Write them down.',
    });
  if (!isChoice(said) && values.length > 0)
    report('options', [...at, 'options'], {
      zh: '这种类型没有选项。请删去选项，或者把类型改为“选一个”“选几个”。',
      en: 'A field of this type has no options. Take them out, or make it one or some of several.',
    });
  for (const [i, one] of values.entries())
    if (values.indexOf(one) !== i)
      report('options', [...at, 'options', i, 'value'], {
        zh: `选项“${one}”写了两次。请改一个。`,
        en: `The option "${one}" stands twice. Change one.`,
      });
  if (min !== undefined && max !== undefined && min > max)
    report('range', [...at, 'min'], {
      zh: `至少（${min}）大于至多（${max}）。请改正。`,
      en: `The least (${min}) is above the most (${max}). Correct them.`,
    });
  if (pattern !== undefined) {
    const compiled = compilePattern(pattern);
    if (compiled.kind === 'refused') report('pattern', [...at, 'pattern'], compiled.words);
    else if (type !== 'text' && type !== 'paragraph' && type !== 'texts')
      report('pattern', [...at, 'pattern'], {
        zh: '只有文字可以规定写法。请删去写法，或者改变类型。',
        en: 'Only texts have a pattern. Take it out, or change the type.',
      });
  }
  const fits =
    overlay === 'lower'
      ? type === 'number' || type === 'integer'
      : overlay === 'subset' || overlay === 'allowed'
        ? type === 'choices' || type === 'texts'
        : true;
  if (!fits)
    report('overlay', [...at, 'overlay'], {
      zh: '这种类型不能这样比较：只能更低的是数，只能减少或增加的是列表。请改为“可以自定”或“不能改”。',
      en: 'Values of this type do not compare like that: numbers may go down, lists lose or gain elements. Choose as it likes, or nothing.',
    });
  if (said.default === undefined || schema === undefined) return;
  if (schema.type === 'array' || addedValueErrors(schema, said.default, []).length > 0)
    report('default', [...at, 'default'], {
      zh: '补入的值不是这个字段可以写的值。请改正。',
      en: 'The value to put in is none that the field may have. Correct it.',
    });
}

function isChoice({ type }: Added): boolean {
  return type === 'choice' || type === 'choices';
}

function inChange(said: Changed, at: Path, report: Report): void {
  const steps = stepsOfPlace(said.path);
  const field = fieldSchema(steps);
  const holder = fieldSchema(steps.slice(0, -1));
  if (field === undefined || holder === undefined || leadsThroughKinds(steps)) {
    report('field', [...at, 'path'], {
      zh: `规程没有“${said.path}”这样可以改的字段。请写已有的字段，如 service.phones.advice；自己加的字段在加的地方改。`,
      en: `There is no built-in field "${said.path}" to be changed. Name one, such as service.phones.advice; change an added field where it is added.`,
    });
    return;
  }
  const loosens = (key: string, zh: string, en: string) =>
    report('loosens', [...at, key], {
      zh: `${zh}自己的规定只能更严，不能更宽。请删去。`,
      en: `${en} A catalogue may be stricter, never laxer. Take this out.`,
    });
  if (said.risk === 'plain' && fieldAt('item', asPath(steps))?.risk === 'legal')
    loosens('risk', '这是法律约束的内容。', 'The field is bound by law.');
  if (said.retired !== undefined && !mayRetire(said, holder))
    loosens('retired', '这是必须有的字段。', 'The field has to be there.');
  if (said.required === true && steps.at(-1) === '*')
    report('field', [...at, 'required'], {
      zh: '列表的每个元素没有必填不必填。请写到列表，或者删去。',
      en: 'Elements of a list are not asked for. Name the list, or take this out.',
    });
  if (said.options === undefined) return;
  if (field.enum === undefined)
    report('options', [...at, 'options'], {
      zh: '这个字段没有选项。请删去。',
      en: 'The field has no options. Take them out.',
    });
  else
    for (const [i, option] of said.options.entries())
      if (!field.enum.includes(option))
        report('loosens', [...at, 'options', i], {
          zh: `原来没有“${option}”这个值，不能加。可以留下：${field.enum.join('、')}。`,
          en: `"${option}" is no value of the field, and none may be added. Of these some may stay: ${field.enum.join(', ')}.`,
        });
}

/** Whether the field stands in a value of one of several kinds. */
function leadsThroughKinds(steps: readonly string[]): boolean {
  return steps.some((_, i) => fieldSchema(steps.slice(0, i), builtInShape)?.oneOf !== undefined);
}

function asPath(steps: readonly string[]): Path {
  return steps.map((step) => (step === '*' ? 0 : step));
}
