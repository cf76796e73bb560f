export function publishRoutes(..._a: unknown[]): void {}
