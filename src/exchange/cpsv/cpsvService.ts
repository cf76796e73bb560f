import { fieldAt, labelOf } from '../../model/field.ts';
import type { Draft, Item } from '../../model/item.ts';
import { formatFen } from '../../procedure/index.ts';
import type { OpenItem } from '../open/openItem.ts';
import { text, type CpsvGraph, type CpsvNode, type CpsvValue } from './cpsvGraph.ts';
import {
  authority,
  chinese,
  labelled,
  legalResources,
  openingHours,
  organisation,
  place,
  type Making,
  type Refs,
} from './cpsvParts.ts';
import { rules } from './cpsvRules.ts';

/** Adds the public service that a guide describes, with all that belongs to it. `among`: services of the same document. */
export function addService(graph: CpsvGraph, open: OpenItem, among: ReadonlySet<string>): void {
  const { item, division, id, names } = open;
  const { basics = {}, service = {}, limits = {} } = item;
  const page = `${division}/${id}`;
  const making: Making = { graph, open, item, iri: (...parts) => graph.iri(page, ...parts) };
  const name = basics.name ?? id;
  const keywords = [basics.everydayName, ...(basics.synonyms ?? [])].filter((word) => word !== undefined);
  const code = (list: string, value: string | undefined): Refs =>
    value === undefined ? [] : [graph.concept(list, value, names.codes[list]?.[value] ?? value)];
  const { promised } = limits;
  const requirements = requirementsOf(making);
  graph.add({
    '@id': making.iri(),
    '@type': 'cpsv:PublicService',
    'dct:identifier': page,
    'dct:title': text(name),
    'dct:description': text(
      `${item.sample === true ? '样例，不是办事依据。' : ''}${basics.summary ?? basics.subject ?? name}`,
    ),
    'dcat:keyword': keywords.map(text),
    'dct:type': [
      ...code('itemTypes', basics.type),
      ...labelled(graph, ['basics', 'handling'], basics.handling),
    ],
    'adms:status': labelled(graph, ['basics', 'state'], basics.state)[0],
    'adms:identifier': basics.basicCode,
    'dct:language': [graph.known(chinese, 'dct:LinguisticSystem')],
    'dct:spatial': [place(graph, division, open.divisionName)],
    'dct:audience': (basics.served ?? []).flatMap((one) => code('served', one)),
    'cv:thematicArea': (service.themes ?? []).flatMap((one) => code('themes', one)),
    // Working days have no xsd:duration: those limits are rules alone.
    'cv:processingTime':
      promised?.unit === 'calendar-days' && promised.value !== undefined
        ? { '@value': `P${promised.value}D`, '@type': 'xsd:duration' }
        : undefined,
    'cv:hasCompetentAuthority': [authority(making)],
    'cv:hasParticipation': participations(making),
    'cv:hasLegalResource': (item.legalBasis ?? []).flatMap((basis) => legalResources(making, [basis])),
    'cv:holdsRequirement': requirements,
    'cpsv:hasInput': (item.materials?.list ?? []).map((material) => evidence(making, material)),
    'cv:hasInputType': (item.materials?.list ?? []).map(({ id = '', kind }) =>
      evidenceType(making, id, kind),
    ),
    'cpsv:follows': rules(making),
    'cv:hasCost': costs(making),
    'cv:hasChannel': channels(making),
    'cv:contactPoint': contacts(making),
    'cpsv:produces': output(making),
    'dct:requires': [...(item.materials?.list ?? []), ...(item.conditions?.grant ?? [])].flatMap(
      ({ resultOf }) =>
        resultOf !== undefined && among.has(`${division}/${resultOf}`)
          ? [{ '@id': graph.iri(`${division}/${resultOf}`) }]
          : [],
    ),
    'cv:isGroupedBy': names.bundles.map((bundle) =>
      graph.add({
        '@id': graph.iri(`${division}/bundle/${bundle.id}`),
        '@type': 'cv:Event',
        'dct:identifier': `${division}/bundle/${bundle.id}`,
        'dct:title': text(bundle.name),
      }),
    ),
  });
}

const roles: Readonly<Record<string, string>> = { accepts: '受理', supervises: '监管', joint: '联合办理' };

