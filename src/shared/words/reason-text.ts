/** Why a row was repaired or rejected, in the user's words. */
import type { TFunction } from 'i18next';
import { en } from '../../features/words/en';

type KnownReason = keyof typeof en.data.reason;
const isKnown = (reason: string): reason is KnownReason => Object.hasOwn(en.data.reason, reason);

/** A reason of another version is shown unchanged. */
export const reasonText = (reason: string, t: TFunction): string =>
  isKnown(reason) ? t(`data.reason.${reason}`) : reason;
