/** What the web host answers a page beside the engine: src/shared/shell-contract.ts. */
import * as os from 'node:os';
import * as path from 'node:path';
import { implement } from '@orpc/server';
import type { RecentFolder } from '../../shared/shell-api';
import { shellContract } from '../../shared/shell-contract';
import { programFolder, programInfo } from '../../engine/environment/program';
import { pathState, withExistence } from '../../node/path-state';
import { listFolder } from './folders';
import { settingsFile } from './settings';

export function createShellRouter(workspaceFolder: string) {
  const shell = implement(shellContract);
  const settings = settingsFile(workspaceFolder);
  const recentFolders = async (): Promise<RecentFolder[]> => withExistence(await settings.recentFolders());
  return shell.router({
    describe: shell.describe.handler(async () => ({
      kind: 'browser' as const,
      platform: process.platform,
      version: (await programInfo()).version,
      workspace: workspaceFolder,
      home: os.homedir(),
      sampleFolder: path.join(programFolder(), 'resources', 'sample'),
      logFile: null,
    })),
    listFolder: shell.listFolder.handler(({ input }) => listFolder(input.folder ?? os.homedir(), input.files)),
    pathState: shell.pathState.handler(({ input }) => pathState(input.path)),
    recentFolders: shell.recentFolders.handler(recentFolders),
    addRecentFolder: shell.addRecentFolder.handler(async ({ input }) => {
      await settings.remember(path.resolve(input.folder));
      return recentFolders();
    }),
    removeRecentFolder: shell.removeRecentFolder.handler(async ({ input }) => {
      await settings.forget(input.folder);
      return recentFolders();
    }),
  });
}
