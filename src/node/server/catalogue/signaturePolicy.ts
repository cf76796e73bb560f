import { placeOf, type Catalogue } from '../../../catalogue/index.ts';
import type { GovernanceFile } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import type { Risk } from '../../../model/schemas.ts';
import { sameSigner, type Role, type SignaturePolicy, type Signer } from '../../../review/index.ts';
import { catalogueOf, type Files } from './catalogueOf.ts';

type Local = NonNullable<Draft<GovernanceFile>['local']>[number];

/**
 * Who must sign for a draft of `paths`, by `governance/approvals.yaml`; where that says nothing, reviewer and legal
 * approver. A division's own rule takes the place of the catalogue's for its files; a draft of several divisions has
 * the signatures of each.
 */
export function signaturePolicy(files: Files, paths: readonly string[]): SignaturePolicy {
  const catalogue = catalogueOf(files);
  const rules = paths.map((path) => localRule(path, catalogue));
  const all = rules.length === 0 ? [undefined] : rules;
  const of = (risk: Risk) =>
    all.map((rule) => signersOf(rule?.[risk]) ?? general(risk, catalogue)).reduce(together);
  return {
    plain: of('plain'),
    legal: of('legal'),
    override: roles(catalogue.governance?.value.override) ?? [],
  };
}

function general(risk: Risk, { governance }: Catalogue): Signer[] {
  const said = roles(governance?.value.approvals?.[risk]) ?? [];
  return (said.length > 0 ? said : (['reviewer', 'legal'] as const)).map((role) => ({ role }));
}

/** The rule of the file's division, or of the nearest above that is for those below it. */
function localRule(path: string, { governance, lookups }: Catalogue): Local | undefined {
  const place = placeOf(path);
  if (place.kind !== 'file' || place.division === undefined) return undefined;
  const said = governance?.value.local ?? [];
  for (const code of lookups.divisionChain(place.division)) {
    const rule = said.find(
      (one) => one?.division === code && (code === place.division || one.below === true),
    );
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function signersOf(list: NonNullable<Local>['legal']): Signer[] | undefined {
  const signers = (list ?? []).flatMap((one) =>
    one?.role === undefined ? [] : [{ role: one.role, ...(one.agency !== undefined && { of: one.agency }) }],
  );
  return signers.length > 0 ? signers : undefined;
}

/** The signatures of both, those that both ask for once. */
function together(one: Signer[], other: Signer[]): Signer[] {
  const left = [...one];
  const more = other.filter((signer) => {
    const at = left.findIndex((had) => sameSigner(had, signer));
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
  return [...one, ...more];
}

function roles(list: readonly (Role | undefined)[] | undefined): Role[] | undefined {
  return list?.filter((role) => role !== undefined);
}
