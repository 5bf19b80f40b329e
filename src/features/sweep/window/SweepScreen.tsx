import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { NoData } from '../../../renderer/actions/NoData';
import { Screen } from '../../../renderer/components/Screen';
import { useActiveDataset } from '../../../renderer/stores/engine-data';
import { KeptSweeps } from './KeptSweeps';
import { SweepAtDataset } from './SweepAtDataset';

/** Tries settings of a recipe: what to try above, the results below. */
export function SweepScreen(): ReactNode {
  const t = useTexts();
  const dataset = useActiveDataset();
  if (dataset === null)
    return (
      <Screen title={t('shell.screen.sweep')}>
        <NoData of="train" />
      </Screen>
    );
  return <ForDataset key={dataset.fingerprint} dataset={dataset} />;
}

function ForDataset({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  return (
    <Screen
      title={t('shell.screen.sweep')}
      subtitle={t('sweep.lead', { dataset: dataset.name })}
      actions={<KeptSweeps data={dataset.fingerprint} />}
    >
      <SweepAtDataset dataset={dataset} />
    </Screen>
  );
}
