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
    // What is not there is left out of JSON.
    alternateName: view.everydayName === undefined ? undefined : [view.everydayName, ...view.synonyms],
    description: view.summary,
    identifier: view.basicCode,
    serviceType: view.handling === '' ? undefined : view.handling,
    url,
    areaServed: area,
    jurisdiction: area,
    provider: { '@type': 'GovernmentOrganization', name: view.accepts.name },
    serviceOperator: { '@type': 'GovernmentOrganization', name: view.decides.name },
    audience:
      view.served.length === 0 ? undefined : { '@type': 'Audience', audienceType: view.served.join('、') },
    offers: offers(view),
    availableChannel: channel(view),
    serviceOutput:
      view.resultName === undefined
        ? undefined
        : { '@type': 'GovernmentPermit', name: view.resultName, validIn: area },
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
    serviceUrl: online?.href,
    servicePhone:
      phones.length === 0
        ? undefined
        : phones.map(({ label, value }) => ({
            '@type': 'ContactPoint',
            contactType: label.zh,
            telephone: value,
          })),
    serviceLocation: window && { '@type': 'Place', name: window.centre, address: window.address },
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
