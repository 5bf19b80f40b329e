import { IconFileText, IconShieldCheck } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { NamedCommand } from '../../../renderer/actions/named-command';
import { useTexts, useTextsOfOther } from '../../../renderer/locales/use-texts';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** What is done with the run whose lists are shown, found by name from any screen. */
export function useRunCommands(): readonly NamedCommand[] {
  const t = useTexts();
  const nameApart = useNameApart();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  const run = useActiveRun();
  if (run === null) return [];
  const name = nameApart(run);
  const place = `/runs/${encodeURIComponent(run.runId)}`;
  return [
    {
      name: t('report.title', { name }),
      why: null,
      others: [other('report.title', { name }), t('report.also'), other('report.also')],
      icon: IconFileText,
      act: () => go(`${place}/report`),
    },
    {
      name: t('runs.verifyNamed', { name }),
      why: null,
      others: [other('runs.verifyNamed', { name })],
      icon: IconShieldCheck,
      act: () => go(place),
    },
  ];
}
