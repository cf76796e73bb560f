export { startServer, type RunningServer, type ServerOptions } from './startServer.ts';
export { StartProblem } from './startProblem.ts';
export type { NewAccount } from './accounts.ts';
export { addAccount, listAccounts, resetAccount, setDisabled, type AccountRow } from './manageAccounts.ts';
export { openData, type OpenData } from './openData.ts';
