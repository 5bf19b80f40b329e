/** Brings the next week in: adds what is new, learns from it, compares and checks, and waits for approval. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { lastPart } from '../../../renderer/actions/use-opening';
import { useFirstRules } from '../../../renderer/components/rules/FirstRules';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useActivity, type Work } from '../../../renderer/stores/activity';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import { DEFAULT_EXPORT_FORMAT, type ExportFormat } from '../../../shared/values/export-formats';
import type { RefreshBase, RefreshRequest } from '../../refresh/contract/refresh';
import { useRefresh } from '../../refresh/window/public';

interface NextWeek {
  /** @param folder with what is new; where absent, the user picks one @param again for a refresh that goes on */
  readonly begin: (folder?: string, again?: Pick<RefreshRequest, 'run' | 'to'>) => void;
  /** The latest that was begun in this window. */
  readonly work: Work<'refresh'> | null;
  /** The next week that the program brings for its sample; null for other data. */
  readonly ofSample: string | null;
  /** The format of the last export. */
  readonly format: ExportFormat;
  readonly dialog: ReactNode;
}

export function useNextWeek(base: RefreshBase | null, rules: RulesOfScreen): NextWeek {
  const { queries } = useEngine();
  const refresh = useRefresh();
  const first = useFirstRules(rules, 'refresh');
  const work = useLatestRefresh();
  const ofSample = useNextWeekOfSample(base);
  const { data: unattended = null } = useQuery(queries.refresh.unattended.queryOptions());
  const { data: last } = useQuery(queries.runs.lastExport.queryOptions());
  const format = last?.record.format ?? DEFAULT_EXPORT_FORMAT;
  const isUnattended = unattended !== null;
  const begin: NextWeek['begin'] = (folder, again) => {
    if (base === null) return;
    const run = (choice: Pick<RefreshRequest, 'rules'>): void =>
      void refresh(
        base,
        { format, ...again, ...choice, ...(rules.day !== undefined && { date: rules.day }) },
        { folder, writes: isUnattended },
      );
    // Where a file may be written at its end, rules that no file followed yet are asked about first.
    if (isUnattended) first.begin((choice) => run(choice.rules === 'none' ? { rules: 'none' } : {}));
    else run({});
  };
  return { begin, work, ofSample, format, dialog: first.dialog };
}

const useLatestRefresh = (): Work<'refresh'> | null =>
  useActivity(({ works }) => {
    const refreshes = Object.values(works).filter((work): work is Work<'refresh'> => work.kind === 'refresh');
    return refreshes.toSorted((left, right) => right.startedAt - left.startedAt)[0] ?? null;
  });

function useNextWeekOfSample(base: RefreshBase | null): string | null {
  const shell = useShell();
  const { data: host } = useQuery({ queryKey: ['host'], queryFn: () => shell.host.describe(), staleTime: Infinity });
  const isSample = host !== undefined && base !== null && base.data.name === lastPart(host.sampleFolder);
  return isSample ? `${host.sampleFolder}-next-week` : null;
}
