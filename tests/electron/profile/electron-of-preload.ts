/** Electron 9 for the preload: there, the path of a dropped file is its property. */
import type { WebUtils } from 'electron';

// @ts-expect-error: declared as one value, but its parts are what everybody imports
export * from 'electron';
export const webUtils: Pick<WebUtils, 'getPathForFile'> = {
  getPathForFile: (file) => (file as { path?: string }).path ?? '',
};
