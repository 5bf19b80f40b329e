/** What was exported of this run before, from this window. */
import { Badge, Button, Table, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../shared/contract';
import { Hash } from '../../components/Hash';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Section } from '../../components/Section';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';
import { keepExport, useExports, type KeptExport } from '../../stores/exports';

export function EarlierExports({ run }: { run: RunRecord }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const earlier = useExports((state) => state.exports).filter(({ runId }) => runId === run.runId);
  const { client } = useEngine();
  const again = useMutation({
    mutationFn: async ({ path, format: kind }: KeptExport) =>
      keepExport(run.runId, await client.runs.export({ runId: run.runId, out: path, format: kind })),
  });
  if (earlier.length === 0) return null;
  const times = new Map<string, number>();
  for (const { sha256 } of earlier) times.set(sha256, (times.get(sha256) ?? 0) + 1);
  return (
    <Section title={t('exporting.earlier')} description={t('exporting.earlierHelp')} flush>
      {again.error !== null && <ErrorNotice title={t('exporting.failed')} error={again.error} />}
      <Table verticalSpacing={5} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('exporting.when')}</Table.Th>
            <Table.Th>{t('exporting.format')}</Table.Th>
            <Table.Th>{t('exporting.path')}</Table.Th>
            <Table.Th>{t('exporting.hash')}</Table.Th>
            <Table.Th aria-label={t('exporting.again')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {earlier.map((record) => (
            <Table.Tr key={`${record.exportedAt} ${record.path}`}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.moment(record.exportedAt)}</Table.Td>
              <Table.Td>{t(`exporting.formats.${record.format}`)}</Table.Td>
              <Table.Td>
                <Text size="sm" style={{ wordBreak: 'break-all' }}>
                  {record.path}
                </Text>
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <Hash value={record.sha256} />{' '}
                {(times.get(record.sha256) ?? 0) > 1 && (
                  <Badge variant="default" radius="sm" styles={{ root: { textTransform: 'none' } }}>
                    {t('exporting.sameBytes')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconRefresh size={12} aria-hidden />}
                  onClick={() => again.mutate(record)}
                >
                  {t('exporting.again')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
