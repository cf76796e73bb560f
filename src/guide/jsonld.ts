import type { GuideView } from './view.ts';

/** A guide as schema.org `GovernmentService`; `url` is the page's own address where it is known. */
export function guideJsonLd(view: GuideView, url: string | undefined): object {
  const { result } = view;
  const licence =
    result.none === undefined ? result.list.find((row) => row.label.en === 'Name')?.value : undefined;
  const phones = view.service.filter((row) => row.href !== undefined);
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: view.name,
    ...(view.everydayName !== undefined && { alternateName: [view.everydayName, ...view.synonyms] }),
    ...(view.summary !== undefined && { description: view.summary }),
    identifier: view.codes.find((code) => code.label.en === 'Basic code')?.value,
    inLanguage: 'zh-CN',
    category: view.handling,
    areaServed: { '@type': 'AdministrativeArea', name: view.divisionName, identifier: view.division },
    provider: { '@type': 'GovernmentOrganization', name: view.accepts.name },
    serviceOperator: { '@type': 'GovernmentOrganization', name: view.decides.name },
    audience: { '@type': 'Audience', audienceType: view.served.join('、') },
    processingTime: view.promised,
    isBasedOn: view.basis.map((basis) => ({ '@type': 'Legislation', name: basis.words })),
    ...(view.fees.none !== undefined
      ? { isAccessibleForFree: true }
      : {
          offers: view.fees.list.map((fee) => ({
            '@type': 'Offer',
            name: fee.text,
            description: fee.standard,
            priceCurrency: 'CNY',
          })),
        }),
    ...(licence !== undefined && { serviceOutput: { '@type': 'GovernmentPermit', name: licence } }),
    ...(phones.length > 0 && {
      availableChannel: phones.map((row) => ({
        '@type': 'ServiceChannel',
        name: row.label.zh,
        servicePhone: { '@type': 'ContactPoint', telephone: row.value, contactType: row.label.en },
      })),
    }),
    ...(url !== undefined && { url }),
  };
}
