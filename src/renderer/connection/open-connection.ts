/** The window's connection to its engine and shell: one port each in Electron, one socket in a browser page. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { CHANNELS } from '../../shared/processes/bridge';
import { connect, type EngineClient } from './connect';
import { electronBridge } from './electron-bridge';
import type { EngineQueries } from './engine-queries';
import { openPortWire } from './port-wire';
import { type Shell, type ShellClient, shellOfElectron, shellOfPage } from './shell';
import { openSocketWire } from './socket-wire';
import { shown } from './state';
import { takeToken } from './token';

export interface Connection {
  client: EngineClient;
  /** TanStack Query's options and keys for every call: `queries.runs.list.queryOptions()`. */
  queries: EngineQueries;
  shell: Shell;
}

/** Called once at start; calls wait until the wire is up. */
export function openConnection(): Connection {
  const { client, shell } = engineAndShell();
  return { client, queries: createTanstackQueryUtils<EngineClient>(client), shell };
}

function engineAndShell(): Pick<Connection, 'client' | 'shell'> {
  const bridge = electronBridge();
  if (bridge === null) {
    const client = connect<EngineClient & { shell: ShellClient }>(shown(openSocketWire(takeToken())));
    return { client, shell: shellOfPage(client.shell) };
  }
  const client = connect<EngineClient>(shown(openPortWire(CHANNELS.enginePort, CHANNELS.engineGone)));
  const { shell } = connect<{ shell: ShellClient }>(openPortWire(CHANNELS.shellPort, null));
  bridge.readyForPorts();
  return { client, shell: shellOfElectron(shell, bridge) };
}
