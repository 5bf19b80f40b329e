/** The shell of the Electron window: every call goes to the main process, which checks it. */
import { BUNDLE_EXTENSION } from '../../shared/bundle';
import type { Bridge } from '../../shared/bridge';
import { ShelfwiseError } from '../../shared/errors';
import type { ShellApi } from '../../shared/shell-api';
import type { ShellAnswers, ShellCall, ShellInput } from '../../shared/shell-calls';

export function createElectronShell(bridge: Bridge): ShellApi {
  async function call<Call extends ShellCall>(name: Call, input: ShellInput<Call>): Promise<ShellAnswers[Call]> {
    const outcome = await bridge.call(name, input);
    if (outcome.ok) return outcome.value;
    throw new ShelfwiseError(outcome.code, outcome.message);
  }
  /** For calls whose failure the window neither waits for nor could handle. */
  const tell = <Call extends ShellCall>(name: Call, input: ShellInput<Call>): void =>
    void call(name, input).catch(() => undefined);
  return {
    kind: 'electron',
    describe: () => call('describe', undefined),
    pickFolder: () => call('pickFolder', undefined),
    pickFile: (filter) => call('pickFile', filter),
    pickBundle: () => call('pickFile', { name: 'Shelfwise', extensions: [BUNDLE_EXTENSION] }),
    pickSaveFile: (suggestedName, filter) => call('pickSaveFile', { suggestedName, ...(filter && { filter }) }),
    showInFolder: (path) => call('showInFolder', path),
    recentFolders: () => call('recentFolders', undefined),
    addRecentFolder: (folder) => call('addRecentFolder', folder),
    removeRecentFolder: (folder) => call('removeRecentFolder', folder),
    pathState: (path) => call('pathState', path),
    pathOfDropped: (file) => bridge.pathOfDropped(file),
    onOpenRequest: (listener) => bridge.onOpenRequest(listener),
    tellWork: (state) => tell('tellWork', state),
    notify: (title, body) => tell('notify', { title, body }),
    tellPreferences: (preferences) => tell('tellPreferences', preferences),
  };
}
