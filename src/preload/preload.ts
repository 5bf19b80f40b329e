/**
 * The bridge into the window: its ports, and paths of dropped files. Sandboxed, so only electron and shared types are
 * available.
 */
import { contextBridge } from 'electron';
import { BRIDGE_NAME, type Bridge } from '../shared/processes/bridge';
import { pathOfDropped } from './dropped-path';
import { forwardPorts, readyForPorts } from './ports';

forwardPorts();
contextBridge.exposeInMainWorld(BRIDGE_NAME, { pathOfDropped, readyForPorts } satisfies Bridge);
