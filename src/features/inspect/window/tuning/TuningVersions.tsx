import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { isSameTuning } from '../../../../shared/contract/tuning';
import type { KeptTuning } from '../../../../shared/contract/kept';
import { EarlierVersions } from '../../../../renderer/components/EarlierVersions';
import { useEngine } from '../../../../renderer/connection/engine-context';

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
  const { id, name: label, revision } = kept;
  const history = useQuery(
    queries.tuning.history.queryOptions({
      input: { data },
      select: (all) => all.find((one) => one.id === id) ?? { revision, versions: [] },
    }),
  );
  return (
    <EarlierVersions
      history={history}
      label={t('versions.of', { name: label })}
      text={({ name, tuning }) => (isSameTuning(tuning, kept.tuning) ? name : t('versions.otherValues', { name }))}
      failed={t('compare.keepFailed')}
      restore={(step) => client.tuning.restore({ data, id, ...step })}
      onRestored={onRestored}
    />
  );
}
