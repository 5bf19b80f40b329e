import { Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { GpuPack } from '../../../shared/contract/device';
import { ConfirmButton } from '../../../renderer/components/ConfirmButton';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { runWork, useWork } from '../../../renderer/stores/activity';

const SUBJECT = 'gpu';

/** The GPU pack: its size and source before download, then progress, Stop and removal. */
export function GpuPackSection({ pack }: { pack: GpuPack }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const work = useWork('pack', SUBJECT);
  const refresh = async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: queries.device.key() });
    await cache.invalidateQueries({ queryKey: queries.workspace.doctor.key() });
  };
  const removing = useMutation({ mutationFn: () => client.device.remove(), onSettled: refresh });
  const install = (): void =>
    void runWork({ kind: 'pack', subject: SUBJECT, name: '' }, (options) =>
      client.device.install(undefined, options),
    ).finally(refresh);
  if (pack.state === 'unsupported')
    return (
      <Section title={t('device.pack')}>
        <Text size="sm">{t('device.packs.unsupported')}</Text>
      </Section>
    );
  const running = work?.state.kind === 'running';
  const installed = pack.state === 'installed';
  const room = pack.freeBytes >= pack.neededBytes;
  return (
    <Section title={t('device.pack')} description={t('device.packHelp')}>
      <Stack gap="sm">
        <KeyValue
          facts={[
            [t('device.state'), t(`device.packs.${pack.state}`)],
            [
              t('device.download'),
              installed ? null : t('device.from', { size: format.bytes(pack.downloadBytes), source: pack.source }),
            ],
            [
              t('device.space'),
              installed
                ? format.bytes(pack.bytes)
                : t('device.needs', { needed: format.bytes(pack.neededBytes), free: format.bytes(pack.freeBytes) }),
            ],
            [t('device.folder'), pack.folder],
            [
              t('device.libraries'),
              Object.entries(pack.libraries)
                .map(([name, version]) => `${name} ${version}`)
                .join(', '),
            ],
          ]}
        />
        {!installed && (
          <Text size="sm" c="dimmed">
            {t('device.onlyDownload')}
          </Text>
        )}
        {running && work !== null && <WorkProgress work={work} />}
        {work?.state.kind === 'failed' && <ErrorNotice error={work.state.error} onRetry={install} />}
        {work?.state.kind === 'stopped' && (
          <Text size="sm" role="status">
            {t('device.installStopped')}
          </Text>
        )}
        {removing.error !== null && <ErrorNotice error={removing.error} onRetry={() => removing.mutate()} />}
        {!running && (
          <Group gap="xs">
            {!installed && (
              <ReasonedButton
                size="xs"
                leftSection={<IconDownload size={14} aria-hidden />}
                reason={room ? null : t('device.noRoom')}
                onClick={install}
              >
                {t(pack.state === 'partial' ? 'device.goOn' : 'device.install')}
              </ReasonedButton>
            )}
            {pack.bytes > 0 && (
              <ConfirmButton
                size="xs"
                loading={removing.isPending}
                label={t('device.remove')}
                question={t('device.removeQuestion')}
                consequences={t('device.removeConsequences', { size: format.bytes(pack.bytes) })}
                onConfirm={() => removing.mutate()}
              />
            )}
          </Group>
        )}
      </Stack>
    </Section>
  );
}
