import { readyRules, type CheckSetting, type ReadyRules } from '../../../check/index.ts';

/**
 * Rules across the catalogue for which a `SlimItem` is enough, or which look at bundles and objections, whose items a
 * build reads in full.
 */
const known = new Set([
  'duplicate-base',
  'precondition-cycle',
  'permit-on-the-list',
  'cancelled-not-handled',
  'line-has-procedure',
  'objection-binds-to-field',
  'objection-open',
]);

/** The rules that can stop a build: those whose findings are errors. Others never have to run to make a site. */
export function stoppingRules(setting: CheckSetting): { ready: ReadyRules; needsAll: string[] } {
  const ready = readyRules(setting);
  const catalogue = ready.catalogue.filter(stops);
  return {
    ready: {
      ...ready,
      item: ready.item.filter(stops),
      layer: ready.layer.filter(stops),
      file: ready.file.filter(stops),
      catalogue,
    },
    // A catalogue may make an error of any rule, and such a one may look at anything.
    needsAll: catalogue
      .filter(({ rule: { id, family } }) => !known.has(id) && family !== 'bundles')
      .map(({ rule: { id } }) => id),
  };
}

function stops({ rule, severity }: ReadyRules['item' | 'layer' | 'file' | 'catalogue'][number]): boolean {
  return (severity ?? rule.severity) === 'error';
}
