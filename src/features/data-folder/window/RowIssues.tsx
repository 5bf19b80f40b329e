import { Alert, Box, Button, Group, SegmentedControl, Switch, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset, RowIssue } from '../../../shared/contract/dataset';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Pager } from '../../../renderer/components/Pager';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { WideTable } from '../../../renderer/components/WideTable';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { ReasonCounts } from './ReasonCounts';
import { useReasonText } from './reasons';
import classes from './Data.module.css';

const PAGE = 20;
export type WhichRows = 'all' | 'rejected' | 'repaired';

/** The section's ID. */
export const ROWS_PART = 'rows';

/** Repaired and rejected rows, page by page: place, reason and raw text. */
export function RowIssues({
  dataset,
  which,
  onWhich,
}: {
  dataset: Dataset;
  which: WhichRows;
  onWhich: (which: WhichRows) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const [turned, turn] = useState({ which, start: 0 });
  const start = turned.which === which ? turned.start : 0;
  const page = useQuery(
    queries.datasets.rowIssues.queryOptions({
      input: {
        fingerprint: dataset.fingerprint,
        start,
        end: start + PAGE,
        ...(which === 'all' ? {} : { outcome: which }),
      },
      placeholderData: keepPreviousData,
    }),
  );
  const sum = (outcome: 'rejected' | 'repaired'): number =>
    dataset.files.reduce((total, file) => total + file[outcome], 0);
  const [rejected, repaired] = [sum('rejected'), sum('repaired')];
  const forgotten = dataset.files
    .flatMap(({ reasons }) => reasons.rejected)
    .reduce((total, { reason, rows }) => total + (reason === 'forgotten' ? rows : 0), 0);
  if (rejected + repaired === 0)
    return (
      <Section title={t('data.issues')}>
        <Text size="sm" c="dimmed">
          {t('data.noIssues')}
        </Text>
      </Section>
    );
  return (
    <Section
      id={ROWS_PART}
      title={t('data.issues')}
      description={[
        t('data.issuesBody'),
        ...(forgotten > 0 ? [t('data.issuesForgotten', { count: forgotten })] : []),
      ].join(' ')}
      flush
      actions={<SaveIssues dataset={dataset} />}
    >
      <Box px="md" pb="sm">
        <ReasonCounts dataset={dataset} of={['rejected', 'repaired']} />
      </Box>
      <Group justify="space-between" px="md" pb="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('data.filter')}
          value={which}
          onChange={(value) => onWhich(value as WhichRows)}
          data={[
            { value: 'all', label: `${t('data.all')} ${format.count(rejected + repaired)}` },
            { value: 'rejected', label: `${t('data.rejected')} ${format.count(rejected)}` },
            { value: 'repaired', label: `${t('data.repaired')} ${format.count(repaired)}` },
          ]}
        />
        <Pager start={start} size={PAGE} total={page.data?.total ?? 0} onStart={(to) => turn({ which, start: to })} />
      </Group>
      <Query of={page}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Text size="sm" c="dimmed" px="md" pb="md">
              {t('data.noneOfKind')}
            </Text>
          ) : (
            <IssuesTable rows={rows} />
          )
        }
      </Query>
    </Section>
  );
}

function IssuesTable({ rows }: { rows: readonly RowIssue[] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const reasonText = useReasonText();
  return (
    <WideTable minWidth={820}>
      <Table horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('data.file')}</Table.Th>
            <Table.Th ta="right">{t('data.line')}</Table.Th>
            <Table.Th>{t('data.column')}</Table.Th>
            <Table.Th>{t('data.outcome')}</Table.Th>
            <Table.Th>{t('data.reasonColumn')}</Table.Th>
            <Table.Th w="40%">{t('data.raw')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.file} ${row.line} ${row.reason}`}>
              <Table.Td>{row.file}</Table.Td>
              <Table.Td ta="right">{format.count(row.line)}</Table.Td>
              <Table.Td>{row.column ?? '–'}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{t(`data.${row.outcome}`)}</Table.Td>
              <Table.Td>{reasonText(row.reason)}</Table.Td>
              <Table.Td className={classes.raw}>{row.raw}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function SaveIssues({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const [raw, setRaw] = useState(false);
  const [answer, setAnswer] = useState<{ path: string; rows: number } | { error: unknown } | null>(null);
  const save = async (): Promise<void> => {
    setAnswer(null);
    try {
      const out = await shell.user.pickSaveFile({
        suggestedName: `${dataset.name}-rows.csv`,
        filter: { name: 'CSV', extensions: ['csv'] },
      });
      if (out !== null)
        setAnswer(await client.datasets.exportRowIssues({ fingerprint: dataset.fingerprint, out, raw }));
    } catch (error) {
      setAnswer({ error });
    }
  };
  return (
    <Group gap="sm">
      {answer !== null &&
        ('error' in answer ? (
          <ErrorNotice title={t('data.saveFailed')} error={answer.error} onRetry={() => void save()} />
        ) : (
          <Alert variant="light" role="status" py="2xs">
            {t('data.saved', { path: answer.path, count: answer.rows })}
          </Alert>
        ))}
      <Switch
        size="xs"
        label={t('data.exact')}
        description={t('data.exactHelp')}
        checked={raw}
        onChange={(event) => setRaw(event.currentTarget.checked)}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={() => void save()}
      >
        {t('data.save')}
      </Button>
    </Group>
  );
}
