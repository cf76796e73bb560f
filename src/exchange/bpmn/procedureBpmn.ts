import { fieldAt, labelOf } from '../../model/field.ts';
import type { Draft, Step } from '../../model/item.ts';
import { formatLimit, isSpecialStep, questionsOf, whenWords } from '../../procedure/index.ts';
import type { OpenItem } from '../open/openItem.ts';
import { xml, xmlDocument, type Xml } from '../xml/xml.ts';
import { placeNodes, placeOption, type Bounds, type Point } from './placeNodes.ts';
import { stepFlow, type FlowEdge, type FlowNode, type StepFlow } from './stepFlow.ts';
import { outcomeExpression, whenExpression } from './whenExpression.ts';

const namespaces = {
  xmlns: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:guicheng': 'urn:guicheng:bpmn',
};

/**
 * The procedure of a guide as a BPMN 2.0 document with its drawing, for workflow engines and modellers; without steps
 * a start that leads to an end. A run needs two variables: see `whenExpression`. A step with a `when` is a
 * sub-process that holds it and the way past it, so that it ends once however an engine treats the way that is not
 * taken. Limits stand as words and as attributes of our own, since an ISO 8601 duration, which a timer takes, knows
 * no working days.
 */
export function procedureBpmn(open: OpenItem): string {
  const { steps = [] } = open.item.procedure ?? {};
  const flow = stepFlow(steps);
  const { names, laneOf } = lanesOf(flow, open);
  const places = placeNodes(flow, laneOf, names.length);
  return xmlDocument(
    xml(
      'definitions',
      {
        ...namespaces,
        id: 'definitions',
        name: open.item.basics?.name ?? open.id,
        targetNamespace: `urn:guicheng:${open.division}:${open.id}`,
        exporter: 'Guicheng',
        expressionLanguage: 'urn:guicheng:expression:el',
      },
      xml(
        'collaboration',
        { id: 'collaboration' },
        xml('participant', { id: 'pool', name: poolName(open), processRef: 'process' }),
      ),
      xml(
        'process',
        { id: 'process', name: open.item.basics?.name ?? open.id, isExecutable: true },
        xml('documentation', {}, processWords(open)),
        xml(
          'laneSet',
          { id: 'lanes' },
          ...names.map((name, at) =>
            xml(
              'lane',
              { id: `lane-${at + 1}`, name },
              ...flow.nodes
                .filter(({ id }) => laneOf.get(id) === at)
                .map(({ id }) => xml('flowNodeRef', {}, id)),
            ),
          ),
        ),
        ...flow.nodes.map((node) => nodeElement(node, flow.edges, open)),
        ...flow.edges.map(edgeElement),
      ),
      xml(
        'bpmndi:BPMNDiagram',
        { id: 'diagram' },
        xml(
          'bpmndi:BPMNPlane',
          { id: 'plane', bpmnElement: 'collaboration' },
          shape('pool', places.pool, { isHorizontal: true }),
          ...places.lanes.map((bounds, at) => shape(`lane-${at + 1}`, bounds, { isHorizontal: true })),
          ...flow.nodes.map((node) => drawn(node, places.nodes.get(node.id)!)),
          ...flow.edges.map(({ id }) => line(id, places.edges.get(id)!)),
        ),
      ),
    ),
  );
}

function poolName({ names, divisionName }: OpenItem): string {
  return names.bodies.find(({ role }) => role === 'decides')?.name ?? divisionName;
}

/** Who a step is done by: body and post, as far as they are said. */
function laneName(step: Draft<Step>, { names }: OpenItem): string {
  const body = names.bodies.find(({ role }) => role === `step/${step.id ?? ''}`)?.name;
  return [body, step.actor?.post].filter((part) => part !== undefined).join(' · ') || '未写明岗位';
}

