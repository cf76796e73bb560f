import { citationViews } from './citations.ts';
import { facts, joined, labelsAt, type Subject } from './subject.ts';
import type { GuideView } from './types.ts';

const kindLabel = labelsAt('result', 'kind');
const scopeLabel = labelsAt('result', 'territory', 'scope');
const unitLabel = labelsAt('result', 'validity', 'unit');

/** What is issued: kind, how long and where it holds, how it is renewed and changed. */
export function resultView(
  subject: Subject,
  id: string,
): Pick<GuideView, 'result' | 'resultName' | 'renewal' | 'resultSample'> {
  const { result = {} } = subject.item;
  if (result.none !== undefined)
    return {
      result: { none: result.none },
      resultName: undefined,
      renewal: undefined,
      resultSample: undefined,
    };
  const { validity, renewal, territory } = result;
  const cite = (list: Parameters<typeof citationViews>[1]) => citationViews(subject, list);
  const list = facts([
    [{ zh: '名称', en: 'Name' }, result.name],
    [{ zh: '类型', en: 'Kind' }, kindLabel(result.kind)],
    [{ zh: '有效期', en: 'Validity' }, validityWords(validity), cite(validity?.basis)],
    [{ zh: '延续', en: 'Renewal' }, renewal?.text, cite(renewal?.basis)],
    [{ zh: '变更', en: 'Change' }, result.change],
    [
      { zh: '适用地域', en: 'Where it holds' },
      joined([scopeLabel(territory?.scope), territory?.text], '：'),
      cite(territory?.basis),
    ],
  ]);
  return {
    result: { list },
    resultName: result.name,
    renewal: renewalOf(subject, id),
    resultSample: result.sample,
  };
}

function validityWords(
  validity: { none?: string; value?: number; unit?: string; note?: string } | undefined,
): string {
  if (validity === undefined) return '';
  const { none, value, unit, note } = validity;
  if (none !== undefined) return `长期有效：${none}`;
  const length = value === undefined ? '' : `${value} ${unitLabel(unit)}`;
  return note === undefined ? length : `${length}（${note}）`;
}

function renewalOf({ item, division }: Subject, id: string): GuideView['renewal'] {
  const { name, validity = {}, renewal } = item.result ?? {};
  const { value, unit } = validity;
  const before = renewal?.before;
  const from = item.inForce?.from;
  if (value === undefined || unit === undefined || from === undefined) return undefined;
  if (before?.value === undefined || before.unit === undefined) return undefined;
  return {
    licence: name ?? id,
    before: { value: before.value, unit: before.unit },
    validity: { value, unit },
    from,
    uid: `${division}/${id}`,
  };
}
