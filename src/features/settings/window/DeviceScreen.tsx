import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useDeviceStatus, useDiagnosis } from '../../../renderer/stores/engine-data';
import { ClustersSection } from '../../cluster/window/public';
import { Computes } from './Computes';
import { DevicesSection } from './DevicesSection';
import { Findings } from './Findings';
import { HelpSection } from './HelpSection';
import { Versions } from './Versions';

/** Which device computes the models and why, the alternatives, and problems to look at. */
export function DeviceScreen(): ReactNode {
  const t = useTexts();
  const diagnosis = useDiagnosis();
  const status = useDeviceStatus();
  return (
    <Screen
      title={t('shell.screen.device')}
      beside={['settings', 'device']}
      subtitle={t('device.lead')}
      actions={
        <Button
          variant="default"
          loading={diagnosis.isFetching || status.isFetching}
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => void Promise.all([diagnosis.refetch(), status.refetch()])}
        >
          {t('device.again')}
        </Button>
      }
    >
      <Query of={status} lines={6}>
        {({ devices }) => <DevicesSection devices={devices} />}
      </Query>
      <Query of={diagnosis} lines={10}>
        {(answer) => (
          <>
            <Findings findings={answer.findings} />
            <Computes diagnosis={answer} />
            <Versions diagnosis={answer} />
          </>
        )}
      </Query>
      <ClustersSection />
      <HelpSection />
    </Screen>
  );
}
