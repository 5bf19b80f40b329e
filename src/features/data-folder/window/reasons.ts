/** Why a row was repaired or rejected, in the user's words. */
import { useTexts } from '../../../renderer/locales/use-texts';
import { reasonText } from '../../../shared/words/reason-text';

export function useReasonText(): (reason: string) => string {
  const t = useTexts();
  return (reason) => reasonText(reason, t);
}
