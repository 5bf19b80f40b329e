import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ProblemList } from '../../../renderer/components/ProblemList';
import { useEngine } from '../../../renderer/connection/engine-context';

/** Data sets of the workspace that cannot be opened, and why: damaged, or imported by a newer version. */
export function UnreadableDatasets(): ReactNode {
  const t = useTexts();
  const { data: unreadable = [] } = useQuery(useEngine().queries.datasets.unreadable.queryOptions());
  return <ProblemList title={t('data.unreadable', { count: unreadable.length })} problems={unreadable} />;
}
