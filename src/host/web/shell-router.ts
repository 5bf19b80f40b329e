/** Calls that the web host answers beside the engine: src/shared/processes/shell-contract.ts without Electron's. */
import * as os from 'node:os';
import * as path from 'node:path';
import { implement } from '@orpc/server';
import { shellContract } from '../../shared/processes/shell-contract';
import { programFolder } from '../../engine/machine/environment/program';
import { pathState, withExistence } from '../../node/path-state';
import { listFolder } from './folders';
import { settingsFile } from './settings';

export function createShellRouter(workspaceFolder: string) {
  const { host, page } = implement(shellContract);
  const settings = settingsFile(workspaceFolder);
  return {
    host: host.router({
      describe: host.describe.handler(() => ({
        workspace: workspaceFolder,
        sampleFolder: path.join(programFolder(), 'resources', 'sample'),
        logFile: null,
      })),
      pathState: host.pathState.handler(({ input }) => pathState(input.path)),
      recentFolders: host.recentFolders.handler(async () => withExistence(await settings.recentFolders())),
      addRecentFolder: host.addRecentFolder.handler(({ input }) => settings.remember(path.resolve(input.folder))),
      removeRecentFolder: host.removeRecentFolder.handler(({ input }) => settings.forget(input.folder)),
    }),
    page: page.router({
      listFolder: page.listFolder.handler(({ input }) => listFolder(input.folder ?? os.homedir(), input.files)),
    }),
  };
}
