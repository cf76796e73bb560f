import type { FeeView, GuideView } from './view/types.ts';

/**
 * A guide as schema.org `GovernmentService`; `url` is the page's own address where it is known. Working days have
 * no ISO 8601 duration, so limits stay in words.
 */
export function guideJsonLd(view: GuideView, url: string | undefined): object {
  const area = { '@type': 'AdministrativeArea', name: view.divisionName, identifier: view.division };
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: view.name,
    ...(view.everydayName !== undefined && { alternateName: [view.everydayName, ...view.synonyms] }),
    ...(view.summary !== undefined && { description: view.summary }),
    ...(view.basicCode !== undefined && { identifier: view.basicCode }),
    ...(view.handling !== '' && { serviceType: view.handling }),
    ...(url !== undefined && { url }),
    areaServed: area,
    jurisdiction: area,
    provider: { '@type': 'GovernmentOrganization', name: view.accepts.name },
    serviceOperator: { '@type': 'GovernmentOrganization', name: view.decides.name },
    ...(view.served.length > 0 && {
      audience: { '@type': 'Audience', audienceType: view.served.join('、') },
    }),
    offers: offers(view),
    availableChannel: channel(view),
    ...(view.resultName !== undefined && {
      serviceOutput: { '@type': 'GovernmentPermit', name: view.resultName, validIn: area },
    }),
    subjectOf: [howTo(view), ...view.basis.map((basis) => ({ '@type': 'Legislation', name: basis.words }))],
  };
}

/** What it costs; free is a price of 0. A standard that is no single amount is described. */
function offers({ fees }: GuideView): object[] {
  if (fees.none !== undefined)
    return [{ '@type': 'Offer', price: 0, priceCurrency: 'CNY', description: fees.none }];
  return fees.list.map(({ text, standard, amount }: FeeView) => ({
    '@type': 'Offer',
    name: text,
    description: standard,
    ...(amount !== undefined && { price: amount / 100 }),
    priceCurrency: 'CNY',
  }));
}

function channel({ promised, phones, links, windows }: GuideView): object {
  const online = links.find((one) => one.label.en === 'Apply online');
  const window = windows[0];
  return {
    '@type': 'ServiceChannel',
    processingTime: promised,
    availableLanguage: 'zh-CN',
    ...(online !== undefined && { serviceUrl: online.href }),
    ...(phones.length > 0 && {
      servicePhone: phones.map(({ label, value }) => ({
        '@type': 'ContactPoint',
        contactType: label.zh,
        telephone: value,
      })),
    }),
    ...(window !== undefined && {
      serviceLocation: { '@type': 'Place', name: window.centre, address: window.address },
    }),
  };
}

function howTo({ name, materials, steps, promised }: GuideView): object {
  return {
    '@type': 'HowTo',
    name,
    totalTime: promised,
    // Both may be plain text, which says all that there is to say here.
    supply: materials.none === undefined ? materials.list.map(({ text }) => text) : [],
    step: steps.none === undefined ? steps.list.map(({ text }) => text) : [],
  };
}
