/** What the engine computes on, why, and what deserves a look. */
import { Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnosis } from '../../../shared/contract';
import { Hash } from '../../components/Hash';
import { KeyValue } from '../../components/KeyValue';
import { Query } from '../../components/Query';
import { Screen } from '../../components/Screen';
import { Section } from '../../components/Section';
import { useFormat } from '../../locales/format';
import { useDiagnosis } from '../../stores/engine-data';

export function DeviceScreen(): ReactNode {
  const { t } = useTranslation();
  const diagnosis = useDiagnosis();
  return (
    <Screen
      title={t('shell.screen.device')}
      subtitle={t('device.lead')}
      actions={
        <Button
          variant="default"
          loading={diagnosis.isFetching}
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => void diagnosis.refetch()}
        >
          {t('device.again')}
        </Button>
      }
    >
      <Query of={diagnosis} lines={10}>
        {(answer) => (
          <>
            <Findings findings={answer.findings} />
            <Computes diagnosis={answer} />
            <Versions diagnosis={answer} />
          </>
        )}
      </Query>
    </Screen>
  );
}

const LOOKS = {
  good: { icon: IconCircleCheck, color: 'var(--shelfwise-good)' },
  warning: { icon: IconAlertTriangle, color: 'var(--shelfwise-warning)' },
  problem: { icon: IconCircleX, color: 'var(--shelfwise-problem)' },
} as const;

function Findings({ findings }: Pick<Diagnosis, 'findings'>): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('device.findings')}>
      <Stack gap="xs">
        {findings.map(({ severity, message }) => {
          const { icon: Picture, color } = LOOKS[severity];
          return (
            <Group key={message} gap="sm" wrap="nowrap" align="flex-start">
              <Picture
                size={18}
                color={color}
                role="img"
                aria-label={t(`device.severity.${severity}`)}
                style={{ flexShrink: 0, marginTop: 1 }}
              />
              <Text size="sm">{message}</Text>
            </Group>
          );
        })}
      </Stack>
    </Section>
  );
}

function Computes({ diagnosis }: { diagnosis: Diagnosis }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { backend, tensorflow, threads, flags } = diagnosis;
  return (
    <Section title={t('device.computes')}>
      <KeyValue
        facts={[
          [t('device.backend'), t(`device.backends.${backend}`, { version: tensorflow })],
          [t('device.backendReason'), diagnosis.backendReason],
          [t('device.device'), `${diagnosis.device.toUpperCase()} · ${diagnosis.deviceName}`],
          [t('device.instructionSet'), diagnosis.instructionSet],
          [
            t('device.exactness'),
            `${t(`common.exactness.${diagnosis.numericMode}`)}: ${t(`common.exactnessHelp.${diagnosis.numericMode}`)}`,
          ],
          [t('device.threads'), `${format.count(threads.intra)} / ${format.count(threads.inter)}`],
          [
            t('device.flags'),
            Object.keys(flags).length === 0 ? null : (
              <Stack key="flags" gap={2}>
                {Object.entries(flags).map(([name, value]) => (
                  <Code key={name} w="fit-content">{`${name}=${value}`}</Code>
                ))}
              </Stack>
            ),
          ],
          [
            t('device.library'),
            diagnosis.tensorflowSha256 === null ? null : <Hash key="hash" value={diagnosis.tensorflowSha256} />,
          ],
          [t('device.system'), `${diagnosis.platform} ${diagnosis.architecture} · Node ${diagnosis.node}`],
          [t('device.program'), `${diagnosis.program.version} · ${diagnosis.program.commit.slice(0, 12)}`],
        ]}
      />
    </Section>
  );
}

const FIRST = ['node', 'tensorflow', '@tensorflow/tfjs-node', '@duckdb/node-api', 'zod'];

function Versions({ diagnosis: { versions } }: { diagnosis: Diagnosis }): ReactNode {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const all = Object.entries(versions);
  const shown = showsAll ? all : all.filter(([name]) => FIRST.includes(name));
  return (
    <Section title={t('device.versions')} description={t('device.versionsHelp')} flush>
      <Table verticalSpacing={4} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="50%">{t('device.package')}</Table.Th>
            <Table.Th>{t('device.version')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(([name, version]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{version}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!showsAll && (
        <Button m="xs" size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('device.allVersions', { count: all.length })}
        </Button>
      )}
    </Section>
  );
}
