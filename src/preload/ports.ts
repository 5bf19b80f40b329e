/** Passes ports into the page: a port cannot cross the context bridge, but can be posted to the page's own window. */
import { ipcRenderer } from 'electron';
import { CHANNELS } from '../shared/processes/bridge';

export function forwardPorts(): void {
  for (const channel of [CHANNELS.enginePort, CHANNELS.engineGone, CHANNELS.shellPort])
    ipcRenderer.on(channel, ({ ports }) => window.postMessage(channel, location.origin, ports));
}

export function readyForPorts(): void {
  ipcRenderer.send(CHANNELS.readyForPorts);
}
