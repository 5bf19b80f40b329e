import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { ErrorNotice } from './ErrorNotice';

/** A placeholder while a query loads, or its error in place. */
export function Query<Answer>({
  of: query,
  lines = 4,
  children,
}: {
  of: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'refetch'>;
  lines?: number;
  children: (answer: Answer) => ReactNode;
}): ReactNode {
  const t = useTexts();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="xs" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={18} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
