import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { isSameTuning } from '../../../../shared/contract/tuning';
import type { KeptTuning } from '../../../../shared/contract/kept';
import { EarlierVersions } from '../../../../renderer/components/EarlierVersions';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { Query } from '../../../../renderer/components/Query';
import { useEngine } from '../../../../renderer/connection/engine-context';

/** Earlier versions of a saved tuning. Restoring one is a change like any other. */
export function TuningVersions({
  data,
  kept,
  onRestored,
}: {
  data: string;
  kept: KeptTuning;
  onRestored: (now: KeptTuning) => Promise<void>;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const histories = useQuery(queries.tuning.history.queryOptions({ input: { data } }));
  const use = useMutation({
    mutationFn: (change: { revision: number; to: number }) => client.tuning.restore({ data, id: kept.id, ...change }),
    onSuccess: onRestored,
  });
  return (
    <Query of={histories}>
      {(read) => {
        const { revision = kept.revision, versions = [] } = read.find(({ id }) => id === kept.id) ?? {};
        return (
          <>
            <EarlierVersions
              versions={versions}
              label={t('versions.of', { name: kept.name })}
              text={({ name, tuning }) =>
                isSameTuning(tuning, kept.tuning) ? name : t('versions.otherValues', { name })
              }
              isBusy={use.isPending}
              onUse={({ revision: to }) => use.mutate({ revision, to })}
            />
            {use.error !== null && <ErrorNotice title={t('compare.keepFailed')} error={use.error} />}
          </>
        );
      }}
    </Query>
  );
}
