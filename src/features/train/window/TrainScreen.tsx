import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Screen } from '../../../renderer/components/Screen';
import { NoData } from '../../../renderer/actions/NoData';
import { useActiveDataset } from '../../../renderer/stores/engine-data';
import { Advanced } from './Advanced';
import { LivePanel } from './LivePanel';
import { PresetPicker } from './PresetPicker';
import { QueuePanel } from './QueuePanel';
import { StartPanel } from './StartPanel';
import classes from './Train.module.css';

/** The recipe on the left, its training on the right. */
export function TrainScreen(): ReactNode {
  const t = useTexts();
  const dataset = useActiveDataset();
  if (dataset === null)
    return (
      <Screen title={t('shell.screen.train')}>
        <NoData of="train" />
      </Screen>
    );
  return (
    <Screen title={t('shell.screen.train')} subtitle={t('train.lead', { dataset: dataset.name })}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <PresetPicker />
          <Advanced dataset={dataset} />
        </div>
        <div className={`${classes.column} ${classes.follows}`} data-tour-tells="train">
          <div className={classes.start}>
            <StartPanel dataset={dataset} />
          </div>
          <QueuePanel />
          <LivePanel dataset={dataset} />
        </div>
      </div>
    </Screen>
  );
}
