import type { Lookups } from '../catalogue/index.ts';
import type { CatalogueShape } from '../model/catalogueShape.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { RuleFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import type {
  CatalogueRule,
  Context,
  FileRule,
  ItemRule,
  LayerRule,
  Parameter,
  Rule,
} from './rules/index.ts';
import { localRule, mostRules } from './localRules/localRule.ts';
import { ruleProblems } from './localRules/ruleProblems.ts';
import { rules } from './rules/index.ts';

/** What a check is made with: the catalogue around its subject, and the day, `YYYY-MM-DD`. */
export interface CheckSetting {
  lookups: Lookups;
  date: string;
}

/** A rule with all that it is run with. */
export interface ReadyRule<R extends Rule> {
  rule: R;
  context: Context;
  /** The severity that `catalogue.yaml` gives all findings of the rule. */
  severity: Severity | undefined;
}

/** The rules of one check by what they look at, without those that `catalogue.yaml` turns off. */
export interface ReadyRules extends CheckSetting {
  /** Every rule by its id, those turned off too. */
  known: ReadonlyMap<string, Rule>;
  item: readonly ReadyRule<ItemRule>[];
  layer: readonly ReadyRule<LayerRule>[];
  file: readonly ReadyRule<FileRule>[];
  catalogue: readonly ReadyRule<CatalogueRule>[];
}

/** The rules with the severities and parameters of `catalogue.yaml`, made once a check and used for every item. */
export function readyRules(setting: CheckSetting): ReadyRules {
  const item: ReadyRule<ItemRule>[] = [];
  const layer: ReadyRule<LayerRule>[] = [];
  const file: ReadyRule<FileRule>[] = [];
  const catalogue: ReadyRule<CatalogueRule>[] = [];
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  for (const rule of localRulesOf(setting.lookups)) if (!known.has(rule.id)) known.set(rule.id, rule);
  for (const rule of known.values()) {
    const severity = severityOf(rule.id, setting.lookups);
    if (severity === 'off') continue;
    const context = contextOf(rule, setting);
    if (rule.scope === 'item') item.push({ rule, context, severity });
    else if (rule.scope === 'layer') layer.push({ rule, context, severity });
    else if (rule.scope === 'file') file.push({ rule, context, severity });
    else catalogue.push({ rule, context, severity });
  }
  return { ...setting, known, item, layer, file, catalogue };
}

const written = new WeakMap<Lookups, readonly ItemRule[]>();

/** The rules that the catalogue writes and that can be run, compiled once for all items. */
function localRulesOf(lookups: Lookups): readonly ItemRule[] {
  let made = written.get(lookups);
  if (made === undefined) {
    made = lookups.data.rules
      .slice(0, mostRules)
      .filter((said) => mayRun(said, lookups.shape))
      .map(localRule);
    written.set(lookups, made);
  }
  return made;
}

/** Whether a rule has what a finding cannot do without; what else it lacks its schema says. */
function mayRun(said: Draft<RuleFile>, shape: CatalogueShape): boolean {
  const { id = '', must, message } = said;
  return (
    /^[a-z0-9][a-z0-9-]{0,63}$/.test(id) &&
    must !== undefined &&
    (message?.zh ?? '') !== '' &&
    (message?.en ?? '') !== '' &&
    ruleProblems(said, shape).length === 0
  );
}

function severityOf(id: string, { config }: Lookups): Severity | 'off' | undefined {
  const set = config.rules;
  return set !== undefined && Object.hasOwn(set, id) ? set[id]?.severity : undefined;
}

/** What `rule` is run with. A parameter that `catalogue.yaml` sets to another type keeps its default. */
export function contextOf(rule: Rule, { lookups, date }: CheckSetting): Context {
  const set = lookups.config.rules;
  const said = set !== undefined && Object.hasOwn(set, rule.id) ? set[rule.id]?.parameters : undefined;
  const values = new Map<string, Parameter['default']>();
  for (const [name, { default: otherwise }] of Object.entries(rule.parameters ?? {})) {
    const value = said !== undefined && Object.hasOwn(said, name) ? said[name] : undefined;
    values.set(name, fits(value, otherwise) ? value : otherwise);
  }
  const wrong = (name: string) => new Error(`Rule ${rule.id} has no such parameter: ${name}`);
  return {
    lookups,
    date,
    number: (name) => {
      const value = values.get(name);
      if (typeof value !== 'number') throw wrong(name);
      return value;
    },
    text: (name) => {
      const value = values.get(name);
      if (typeof value !== 'string') throw wrong(name);
      return value;
    },
    list: (name) => {
      const value = values.get(name);
      if (value === undefined || typeof value === 'number' || typeof value === 'string') throw wrong(name);
      return value;
    },
  };
}

/** Whether `value` is of the type of a parameter's default. */
export function fits(value: unknown, otherwise: Parameter['default']): value is Parameter['default'] {
  if (typeof otherwise === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof otherwise === 'string') return typeof value === 'string';
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