/** A lane for each post in the order in which they come in; what is no step lies in the lane of what it belongs to. */
function lanesOf(
  { nodes, edges }: StepFlow,
  open: OpenItem,
): { names: string[]; laneOf: Map<string, number> } {
  const names: string[] = [];
  const laneOf = new Map<string, number>();
  for (const { id, step } of nodes) {
    if (step === undefined) continue;
    const name = laneName(step, open);
    if (!names.includes(name)) names.push(name);
    laneOf.set(id, names.indexOf(name));
  }
  if (names.length === 0) names.push(poolName(open));
  for (const { id } of nodes) {
    if (laneOf.has(id)) continue;
    const before = edges.filter(({ to }) => to === id).map(({ from }) => laneOf.get(from) ?? 0);
    laneOf.set(id, before.length === 0 ? 0 : Math.min(...before));
  }
  return { names, laneOf };
}

const nodeWords = { start: '提出申请', granted: '准予许可', refused: '不予许可', end: '办结' } as const;

function nodeElement(node: FlowNode, edges: readonly FlowEdge[], open: OpenItem): Xml {
  const { id, kind, step = {} } = node;
  const [into, out] = [edges.filter(({ to }) => to === id), edges.filter(({ from }) => from === id)];
  const ends = flowEnds(
    into.map((edge) => edge.id),
    out.map((edge) => edge.id),
  );
  switch (kind) {
    case 'start':
      return xml('startEvent', { id, name: nodeWords[kind] }, ...ends);
    case 'granted':
    case 'refused':
    case 'end':
      return xml('endEvent', { id, name: nodeWords[kind] }, ...ends);
    case 'parallel':
      return xml(
        'parallelGateway',
        { id, gatewayDirection: out.length > 1 ? 'Diverging' : 'Converging' },
        ...ends,
      );
    case 'decision': {
      const granted = out.find(({ says }) => says === 'granted')?.id;
      return xml(
        'exclusiveGateway',
        { id, name: '准予许可？', gatewayDirection: 'Diverging', default: granted },
        ...ends,
      );
    }
    case 'task':
      return taskElement(id, step, ends, open);
    case 'optional':
      return optionElement(id, step, ends, open);
  }
}

function flowEnds(into: readonly string[], out: readonly string[]): Xml[] {
  return [...into.map((id) => xml('incoming', {}, id)), ...out.map((id) => xml('outgoing', {}, id))];
}

function taskElement(id: string, step: Draft<Step>, ends: readonly Xml[], open: OpenItem): Xml {
  return xml(
    'userTask',
    { id, name: stepName(step) },
    ...documentation(step),
    xml('extensionElements', {}, stepElement(step, open)),
    ...ends,
  );
}

function stepName({ name, id }: Draft<Step>): string | undefined {
  return name ?? id;
}

/** Ids of what is inside the sub-process of an optional step, whose task keeps the id that it has elsewhere. */
function optionIds(id: string) {
  const inside = id.slice('optional-'.length);
  const named = (part: string) => `${part}-${inside}`;
  return {
    task: named('step'),
    begin: named('begin'),
    gate: named('if'),
    end: named('end'),
    enter: named('enter'),
    applies: named('applies'),
    done: named('done'),
    skipped: named('skipped'),
  };
}

function optionElement(id: string, step: Draft<Step>, ends: readonly Xml[], open: OpenItem): Xml {
  const { task, begin, gate, end, enter, applies, done, skipped } = optionIds(id);
  const condition = whenWords(step.when, questionsOf(open.item));
  return xml(
    'subProcess',
    { id, name: `${stepName(step) ?? ''}（仅限 ${condition}）` },
    ...ends,
    xml('startEvent', { id: begin }, ...flowEnds([], [enter])),
    xml(
      'exclusiveGateway',
      { id: gate, name: `${condition}？`, gatewayDirection: 'Diverging', default: skipped },
      ...flowEnds([enter], [applies, skipped]),
    ),
    taskElement(task, step, flowEnds([applies], [done]), open),
    xml('endEvent', { id: end }, ...flowEnds([done, skipped], [])),
    flowElement(enter, begin, gate),
    flowElement(applies, gate, task, { name: '是', condition: whenExpression(step.when ?? {}) }),
    flowElement(done, task, end),
    flowElement(skipped, gate, end, { name: '否' }),
  );
}

