import type { Lookups } from '../../catalogue/index.ts';
import { facts, joined, labelsAt, type Subject } from './subject.ts';
import type { Fact, GuideView, WindowView } from './types.ts';

const placeLabel = labelsAt('service', 'placeOfDecision');

type ServiceView = Pick<GuideView, 'service' | 'phones' | 'visits' | 'windows' | 'links' | 'faq'>;

/** Where one goes, when, how often, whom one calls, and what makes it easier. */
export function serviceView(subject: Subject): ServiceView {
  const { item, lookups } = subject;
  const { service = {} } = item;
  const code = (list: string, value: string | undefined) =>
    value === undefined ? undefined : lookups.codeLabel(list, value).zh;
  const visits =
    service.visits === undefined ? undefined : service.visits === 0 ? '不用跑' : `${service.visits} 次`;
  const eased = [
    service.booking === true && '可预约',
    service.courier === true && '可快递送达',
    service.agent === true && '提供代办',
    service.greenChannel === true && '有绿色通道',
    service.holidayAppointment === true && '节假日可预约办理',
  ];
  return {
    visits,
    service: facts([
      [
        { zh: '办理形式', en: 'Channels' },
        joined(service.channels?.map((one) => code('channels', one)) ?? [], '、'),
      ],
      [{ zh: '办理时间', en: 'Hours' }, service.hours],
      [
        { zh: '到现场次数', en: 'Visits' },
        visits &&
          (service.visitsReason === undefined || service.visits === 0
            ? visits
            : `${visits}（${service.visitsReason}）`),
      ],
      [{ zh: '网办深度', en: 'Online' }, code('onlineDepths', service.onlineDepth)],
      [{ zh: '通办范围', en: 'Reach' }, code('reaches', service.reach)],
      [{ zh: '进驻中心', en: 'In the centre' }, inCentre(service)],
      [{ zh: '决定地点', en: 'Decided at' }, placeLabel(service.placeOfDecision)],
      [{ zh: '便民措施', en: 'Made easier' }, joined(eased, '、')],
      [{ zh: '首问负责', en: 'First asked' }, service.firstAsked],
    ]),
    phones: [
      ...phone({ zh: '咨询电话', en: 'Advice' }, service.phones?.advice),
      ...phone({ zh: '监督投诉', en: 'Complaints' }, service.phones?.complaint),
    ],
    windows: (service.windows ?? []).flatMap((ref) => windowView(subject, ref)),
    faq: (service.faq ?? []).map(({ question = '未写明', answer = '未写明' }) => ({ question, answer })),
    links: [
      ...href({ zh: '网上办理', en: 'Apply online' }, service.applyUrl),
      ...href({ zh: '查进度', en: 'Follow progress' }, service.progressUrl),
      ...href({ zh: '评价', en: 'Rate' }, service.rateUrl),
    ],
  };
}

function inCentre(service: { inCentre?: boolean; notInCentreReason?: string }): string | undefined {
  if (service.inCentre === undefined) return undefined;
  return service.inCentre ? '已进驻' : joined(['未进驻', service.notInCentreReason], '：');
}

function phone(label: Fact['label'], number: string | undefined): Fact[] {
  return number === undefined
    ? []
    : [{ label, value: number, basis: [], href: `tel:${number.replaceAll('-', '')}` }];
}

function href(label: Fact['label'], address: string | undefined): GuideView['links'] {
  return address === undefined ? [] : [{ label, href: address }];
}

function windowView({ lookups }: Subject, ref: string): WindowView[] {
  const window = lookups.window(ref);
  const centre = window && lookups.centre(window.centre);
  if (window === undefined || centre === undefined) return [];
  return [
    {
      ref,
      name: window.name,
      number: window.number,
      centre: centre.name,
      address: joined([centre.address, window.floor], ' '),
      map: mapOf(lookups, centre.address),
      hours: centre.hours,
      phone: window.phone ?? centre.phones?.advice,
      transport: centre.transport,
    },
  ];
}

/** Where an address is shown on the map that the catalogue names. */
export function mapOf({ config }: Lookups, address: string): string | undefined {
  return config.mapUrl?.replace('{address}', encodeURIComponent(address));
}