function participations(making: Making): Refs {
  const { graph, iri, open, item } = making;
  return open.names.bodies.flatMap((body) => {
    const [kind = '', inside = ''] = body.role.split('/');
    const role = roles[kind];
    if (role === undefined) return [];
    const joint = item.authority?.joint?.find(({ id }) => id === inside);
    return [
      graph.add({
        '@id': iri('takes-part', body.role),
        '@type': 'cv:Participation',
        'dct:identifier': `${open.division}/${open.id}/${body.role}`,
        'dct:description': text(
          `${joint?.lead === true ? '牵头' : role}${joint?.does === undefined ? '' : `：${joint.does}`}`,
        ),
        'cv:role': graph.concept('roles', kind, role),
        'cv:hasParticipant': organisation(making, body),
      }),
    ];
  });
}

function requirementsOf(making: Making): Refs {
  const { graph, iri, open, item } = making;
  const materials = item.materials?.list ?? [];
  return (item.conditions?.grant ?? []).map(({ id = '', text: words = '未写明', basis }) =>
    graph.add({
      '@id': iri('condition', id),
      '@type': 'cv:Requirement',
      'dct:identifier': `${open.division}/${open.id}/condition/${id}`,
      'dct:title': text(words),
      'dct:type': graph.concept('requirements', 'grant', '准予条件'),
      'cv:hasSupportingEvidence': materials
        .filter((material) => material.conditions?.includes(id))
        .map((material) => evidence(making, material)),
      'dct:relation': legalResources(making, basis ?? []),
    }),
  );
}

type Material = NonNullable<NonNullable<Draft<Item>['materials']>['list']>[number];

function evidence(making: Making, material: Material): { '@id': string } {
  const { graph, iri, open, item } = making;
  const {
    id = '',
    name = '未写明',
    kind,
    notes,
    acceptance,
    originals = 0,
    copies = 0,
    need,
    source,
    issuer,
  } = material;
  const words = [
    label('need', need),
    originals > 0 ? `原件 ${originals} 份` : undefined,
    copies > 0 ? `复印件 ${copies} 份` : undefined,
    [label('source', source), issuer].filter((part) => part !== undefined).join('：') || undefined,
    notes,
    acceptance,
  ].filter((part) => part !== undefined);
  const form = item.forms?.list?.find((one) => one.id === material.form);
  return graph.add({
    '@id': iri('material', id),
    '@type': 'cv:Evidence',
    'dct:identifier': `${open.division}/${open.id}/material/${id}`,
    'dct:title': text(name),
    'dct:description': words.length === 0 ? undefined : text(words.join('；')),
    'dct:type': labelled(graph, ['materials', 'list', 0, 'kind'], kind)[0],
    'dct:conformsTo': evidenceType(making, id, kind),
    'dct:language': graph.known(chinese, 'dct:LinguisticSystem'),
    'cv:supportsRequirement': (material.conditions ?? [])
      .filter((one) => item.conditions?.grant?.some((condition) => condition.id === one))
      .map((one) => ({ '@id': iri('condition', one) })),
    'foaf:page': [form?.file, material.sample ?? form?.sample].flatMap((file) =>
      file === undefined
        ? []
        : [
            graph.add({
              '@id': graph.iri('data/index', file),
              '@type': 'foaf:Document',
              'dct:title': text(file),
            }),
          ],
    ),
    'dct:relation': legalResources(making, material.basis ?? []),
  });
}

function label(key: 'need' | 'source', value: string | undefined): string | undefined {
  const schema = fieldAt('item', ['materials', 'list', 0, key])?.schema;
  return value === undefined || schema === undefined ? undefined : labelOf(schema, value).zh;
}

function evidenceType({ graph, iri, open }: Making, id: string, kind: string | undefined): { '@id': string } {
  return graph.add({
    '@id': iri('material-type', id),
    '@type': 'cv:EvidenceType',
    'dct:identifier': `${open.division}/${open.id}/material-type/${id}`,
    'cv:evidenceTypeClassification': labelled(graph, ['materials', 'list', 0, 'kind'], kind),
  });
}

