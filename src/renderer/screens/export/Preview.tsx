/** The first rows, exactly as in the file. */
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recommendation, RunRecord } from '../../../shared/contract';
import type { ExportFormat } from '../../../shared/export-formats';
import { LIST_LENGTH } from '../../../shared/limits';
import { Query } from '../../components/Query';
import { Section } from '../../components/Section';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';

const PROFILES = 4;
const TITLES = 3;

export function Preview({ run, format }: { run: RunRecord; format: ExportFormat }): ReactNode {
  const { t } = useTranslation();
  const { client } = useEngine();
  const preview = useQuery({
    queryKey: ['export preview', run.runId],
    queryFn: async () => {
      const { rows } = await client.profiles.page({ data: run.dataset.fingerprint, start: 0, end: PROFILES });
      return Promise.all(
        rows.map(({ profile }) => client.recommend({ runId: run.runId, profile, count: LIST_LENGTH })),
      );
    },
  });
  return (
    <Section title={t('exporting.preview')} description={t('exporting.previewHelp')} flush>
      <Query of={preview}>
        {(lists) => (format === 'submission' ? <SubmissionRows lists={lists} /> : <LongRows lists={lists} />)}
      </Query>
    </Section>
  );
}

function SubmissionRows({ lists }: { lists: readonly Recommendation[] }): ReactNode {
  return (
    <Table verticalSpacing={5} horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>profile_id</Table.Th>
          <Table.Th>predicted_list</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lists.map(({ profile, items }) => (
          <Table.Tr key={profile}>
            <Table.Th scope="row" fw={500}>
              {profile}
            </Table.Th>
            <Table.Td>
              <Text size="xs" ff="monospace">
                [{items.map(({ item }) => item).join(', ')}]
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function LongRows({ lists }: { lists: readonly Recommendation[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table verticalSpacing={4} horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('exporting.profile')}</Table.Th>
          <Table.Th ta="right">{t('exporting.rank')}</Table.Th>
          <Table.Th>{t('exporting.item')}</Table.Th>
          <Table.Th>{t('exporting.title')}</Table.Th>
          <Table.Th ta="right">{t('exporting.score')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lists.flatMap(({ profile, items }) =>
          items.slice(0, TITLES).map(({ rank, item, title, score }) => (
            <Table.Tr key={`${profile} ${item}`}>
              <Table.Td>{profile}</Table.Td>
              <Table.Td ta="right">{rank}</Table.Td>
              <Table.Td>{item}</Table.Td>
              <Table.Td>{title ?? '–'}</Table.Td>
              <Table.Td ta="right">{format.score(score)}</Table.Td>
            </Table.Tr>
          )),
        )}
      </Table.Tbody>
    </Table>
  );
}
