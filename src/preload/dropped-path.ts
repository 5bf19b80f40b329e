/** The path of a dropped file or folder; only the preload can ask for it. */
import { webUtils } from 'electron';

export function pathOfDropped(file: unknown): string | null {
  if (!(file instanceof File)) return null;
  const found = webUtils.getPathForFile(file);
  return found === '' ? null : found;
}
