export { startServer, type RunningServer, type ServerOptions } from './startServer.ts';
export type { NewAccount } from './accounts.ts';
