/** Why a row was repaired or rejected, in the user's words. */
import { isText } from './sentence';
import type { Translate } from './texts';

/** A reason of another version is shown unchanged. */
export function reasonText(reason: string, t: Translate): string {
  const id = `data.reason.${reason}` as const;
  return isText(id) ? t(id) : reason;
}
