/** The names of the checks of an export, as records have them: those of this version have a text each. */
import { isText } from './sentence';
import type { Translate } from './texts';

/** A record of another version may hold others, which are shown as they are. */
export function exportCheckName(check: string, t: Translate): string {
  const id = `exporting.check.${check}` as const;
  return isText(id) ? t(id) : check;
}
