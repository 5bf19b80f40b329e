import { IconRestore } from '@tabler/icons-react';
import { tunedKeys } from '../../../../shared/contract/tuning';
import type { NamedCommand } from '../../../../renderer/actions/named-command';
import { addUndo } from '../../../../renderer/stores/notices';
import { useTexts, useTextsOfOther } from '../../../../renderer/locales/use-texts';
import { bringBackTuning, resetTuning, useTuning } from './tuning-store';

/** What is done with the tuning by name, from any screen: it goes along from profile to profile. */
export function useTuningCommands(): readonly NamedCommand[] {
  const t = useTexts();
  const other = useTextsOfOther();
  const isTuned = useTuning(({ tuning }) => tunedKeys(tuning).length > 0);
  return [
    {
      name: t('compare.resetTuning'),
      why: isTuned ? null : t('compare.resetWhy'),
      others: [other('compare.resetTuning'), t('compare.tunedBack'), other('compare.tunedBack')],
      icon: IconRestore,
      act: () => {
        if (!isTuned) return;
        const before = useTuning.getState();
        resetTuning();
        addUndo(
          (say) => say('compare.wasReset'),
          ['compare', 'export'],
          async () => bringBackTuning(before),
        );
      },
    },
  ];
}
