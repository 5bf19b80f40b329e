/** Gives every component the engine and the shell. */
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { ShelfwiseError } from '../../shared/errors';
import type { EngineClient } from './connect';
import type { EngineQueries } from './engine-queries';
import type { Connection } from './open-connection';
import type { Shell } from './shell';
import { useConnectionState, type ConnectionState } from './state';

const ConnectionContext = createContext<Connection | null>(null);

/** Provides the connection to the components below it. */
export function EngineProvider({
  connection,
  cache,
  children,
}: {
  connection: Connection;
  /** Cache of the engine's answers. */
  cache: QueryClient;
  children: ReactNode;
}): ReactNode {
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={cache}>{children}</QueryClientProvider>
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

export function useShell(): Shell {
  return useConnection().shell;
}