function costs(making: Making): Refs {
  const { graph, iri, open, item } = making;
  const { none, list = [] } = item.fees ?? {};
  const currency = () =>
    graph.known('http://publications.europa.eu/resource/authority/currency/CNY', 'skos:Concept');
  const cost = (id: string, words: string, yuan: number | undefined): CpsvValue =>
    graph.add({
      '@id': iri('fee', id),
      '@type': 'cv:Cost',
      'dct:identifier': `${open.division}/${open.id}/fee/${id}`,
      'dct:description': text(words),
      'cv:hasValue': yuan === undefined ? undefined : { '@value': String(yuan), '@type': 'xsd:double' },
      'cv:currency': currency(),
      'cv:isDefinedBy': [authority(making)],
    });
  if (none !== undefined) return [cost('none', none, 0)];
  return list.map(({ id = '', name = '', standard }) => {
    const fixed = standard?.kind === 'fixed' ? standard.amount : undefined;
    const words = standard === undefined ? '标准未写明' : standardWords(standard);
    return cost(id, `${name}：${words}`, fixed === undefined ? undefined : fixed / 100);
  });
}

type Standard = NonNullable<NonNullable<NonNullable<Draft<Item>['fees']>['list']>[number]['standard']>;

function standardWords(standard: Standard): string {
  switch (standard.kind) {
    case 'fixed':
      return formatFen(standard.amount ?? 0);
    case 'unit':
      return `${formatFen(standard.amount ?? 0)}／${standard.unit ?? ''}`;
    case 'tiers':
      return (standard.tiers ?? [])
        .map(
          ({ upTo, amount = 0 }) =>
            `${upTo === undefined ? '以上' : `${upTo} ${standard.unit ?? ''}以下`} ${formatFen(amount)}`,
        )
        .join('；');
    case 'formula':
      return standard.text ?? '按公式计算';
    case undefined:
      return '标准未写明';
  }
}

function channels(making: Making): Refs {
  const { graph, iri, open, item } = making;
  const { service = {} } = item;
  const channel = (
    id: string,
    type: string,
    words: string,
    hours: string | undefined,
    page: string | undefined,
  ): CpsvValue =>
    graph.add({
      '@id': iri('channel', id),
      '@type': 'cv:Channel',
      'dct:identifier': `${open.division}/${open.id}/channel/${id}`,
      'dct:type': graph.concept('channelKinds', type, type === 'window' ? '窗口' : '网上'),
      'dct:description': text(words),
      'cv:openingHours': hours === undefined ? undefined : openingHours(graph, iri('hours', id), hours),
      'cv:ownedBy': authority(making),
      'foaf:homepage': page === undefined ? undefined : { '@value': page, '@type': 'xsd:anyURI' },
    } satisfies CpsvNode);
  return [
    ...open.names.windows.map(({ ref, name, number, centre, address, hours }) =>
      channel(
        ref.replaceAll('/', '-'),
        'window',
        `${centre} ${number} ${name}，${address}`,
        service.hours ?? hours,
        undefined,
      ),
    ),
    ...(service.applyUrl === undefined
      ? []
      : [channel('online', 'online', '网上办理', undefined, service.applyUrl)]),
  ];
}

function contacts({ graph, iri, item }: Making): Refs {
  const { advice, complaint } = item.service?.phones ?? {};
  return [['advice', advice] as const, ['complaint', complaint] as const].flatMap(([kind, phone]): Refs => {
    if (phone === undefined) return [];
    const { hours } = item.service ?? {};
    return [
      graph.add({
        '@id': iri('contact', kind),
        '@type': 'cv:ContactPoint',
        'cv:telephone': phone,
        'dct:description': text(kind === 'advice' ? '咨询' : '监督投诉'),
        'cv:openingHours':
          hours === undefined ? undefined : openingHours(graph, iri('hours', 'contact'), hours),
      }),
    ];
  });
}

function output({ graph, iri, open, item }: Making): Refs {
  const { name, kind, validity = {} } = item.result ?? {};
  if (name === undefined) return [];
  const units = { days: '日', months: '个月', years: '年' };
  const valid =
    validity.none ??
    (validity.value === undefined
      ? undefined
      : `有效期 ${validity.value} ${units[validity.unit ?? 'years']}`);
  return [
    graph.add({
      '@id': iri('result'),
      '@type': 'cv:Output',
      'dct:identifier': `${open.division}/${open.id}/result`,
      'dct:title': text(name),
      'dct:description': valid === undefined ? undefined : text(valid),
      'dct:type': labelled(graph, ['result', 'kind'], kind),
      'dct:language': graph.known(chinese, 'dct:LinguisticSystem'),
    }),
  ];
}
