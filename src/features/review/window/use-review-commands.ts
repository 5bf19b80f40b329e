import { IconAdjustments } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { NamedCommand } from '../../../renderer/actions/named-command';
import { useTexts, useTextsOfOther } from '../../../renderer/locales/use-texts';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import { setChecks } from './checks-being-set';

/** Settings of the checks, found by name from any screen. */
export function useReviewCommands(): readonly NamedCommand[] {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  if (useActiveRun() === null) return [];
  return [
    {
      name: t('checks.settings'),
      why: null,
      others: [other('checks.settings'), t('checks.list'), other('checks.list')],
      icon: IconAdjustments,
      act: () => {
        setChecks(true);
        go('/review');
      },
    },
  ];
}
