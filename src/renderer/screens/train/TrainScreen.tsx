/** A recipe on the left, its training on the right. */
import { Button } from '@mantine/core';
import { IconFolderOpen, IconSchool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';
import { Screen } from '../../components/Screen';
import { useOpenings } from '../../shell/use-opening';
import { useActiveDataset } from '../../stores/engine-data';
import { KnobGroups } from './KnobGroups';
import { LivePanel } from './LivePanel';
import { NoisePreview } from './NoisePreview';
import { PresetPicker } from './PresetPicker';
import { QueuePanel } from './QueuePanel';
import { StartPanel } from './StartPanel';
import classes from './Train.module.css';

export function TrainScreen(): ReactNode {
  const { t } = useTranslation();
  const { openFolder, openSample } = useOpenings();
  const dataset = useActiveDataset();
  if (dataset === null)
    return (
      <Screen title={t('shell.screen.train')}>
        <EmptyState icon={IconSchool} title={t('train.empty')} body={t('train.emptyBody')}>
          <Button leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => void openFolder()}>
            {t('data.open')}
          </Button>
          <Button variant="default" onClick={() => void openSample()}>
            {t('data.openSample')}
          </Button>
        </EmptyState>
      </Screen>
    );
  return (
    <Screen title={t('shell.screen.train')} subtitle={t('train.lead', { dataset: dataset.name })}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <PresetPicker />
          <KnobGroups />
          <NoisePreview dataset={dataset} />
        </div>
        <div className={`${classes.column} ${classes.follows}`}>
          <StartPanel dataset={dataset} />
          <QueuePanel />
          <LivePanel dataset={dataset} />
        </div>
      </div>
    </Screen>
  );
}
