/** The preload's bridge; absent in a browser page. */
import { BRIDGE_NAME, type Bridge } from '../../shared/processes/bridge';

export function electronBridge(): Bridge | null {
  return (window as unknown as Record<string, Bridge | undefined>)[BRIDGE_NAME] ?? null;
}
