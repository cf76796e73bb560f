export function siteRoutes(..._a: unknown[]): void {}
