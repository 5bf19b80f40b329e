import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Labels } from '../../../shared/contract/labels';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';

/** Earlier versions of the labels. Restoring one is a change like any other. */
export function LabelVersions({ data, onRestored }: { data: string; onRestored: (now: Labels) => void }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const history = useQuery(queries.labels.history.queryOptions({ input: { data } }));
  const use = useMutation({
    mutationFn: (change: { revision: number; to: number }) => client.labels.restore({ data, ...change }),
    onSuccess: async (now) => {
      onRestored(now);
      await cache.invalidateQueries({ queryKey: queries.labels.history.key() });
    },
  });
  return (
    <Query of={history}>
      {({ revision, versions }) => (
        <>
          <EarlierVersions
            versions={versions}
            label={t('versions.of', { name: t('labels.title') })}
            text={({ entries, timeZone }) => t('labels.version', { count: entries.length, zone: timeZone })}
            isBusy={use.isPending}
            onUse={({ revision: to }) => use.mutate({ revision, to })}
          />
          {use.error !== null && <ErrorNotice title={t('labels.failed')} error={use.error} />}
        </>
      )}
    </Query>
  );
}
