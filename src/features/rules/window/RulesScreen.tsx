import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { NoData } from '../../../renderer/actions/NoData';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useActiveDataset, useDatasets } from '../../../renderer/stores/engine-data';
import { RuleBook } from './RuleBook';

/**
 * Rules for the lists of the open data set: edit them, see their effect before saving, and look at earlier versions.
 */
export function RulesScreen(): ReactNode {
  const dataset = useActiveDataset();
  const { isPending } = useDatasets();
  if (dataset !== null) return <RulesOf key={dataset.fingerprint} dataset={dataset} />;
  return isPending ? null : <NoData of="rules" />;
}

function RulesOf({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { part } = useParams<{ part?: string }>();
  const saved = useQuery(queries.rules.get.queryOptions({ input: { data: dataset.fingerprint } }));
  if (saved.data !== undefined) return <RuleBook dataset={dataset} saved={saved.data} part={part} />;
  return (
    <Screen title={t('shell.screen.rules')}>
      <Query of={saved}>{() => null}</Query>
    </Screen>
  );
}
