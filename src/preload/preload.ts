/** The bridge into the window: a few named functions, and the engine's port. Sandboxed, so electron and shared types are all there is. */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, type Bridge, CHANNELS } from '../shared/bridge';
import type { OpenRequest } from '../shared/shell-api';
import { pathOfDropped } from './dropped-path';
import { askForPort, forwardPorts } from './engine-port';

forwardPorts();

const bridge: Bridge = {
  platform: process.platform,
  call: (name, input) => ipcRenderer.invoke(CHANNELS.call, name, input),
  pathOfDropped,
  onOpenRequest(listener) {
    const hear = (_event: unknown, request: OpenRequest): void => listener(request);
    ipcRenderer.on(CHANNELS.openRequest, hear);
    return () => void ipcRenderer.removeListener(CHANNELS.openRequest, hear);
  },
  readyForPort: askForPort,
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
