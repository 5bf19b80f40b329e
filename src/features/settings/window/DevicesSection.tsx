import { Alert, Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { DeviceMeasurement, DeviceState } from '../../../shared/contract/device';
import { textOf } from '../../../shared/words/sentence';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { runWork, useWork } from '../../../renderer/stores/activity';
import { DEVICE_CHOICES, usePreferences, type DeviceChoice } from '../../../renderer/stores/preferences';
import { chooseDevice } from '../../../renderer/stores/train-form';
import classes from './Device.module.css';

/** Every device: why it cannot be used, its measured speed, and the choice for new runs. */
export function DevicesSection({ devices }: { devices: readonly DeviceState[] }): ReactNode {
  const t = useTexts();
  return (
    <Section title={t('device.devices')} description={t('device.devicesHelp')}>
      <Stack gap="md">
        <div className={classes.devices}>
          {devices.map((device) => (
            <DeviceCard key={device.device} state={device} />
          ))}
        </div>
        <Choice gpu={devices.find(({ device }) => device === 'gpu')} />
      </Stack>
    </Section>
  );
}

/** Why a device cannot be used, or what is known of it, in the window's language; messages of a driver keep theirs. */
function useReason(): (state: DeviceState) => string | null {
  const engineText = useEngineText();
  return ({ reason, said, notes }) => {
    if (reason === null) return notes === undefined ? null : engineText({ message: textOf(notes), said: notes });
    return engineText({ message: reason, said });
  };
}

function DeviceCard({ state }: { state: DeviceState }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const reason = useReason()(state);
  const { device, usable, driver } = state;
  const work = useWork('measure', device);
  const measure = (): void =>
    void runWork({ kind: 'measure', subject: device, name: t(`device.kinds.${device}`) }, (options) =>
      client.device.measure({ device, beside: device === 'gpu' }, options),
    );
  const name = usable || driver !== null ? state.name : t('device.noGpu');
  return (
    <div className={classes.device}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={600}>{t(`device.kinds.${device}`)}</Text>
        <Badge
          variant="default"
          radius="sm"
          styles={{
            root: usable ? { color: 'var(--mantine-color-anchor)', borderColor: 'var(--mantine-color-anchor)' } : {},
          }}
        >
          {t(usable ? 'device.usable' : 'device.notUsed')}
        </Badge>
      </Group>
      <Text size="sm">{driver === null ? name : t('device.withDriver', { name, driver })}</Text>
      <Text size="sm" c="dimmed">
        {reason ?? t(`device.fine.${device}`)}
      </Text>
      {work?.state.kind === 'running' && <WorkProgress work={work} />}
      {usable && work?.state.kind !== 'running' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconGauge size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={measure}
        >
          {t(work?.state.kind === 'done' ? 'device.measureAgain' : 'device.measure')}
        </Button>
      )}
      {work?.state.kind === 'failed' && <ErrorNotice error={work.state.error} onRetry={measure} />}
      {work?.state.kind === 'stopped' && (
        <Alert variant="light" color="gray" role="status">
          {t('device.measureStopped')}
        </Alert>
      )}
      {work?.state.kind === 'done' && <Measured measurement={work.state.result} />}
    </div>
  );
}

function Measured({ measurement }: { measurement: DeviceMeasurement }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { secondsPerEpoch, profiles, titles, hidden, repeats, kernels } = measurement;
  const off = Math.max(...Object.values(kernels));
  return (
    <div role="status">
      <KeyValue
        facts={[
          [t('device.perEpoch'), t('device.milliseconds', { value: format.count(secondsPerEpoch * 1000) })],
          [
            t('device.measuredOn'),
            t('device.madeUp', {
              profiles: format.count(profiles),
              titles: format.count(titles),
              hidden: format.count(hidden),
            }),
          ],
          [t('device.repeats'), t(repeats ? 'device.repeatsYes' : 'device.repeatsNo')],
          [t('device.kernels'), t('device.kernelsOff', { off: off.toExponential(1) })],
        ]}
      />
    </div>
  );
}

function Choice({ gpu }: { gpu: DeviceState | undefined }): ReactNode {
  const t = useTexts();
  const chosen = usePreferences((state) => state.device);
  const missing = chosen === 'gpu' && gpu?.usable !== true;
  return (
    <div>
      <Text size="sm" fw={600} mb="2xs">
        {t('device.choose')}
      </Text>
      <SegmentedControl
        aria-label={t('device.choose')}
        value={chosen}
        data={DEVICE_CHOICES.map((value) => ({ value, label: t(`device.choices.${value}`) }))}
        onChange={(value) => chooseDevice(value as DeviceChoice)}
      />
      <Text size="sm" c={missing ? 'var(--shelfwise-warning)' : 'dimmed'} mt="xs" role={missing ? 'status' : undefined}>
        {t(missing ? 'device.choiceMissing' : `device.choiceHelp.${chosen}`)}
      </Text>
    </div>
  );
}
