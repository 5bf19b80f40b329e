/** Restores position and size of a workspace's window, unless its screen is gone. */
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import type { WindowState } from '../../shared/processes/settings';
import { getSetting, setSetting } from '../settings';

const USUAL: WindowState = { width: 1360, height: 860, maximized: false };

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export function keptState(workspace: string): WindowState {
  const kept = getSetting('windows')[workspace] ?? USUAL;
  const { x, y, width, height } = kept;
  if (x === undefined || y === undefined) return kept;
  const visible = screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, { x, y, width, height }));
  return visible ? kept : { ...kept, x: undefined, y: undefined };
}

export function keepState(workspace: string, window: BrowserWindow): void {
  const { x, y, width, height } = window.getNormalBounds();
  setSetting('windows', {
    ...getSetting('windows'),
    [workspace]: { x, y, width, height, maximized: window.isMaximized() },
  });
}
