/** Where a dropped file or folder lies; only the preload may be told. */
import { webUtils } from 'electron';

export function pathOfDropped(file: unknown): string | null {
  if (!(file instanceof File)) return null;
  const found = webUtils.getPathForFile(file);
  return found === '' ? null : found;
}
