export { startServer, type RunningServer, type ServerOptions } from './startServer.ts';
export { StartProblem } from './startProblem.ts';
export type { NewAccount } from './people/accounts.ts';
export {
  addAccount,
  listAccounts,
  resetAccount,
  setDisabled,
  type AccountRow,
} from './people/manageAccounts.ts';
export { openData, type OpenData } from './openData.ts';
