/** The engine and the shell, for every component. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { ShelfwiseError } from '../../shared/errors';
import type { ShellApi } from '../../shared/shell-api';
import { createBrowserShell } from './browser-shell';
import { connect, type EngineClient, type HostShellClient } from './connect';
import { electronBridge } from './electron-bridge';
import { createElectronShell } from './electron-shell';
import type { EngineQueries } from './engine-queries';
import { followWorkspace } from './follow-workspace';
import { openPortWire } from './port-wire';
import { queryClient } from './query-client';
import { openSocketWire } from './socket-wire';
import { useConnectionState, type ConnectionState } from './state';
import { takeToken } from './token';

interface Connection {
  client: EngineClient;
  /** TanStack Query's options and keys for every call: `queries.runs.list.queryOptions()`. */
  queries: EngineQueries;
  shell: ShellApi;
  /** What a page's folder dialog asks; null in Electron, which has the system's dialogs. */
  hostShell: HostShellClient | null;
}

function openConnection(): Connection {
  const bridge = electronBridge();
  const client = connect(bridge === null ? openSocketWire(takeToken()) : openPortWire(() => bridge.readyForPort()));
  return {
    client,
    queries: createTanstackQueryUtils<EngineClient>(client),
    shell: bridge === null ? createBrowserShell(client.shell) : createElectronShell(bridge),
    hostShell: bridge === null ? client.shell : null,
  };
}

const ConnectionContext = createContext<Connection | null>(null);

const connection = openConnection();

export function EngineProvider({ children }: { children: ReactNode }): ReactNode {
  useEffect(() => followWorkspace(connection.client, connection.queries, queryClient), []);
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ConnectionContext>
  );
}

function useConnection(): Connection {
  const found = useContext(ConnectionContext);
  if (found === null) throw new ShelfwiseError('internal', 'The window has no connection: EngineProvider is missing.');
  return found;
}

export function useEngine(): { client: EngineClient; queries: EngineQueries; state: ConnectionState } {
  const { client, queries } = useConnection();
  const state = useConnectionState((store) => store.state);
  return { client, queries, state };
}

export function useShell(): ShellApi {
  return useConnection().shell;
}

export function useHostShell(): HostShellClient | null {
  return useConnection().hostShell;
}
