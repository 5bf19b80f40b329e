import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptSegment } from '../../../shared/contract/kept';
import { filterParts } from '../../../shared/values/filter-parts';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFilterName } from './use-filter-name';

/** Earlier versions of a segment. Restoring one is a change like any other. */
export function SegmentVersions({
  data,
  segment,
  onRestored,
}: {
  data: string;
  segment: KeptSegment;
  onRestored: (now: KeptSegment) => Promise<void>;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const nameOf = useFilterName();
  const histories = useQuery(queries.segments.history.queryOptions({ input: { data } }));
  const use = useMutation({
    mutationFn: (change: { revision: number; to: number }) =>
      client.segments.restore({ data, id: segment.id, ...change }),
    onSuccess: onRestored,
  });
  return (
    <Query of={histories}>
      {(read) => {
        const { revision = segment.revision, versions = [] } = read.find(({ id }) => id === segment.id) ?? {};
        return (
          <>
            <EarlierVersions
              versions={versions}
              label={t('versions.of', { name: segment.name })}
              text={({ name, filter }) => `${name}: ${filterParts(filter).map(nameOf).join(', ')}`}
              isBusy={use.isPending}
              onUse={({ revision: to }) => use.mutate({ revision, to })}
            />
            {use.error !== null && <ErrorNotice title={t('profiles.segmentFailed')} error={use.error} />}
          </>
        );
      }}
    </Query>
  );
}
