import { Button, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { TrashEntry } from '../../../shared/contract/workspace';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { ProblemList } from '../../../renderer/components/ProblemList';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { UnseenHeader } from '../../../renderer/components/UnseenHeader';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useRunName } from '../../../renderer/stores/engine-data';
import { useRestore } from '../../../renderer/actions/use-restore';
import { EmptyTrash } from './EmptyTrash';

/** The trash: its contents, with buttons to restore an entry or empty it all. */
export function TrashSection(): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const trash = useQuery(queries.workspace.trash.queryOptions());
  const { data: unreadable = [] } = useQuery(queries.workspace.unreadableTrash.queryOptions());
  return (
    <Section title={t('trash.title')} description={t('trash.help')} actions={<EmptyTrash />}>
      <Query of={trash}>
        {(entries) =>
          entries.length === 0 && unreadable.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('trash.empty')}
            </Text>
          ) : (
            entries.length > 0 && <Entries entries={entries} />
          )
        }
      </Query>
      <ProblemList title={t('trash.newer')} problems={unreadable} />
    </Section>
  );
}

function Entries({ entries }: { entries: readonly TrashEntry[] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const nameOfRun = useRunName();
  const restore = useMutation({ mutationFn: useRestore() });
  // Once any program has restored the entry, it no longer shows as failed.
  const isStill = entries.some(({ entry }) => entry === restore.variables);
  return (
    <>
      {restore.error !== null && isStill && <ErrorNotice title={t('trash.restoreFailed')} error={restore.error} />}
      <Table aria-label={t('trash.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('trash.name')}</Table.Th>
            <Table.Th>{t('trash.what')}</Table.Th>
            <Table.Th>{t('trash.deletedAt')}</Table.Th>
            <Table.Th ta="right">{t('trash.size')}</Table.Th>
            <Table.Th ta="right">{t('trash.affected')}</Table.Th>
            <UnseenHeader text={t('trash.restore')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ entry, kind, id, name: recorded, deletedAt, bytes, affectedRuns }) => {
            const name = kind === 'run' ? nameOfRun(recorded) : recorded;
            return (
              <Table.Tr key={entry}>
                <Table.Td title={id}>{name}</Table.Td>
                <Table.Td>{t(`trash.kinds.${kind}`)}</Table.Td>
                <Table.Td>{format.moment(deletedAt)}</Table.Td>
                <Table.Td ta="right">{format.bytes(bytes)}</Table.Td>
                <Table.Td ta="right">{kind === 'run' ? '' : format.count(affectedRuns.length)}</Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('trash.restoreOf', { name })}
                    onClick={() => restore.mutate(entry)}
                  >
                    {t('trash.restore')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}
