/** Hands the engine's ports on into the page: a port cannot cross the context bridge, but can be posted to the page's own window. */
import { ipcRenderer } from 'electron';
import { CHANNELS } from '../shared/bridge';
import { ENGINE_GONE_MESSAGE, ENGINE_PORT_MESSAGE } from '../shared/window-messages';

export function forwardPorts(): void {
  ipcRenderer.on(CHANNELS.port, ({ ports }) => window.postMessage(ENGINE_PORT_MESSAGE, location.origin, ports));
  ipcRenderer.on(CHANNELS.engineGone, () => window.postMessage(ENGINE_GONE_MESSAGE, location.origin));
}

export function askForPort(): void {
  ipcRenderer.send(CHANNELS.readyForPort);
}
