/** The bridge into the window: a few named functions, and the engine's port. Sandboxed, so electron and shared types are all there is. */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, type Bridge, CHANNELS } from '../shared/bridge';
import type { OpenRequest } from '../shared/shell-api';
import { pathOfDropped } from './dropped-path';
import { askForPort, forwardPorts } from './engine-port';

forwardPorts();

/** Asked for before the page listened: its port may arrive before the page is drawn. */
const waiting: OpenRequest[] = [];
const keep = (request: OpenRequest): void => void waiting.push(request);
let tell = keep;
ipcRenderer.on(CHANNELS.openRequest, (_event, request: OpenRequest) => tell(request));

const bridge: Bridge = {
  platform: process.platform,
  call: (name, input) => ipcRenderer.invoke(CHANNELS.call, name, input),
  pathOfDropped,
  onOpenRequest(listener) {
    tell = listener;
    waiting.splice(0).forEach(listener);
    return () => {
      tell = keep;
    };
  },
  readyForPort: askForPort,
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
