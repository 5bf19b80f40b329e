import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptRules } from '../../../shared/contract/rule-answers';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { useEngine } from '../../../renderer/connection/engine-context';

export function RuleVersions({
  data,
  onRestored,
  onCompare,
}: {
  data: string;
  onRestored: (now: KeptRules) => void;
  onCompare: (revision: number) => void;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const history = useQuery(queries.rules.history.queryOptions({ input: { data } }));
  return (
    <EarlierVersions
      history={history}
      label={t('versions.of', { name: t('rules.history') })}
      text={({ rules, on }) => t('rules.version', { count: rules, on })}
      failed={t('rules.failed')}
      restore={(step) => client.rules.restore({ data, ...step })}
      onRestored={onRestored}
      onCompare={({ revision }) => onCompare(revision)}
    />
  );
}
