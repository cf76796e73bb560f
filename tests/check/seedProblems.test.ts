import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { rules } from '../../src/check/index.ts';
import { guicheng } from '../cli/guicheng.ts';

// Each run starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Found {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  file: string;
  path: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
  cites: { law: string; article?: number }[];
}

/** An ill that reform writers complain of, the rule that finds it, its article, and where its specimen stands. */
// prettier-ignore
type Ill = [ill: string, rule: string, severity: Found['severity'], law: string, article: number | undefined, file: string, path: string];

const licensing = 'administrative-licensing-law';
const environment = 'business-environment-regulation';
// prettier-ignore
const ills: Ill[] = [
  ['a small hydropower permit claimed by two departments', 'one-matter-two-authorities', 'warning', licensing, 22, '000000/hydropower-water.yaml', '/basics/subject'],
  ['special-equipment training certificates issued by two', 'one-matter-two-authorities', 'warning', licensing, 26, '000000/training-quality.yaml', '/basics/name'],
  ['enterprise registration and a construction permit as each other’s precondition', 'precondition-cycle', 'error', 'state-council-2015-6', undefined, '000000/enterprise-registration.yaml', '/materials/list/1/resultOf'],
  ['a longer cycle through four items', 'precondition-cycle', 'error', 'state-council-2015-6', undefined, '000000/ring-environment.yaml', '/materials/list/1/resultOf'],
  ['a shipping permit whose local condition exceeds its law', 'layer-grounds-sufficient', 'error', licensing, 16, '510000/shipping.yaml', '/grounds/0/law'],
  ['one permit with three names and contents at three levels', 'one-permit-many-names', 'warning', environment, 35, '519901/tea-county.yaml', '/basics/name'],
  ['a county that lengthens a limit', 'layer-lengthens-limit', 'error', licensing, 42, '519901/river-sand.yaml', '/overlay/limits/promised/value'],
  ['a county that adds a material', 'layer-adds', 'error', licensing, 16, '519901/river-sand.yaml', '/overlay/materials/list/0'],
  ['a permit resting on a department rule alone', 'establishing-basis-rank', 'error', licensing, 17, '000000/department-rule-only.yaml', '/legalBasis/0/law'],
  ['a provincial provisional permit three years old', 'provisional-within-a-year', 'error', licensing, 15, '510000/provincial-provisional.yaml', '/basics/cleanUp/until'],
  ['a fee by a local notice', 'fee-basis-rank', 'error', licensing, 58, '000000/fee-by-notice.yaml', '/fees/list/0/basis/0/law'],
  ['a repealed basis', 'basis-in-force', 'error', licensing, 4, '000000/repealed-basis.yaml', '/legalBasis/0/law'],
  ['missing conditions, procedure or limit in the establishing law', 'establishing-basis-covers', 'warning', licensing, 18, '000000/silent-law.yaml', '/legalBasis'],
  ['an annual inspection without basis', 'annual-inspection-basis-rank', 'error', environment, 39, '000000/annual-inspection.yaml', '/annualInspection/basis/0/law'],
  ['as an objection only: a lawful limit of ninety days', 'lax-limit', 'info', licensing, 20, '000000/ninety-days.yaml', '/limits/statutory/value'],
  ['a catch-all material', 'catch-all-material', 'warning', licensing, 30, '000000/catch-all.yaml', '/materials/list/1/name'],
  ['a site visit excluded from the limit', 'excluded-only-special-steps', 'error', licensing, 45, '000000/excluded-visit.yaml', '/procedure/steps/2/excluded'],
  ['a filing that can be refused', 'filing-that-can-be-refused', 'warning', environment, 39, '000000/refusable-filing.yaml', '/conditions/refuse'],
  ['as an objection only: a demand that does not fit inland carriers', 'objection-open', 'info', licensing, 20, '000000/carrier-crew.yaml', '/conditions/grant/1'],
];

/** A specimen may stand here before its rule does; from the day of the rule on it is found. */
const written = new Set<string>(rules.map(({ id }) => id));
const ready = ills.filter(([, rule]) => written.has(rule));

const folder = (name: string) => fileURLToPath(new URL(`../fixtures/${name}/`, import.meta.url));

async function found(name: string): Promise<Found[]> {
  const { stdout } = await guicheng(['check', folder(name), '--format', 'json']);
  return (JSON.parse(stdout) as { diagnostics: Found[] }).diagnostics;
}

describe('seed-problems', () => {
  let all: Found[];
  beforeAll(async () => {
    all = await found('seed-problems');
  });

  it.each(ready)('finds %s by %s', (_, rule, severity, law, article, file, path) => {
    const [finding, ...others] = all.filter((one) => one.code === rule && one.file === file);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity, path });
    expect(finding!.cites).toContainEqual(
      expect.objectContaining({ law, ...(article !== undefined && { article }) }),
    );
    expect(finding!.message).toMatch(/。.*。$/s);
    expect(finding!.range.start.line).toBeGreaterThan(1);
  });

  it('finds nothing else', () => {
    const known = new Set(ills.map(([, rule, , , , file]) => `${rule} ${file}`));
    expect(all.filter(({ code, file }) => !known.has(`${code} ${file}`))).toEqual([]);
  });

  it('prints a cycle with the names of its items', () => {
    const ring = all.find(({ file }) => file === '000000/ring-environment.yaml');
    expect(ring!.message).toContain(
      '园区环境许可 → 园区用电许可 → 园区用地许可 → 园区规划许可 → 园区环境许可',
    );
  });

  it('names the value above and where it stands', () => {
    const longer = all.find(({ code }) => code === 'layer-lengthens-limit');
    expect(longer!.message).toContain('国家（000000/river-sand.yaml）的10 个工作日');
  });
});

it('finds nothing in seed-problems-mended', async () => {
  expect(await found('seed-problems-mended')).toEqual([]);
});
