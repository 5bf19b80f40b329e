/** The connection of this window to its engine and its shell: over a port in Electron, over a socket in a browser page. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { ShellApi } from '../../shared/shell-api';
import { createBrowserShell } from './browser-shell';
import { connect, type EngineClient, type HostShellClient } from './connect';
import { electronBridge } from './electron-bridge';
import { createElectronShell } from './electron-shell';
import type { EngineQueries } from './engine-queries';
import { openPortWire } from './port-wire';
import { openSocketWire } from './socket-wire';
import { takeToken } from './token';

export interface Connection {
  client: EngineClient;
  /** TanStack Query's options and keys for every call: `queries.runs.list.queryOptions()`. */
  queries: EngineQueries;
  shell: ShellApi;
  /** What a page's folder dialog asks; null in Electron, which has the system's dialogs. */
  hostShell: HostShellClient | null;
}

/** Once, when the window starts; calls wait until the wire is up. */
export function openConnection(): Connection {
  const bridge = electronBridge();
  const client = connect(bridge === null ? openSocketWire(takeToken()) : openPortWire(() => bridge.readyForPort()));
  return {
    client,
    queries: createTanstackQueryUtils<EngineClient>(client),
    shell: bridge === null ? createBrowserShell(client.shell) : createElectronShell(bridge),
    hostShell: bridge === null ? client.shell : null,
  };
}
