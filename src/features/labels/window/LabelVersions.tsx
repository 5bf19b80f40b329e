import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Labels } from '../../../shared/contract/labels';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { useEngine } from '../../../renderer/connection/engine-context';

export function LabelVersions({ data, onRestored }: { data: string; onRestored: (now: Labels) => void }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const history = useQuery(queries.labels.history.queryOptions({ input: { data } }));
  return (
    <EarlierVersions
      history={history}
      label={t('versions.of', { name: t('labels.title') })}
      text={({ entries, timeZone }) => t('labels.version', { count: entries.length, zone: timeZone })}
      failed={t('labels.failed')}
      restore={(step) => client.labels.restore({ data, ...step })}
      onRestored={onRestored}
    />
  );
}
