/** Why a row was repaired or rejected, in the user's words. */
import { useTranslation } from 'react-i18next';
import { en } from '../../locales/en';

type KnownReason = keyof typeof en.data.reason;
const isKnown = (reason: string): reason is KnownReason => Object.hasOwn(en.data.reason, reason);

export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => (isKnown(reason) ? t(`data.reason.${reason}`) : reason);
}
