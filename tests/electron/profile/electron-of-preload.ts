/** Electron 9 as the preload finds it: the path of a dropped file is a property of it there. */
import type { WebUtils } from 'electron';

// @ts-expect-error: declared as one value, but its parts are what everybody imports
export * from 'electron';
export const webUtils: Pick<WebUtils, 'getPathForFile'> = {
  getPathForFile: (file) => (file as { path?: string }).path ?? '',
};
