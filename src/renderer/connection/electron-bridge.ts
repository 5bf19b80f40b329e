/** What the preload put into the window, where there is one. */
import { BRIDGE_NAME, type Bridge } from '../../shared/bridge';

export function electronBridge(): Bridge | null {
  return (window as unknown as Record<string, Bridge | undefined>)[BRIDGE_NAME] ?? null;
}
