/** The shell for the window: the calls of its host. In a browser page, our own dialogs replace the system's. */
import type { ContractRouterClient } from '@orpc/contract';
import type { Bridge } from '../../shared/processes/bridge';
import type { ShellContract } from '../../shared/processes/shell-contract';
import { askForPath } from './path-request';

export type ShellClient = ContractRouterClient<ShellContract>;

export interface Shell extends Pick<ShellClient, 'host' | 'user'> {
  /** Null in a browser page. */
  desktop: ShellClient['desktop'] | null;
  /** Null in Electron. */
  page: ShellClient['page'] | null;
  /** Path of a dropped file; null if the host does not reveal it (a page in a browser). */
  pathOfDropped(file: unknown): string | null;
}

const BY_THE_PAGE: ShellClient['user'] = {
  pickFolder: ({ purpose }) => askForPath({ kind: 'folder', purpose }),
  pickFile: (filter) => askForPath({ kind: 'file', filter }),
  pickSaveFile: ({ suggestedName, filter }) => askForPath({ kind: 'save', suggestedName, filter }),
  async print() {
    window.print();
  },
  async notify({ title, body }) {
    if ('Notification' in window && Notification.permission === 'granted') void new Notification(title, { body });
  },
};

export const shellOfElectron = ({ host, user, desktop }: ShellClient, { pathOfDropped }: Bridge): Shell => ({
  host,
  user,
  desktop,
  page: null,
  pathOfDropped,
});

export const shellOfPage = ({ host, page }: ShellClient): Shell => ({
  host,
  user: BY_THE_PAGE,
  desktop: null,
  page,
  pathOfDropped: () => null,
});