function edgeElement({ id, from, to, says }: FlowEdge): Xml {
  if (says === undefined) return flowElement(id, from, to);
  return flowElement(id, from, to, {
    name: says === 'granted' ? '准予' : '不予许可',
    ...(says === 'refused' && { condition: outcomeExpression(says) }),
  });
}

function flowElement(
  id: string,
  sourceRef: string,
  targetRef: string,
  { name, condition }: { name?: string; condition?: string } = {},
): Xml {
  return xml(
    'sequenceFlow',
    { id, name, sourceRef, targetRef },
    condition === undefined
      ? undefined
      : xml('conditionExpression', { 'xsi:type': 'tFormalExpression' }, condition),
  );
}

/** What is done in a step, in words. */
function documentation(step: Draft<Step>): Xml[] {
  const kind = fieldAt('item', ['procedure', 'steps', 0, 'kind'])?.schema;
  const words = [
    isSpecialStep(step) && kind !== undefined ? `特别程序：${labelOf(kind, step.kind ?? '').zh}` : undefined,
    step.days && `期限：${formatLimit(step.days)}${step.excluded === true ? '，不计入时限' : ''}`,
    step.staff && `办理人数：${step.staff}`,
    ...(step.examines ?? []).map(
      ({ text = '', standard }) => `审查：${text}${standard === undefined ? '' : `（${standard}）`}`,
    ),
    step.output && `文书：${step.output}`,
  ].filter((line) => line !== undefined && line !== '' && line !== 0);
  return words.length === 0 ? [] : [xml('documentation', {}, words.join('\n'))];
}

/** The same for programs. */
function stepElement(
  { id, kind, days, excluded, staff, output, basis }: Draft<Step>,
  { names }: OpenItem,
): Xml {
  return xml(
    'guicheng:step',
    { step: id, kind, limit: days?.value, unit: days?.unit, excluded, staff, output },
    ...(basis ?? []).map(({ law, article, paragraph, item }) =>
      xml('guicheng:basis', {
        law: names.laws.find(({ id }) => id === law)?.title ?? law,
        article,
        paragraph,
        item,
      }),
    ),
  );
}

function processWords({ item, divisionName, division }: OpenItem): string {
  return [
    item.sample === true ? '样例，不是办事依据。A sample, not advice.' : undefined,
    `${divisionName}（${division}）${item.basics?.name ?? ''}的办理程序`,
    item.limits?.promised && `承诺时限：${formatLimit(item.limits.promised)}`,
    item.limits?.statutory && `法定时限：${formatLimit(item.limits.statutory)}`,
    item.procedure?.note,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

function drawn({ id, kind }: FlowNode, bounds: Bounds): Xml[] {
  if (kind !== 'optional') return [shape(id, bounds, kind === 'decision' ? { isMarkerVisible: true } : {})];
  const ids = optionIds(id);
  const { begin, gate, task, end, lines } = placeOption(bounds);
  return [
    shape(id, bounds, { isExpanded: true }),
    shape(ids.begin, begin),
    shape(ids.gate, gate, { isMarkerVisible: true }),
    shape(ids.task, task),
    shape(ids.end, end),
    line(ids.enter, lines.enter),
    line(ids.applies, lines.applies),
    line(ids.done, lines.done),
    line(ids.skipped, lines.skipped),
  ];
}

function shape(id: string, { x, y, width, height }: Bounds, more: Record<string, boolean> = {}): Xml {
  return xml(
    'bpmndi:BPMNShape',
    { id: `${id}-drawn`, bpmnElement: id, ...more },
    xml('dc:Bounds', { x, y, width, height }),
  );
}

function line(id: string, points: readonly Point[]): Xml {
  return xml(
    'bpmndi:BPMNEdge',
    { id: `${id}-drawn`, bpmnElement: id },
    ...points.map(({ x, y }) => xml('di:waypoint', { x, y })),
  );
}
