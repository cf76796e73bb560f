import type { Source, Suppression } from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type {
  CatalogueFile,
  ExtensionFile,
  PeopleFile,
  RuleFile,
  SuppressionFile,
} from '../model/generated/schemas.ts';
import type { Path } from '../model/path.ts';
import type { Words } from '../model/schemas.ts';
import { extensionFindings } from './extensionFindings.ts';
import { peopleFindings } from './peopleFindings.ts';
import { ruleFindings } from './localRules/ruleFindings.ts';
import { fits, type ReadyRules } from './readyRules.ts';
import { rules } from './rules/index.ts';
import { themeFindings } from './themeFindings.ts';

/**
 * What is wrong in what a file says of the studio itself: settings of rules, suppressions, its own rules and fields,
 * who may do what.
 */
export function settingFindings(source: Source<unknown>, ready: ReadyRules): Diagnostic[] {
  // The kind of a source tells the type of its value.
  if (source.kind === 'catalogue') {
    const settings = source as Source<CatalogueFile>;
    return [...inSettings(settings, ready), ...themeFindings(settings)];
  }
  if (source.kind === 'suppression') return inSuppressions(source as Source<SuppressionFile>, ready);
  if (source.kind === 'people') return peopleFindings(source as Source<PeopleFile>);
  if (source.kind === 'extension') return extensionFindings(source as Source<ExtensionFile>);
  if (source.kind === 'rule')
    return ruleFindings(source as Source<RuleFile>, ready.lookups, isBuiltIn, ready.date);
  return [];
}

const builtIn = new Set(rules.map(({ id }) => id));
const isBuiltIn = (id: string) => builtIn.has(id);

/** Suppressions of `source` that are still to end and hid nothing. `isBroken` tells files whose rules did not run. */
export function idleSuppressions(
  source: Source<SuppressionFile>,
  used: ReadonlySet<Suppression>,
  { known, date }: ReadyRules,
  isBroken: (one: Suppression) => boolean,
): Diagnostic[] {
  return (source.value.suppressions ?? []).flatMap((one, i) => {
    const { rule, until } = one;
    if (used.has(one) || rule === undefined || !known.has(rule)) return [];
    if (until === undefined || until < date || isNowhere(one) || isBroken(one)) return [];
    return finding(source, 'suppression/idle', 'warning', ['suppressions', i], {
      zh: `这一条没有豁免任何发现：规则“${rule}”在这里没有话说。问题已经改好的，请删去；没有的，请核对事项、区划和字段。`,
      en: `This suppression hides nothing: rule "${rule}" finds nothing here. Remove it if the matter is mended; else verify item, division and field.`,
    });
  });
}

function inSettings(source: Source<CatalogueFile>, { known }: ReadyRules): Diagnostic[] {
  return Object.entries(source.value.rules ?? {}).flatMap(([id, set]) => {
    const rule = known.get(id);
    if (rule === undefined) return unknownRule(source, ['rules', id], id);
    return Object.entries(set?.parameters ?? {}).flatMap(([name, value]) => {
      const path = ['rules', id, 'parameters', name];
      const parameters = rule.parameters ?? {};
      if (!Object.hasOwn(parameters, name)) {
        const names = Object.keys(parameters).join('、');
        return finding(source, 'catalogue/unknown-parameter', 'error', path, {
          zh: `规则“${id}”没有参数“${name}”。${names === '' ? '它没有参数，请删去。' : `它的参数有：${names}。`}`,
          en: `Rule "${id}" has no parameter "${name}". ${names === '' ? 'It has none: remove it.' : `It has: ${names}.`}`,
        });
      }
      const otherwise = parameters[name]!.default;
      if (fits(value, otherwise)) return [];
      const [zh, en] =
        typeof otherwise === 'number'
          ? ['一个数', 'a number']
          : typeof otherwise === 'string'
            ? ['一段文字', 'a text']
            : ['一列文字', 'a list of texts'];
      return finding(source, 'catalogue/parameter-type', 'error', path, {
        zh: `规则“${id}”的参数“${name}”应是${zh}，现在用的是默认值。请改正。`,
        en: `Parameter "${name}" of rule "${id}" should be ${en}; its default is used. Mend it.`,
      });
    });
  });
}

function inSuppressions(source: Source<SuppressionFile>, { known, date }: ReadyRules): Diagnostic[] {
  return (source.value.suppressions ?? []).flatMap((one, i) => {
    const path = ['suppressions', i];
    const { rule, until } = one;
    const found: Diagnostic[] = [];
    if (rule !== undefined && !known.has(rule)) found.push(...unknownRule(source, [...path, 'rule'], rule));
    if (isNowhere(one))
      found.push(
        ...finding(source, 'suppression/nowhere', 'error', path, {
          zh: '没有写豁免哪里。请写明事项，或者不是事项的文件。',
          en: 'It does not say where. Name the item, or a file that is no item.',
        }),
      );
    if (until !== undefined && until < date)
      found.push(
        ...finding(source, 'suppression/ended', 'warning', [...path, 'until'], {
          zh: `豁免已于 ${until} 到期，不再起作用。请改好所涉的问题并删去这一条，或者重新审定理由和到期日。`,
          en: `The suppression ended on ${until} and hides nothing any more. Mend the matter and remove it, or decide its reason and end anew.`,
        }),
      );
    return found;
  });
}

function isNowhere({ item, file }: Suppression): boolean {
  return item === undefined && file === undefined;
}

function unknownRule(source: Source<unknown>, path: Path, id: string): Diagnostic[] {
  return finding(source, 'catalogue/unknown-rule', 'error', path, {
    zh: `没有规则“${id}”。请从规则页核对它的标识。`,
    en: `There is no rule "${id}". Look its id up in the pages of the rules.`,
  });
}

function finding(
  { path: file }: Source<unknown>,
  code: string,
  severity: Diagnostic['severity'],
  path: Path,
  { zh, en }: Words,
): Diagnostic[] {
  return [{ code, severity, message: zh, messageEn: en, file, path, cites: [] }];
}
