import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { NamedCommand } from '../../../renderer/actions/named-command';
import { placeOfChanges } from '../../../renderer/components/changes-place';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts, useTextsOfOther } from '../../../renderer/locales/use-texts';

/** What the last refresh changed, found by name from any screen. */
export function useRefreshCommands(): readonly NamedCommand[] {
  const t = useTexts();
  const other = useTextsOfOther();
  const { queries } = useEngine();
  const [, go] = useLocation();
  const { data: refreshes } = useQuery(queries.refresh.list.queryOptions());
  const last = refreshes?.find(({ run }) => run !== null);
  if (last?.run == null) return [];
  const { from, run } = last;
  return [
    {
      name: t('refresh.changes'),
      why: null,
      others: [other('refresh.changes'), t('shell.screen.changes'), other('shell.screen.changes')],
      icon: IconArrowsExchange,
      act: () => go(placeOfChanges(from, run, 'week')),
    },
  ];
}
