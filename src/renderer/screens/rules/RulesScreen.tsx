/** Rules for the lists of the open data set: which there are, what they do before they count, and what they were. */
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Dataset } from '../../../shared/contract';
import { EmptyState } from '../../components/EmptyState';
import { Query } from '../../components/Query';
import { Screen } from '../../components/Screen';
import { useEngine } from '../../connection/engine-context';
import { useActiveDataset, useDatasets } from '../../stores/engine-data';
import { RuleBook } from './RuleBook';

export function RulesScreen(): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const dataset = useActiveDataset();
  const { isPending } = useDatasets();
  if (dataset !== null) return <RulesOf key={dataset.fingerprint} dataset={dataset} />;
  if (isPending) return null;
  return (
    <EmptyState
      alone
      scene="shelf"
      title={t('rules.noData')}
      body={t('rules.noDataBody')}
      action={{ label: t('rules.noDataAction'), onClick: () => go('/welcome') }}
    />
  );
}

function RulesOf({ dataset }: { dataset: Dataset }): ReactNode {
  const { t } = useTranslation();
  const { queries } = useEngine();
  const saved = useQuery(queries.rules.get.queryOptions({ input: { data: dataset.fingerprint } }));
  return (
    <Screen title={t('shell.screen.rules')} subtitle={t('rules.lead')}>
      <Query of={saved}>{(rules) => <RuleBook dataset={dataset} saved={rules} />}</Query>
    </Screen>
  );
}
