/** What a comparison with a kept head came to, in sentences. */
import type { HeadComparison } from '../../../shared/contract/audit';
import type { Translate } from '../../../shared/words/texts';

/** Whether the log of now is what the head says, by a key that is known. */
export const isHeld = ({ verdict, key, isSound }: HeadComparison): boolean =>
  (verdict === 'same' || verdict === 'grown') && key !== 'unknown' && isSound;

/** The verdict first. */
export function headSentences(
  { verdict, key, kept, now, origin, forgotten, isSound, cosignatures }: HeadComparison,
  t: Translate,
): string[] {
  const isContained = verdict === 'same' || verdict === 'grown';
  return [
    t(`audit.verdict.${verdict}`, { kept, now: now ?? 0, origin }),
    ...(isContained && !isSound ? [t('audit.unsound')] : []),
    ...(key === null ? [] : [t(`audit.key.${key}`)]),
    ...(forgotten > 0 ? [t('audit.forgotten', { forgotten })] : []),
    ...cosignatures.map(({ publicKey, name, holds }) => {
      if (publicKey === null) return t('audit.cosigned.unknown', { name });
      return t(holds === true ? 'audit.cosigned.holds' : 'audit.cosigned.broken', { key: publicKey });
    }),
  ];
}
