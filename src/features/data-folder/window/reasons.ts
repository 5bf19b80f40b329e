/** Why a row was repaired or rejected, in the user's words. */
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../../shared/words/reason-text';

export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => reasonText(reason, t);
}
