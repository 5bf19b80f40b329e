/** The bridge into the window: its ports, and the path of what is dropped. Sandboxed, so electron and shared types are all there is. */
import { contextBridge } from 'electron';
import { BRIDGE_NAME, type Bridge } from '../shared/processes/bridge';
import { pathOfDropped } from './dropped-path';
import { forwardPorts, readyForPorts } from './ports';

forwardPorts();
contextBridge.exposeInMainWorld(BRIDGE_NAME, { pathOfDropped, readyForPorts } satisfies Bridge);
