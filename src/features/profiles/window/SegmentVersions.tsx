import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptSegment } from '../../../shared/contract/kept';
import { filterParts } from '../../../shared/values/filter-parts';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFilterName } from './use-filter-name';

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
  const { id, name: label, revision } = segment;
  const history = useQuery(
    queries.segments.history.queryOptions({
      input: { data },
      select: (all) => all.find((one) => one.id === id) ?? { revision, versions: [] },
    }),
  );
  return (
    <EarlierVersions
      history={history}
      label={t('versions.of', { name: label })}
      text={({ name, filter }) => `${name}: ${filterParts(filter).map(nameOf).join(', ')}`}
      failed={t('profiles.segmentFailed')}
      restore={(step) => client.segments.restore({ data, id, ...step })}
      onRestored={onRestored}
    />
  );
}
