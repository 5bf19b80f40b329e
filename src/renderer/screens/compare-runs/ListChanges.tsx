/** The profiles whose lists changed most from the first run to another. */
import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RunComparison } from '../../../shared/contract';
import { LIST_LENGTH } from '../../../shared/limits';
import { Section } from '../../components/Section';
import { useFormat } from '../../locales/format';
import { activateRun } from '../../stores/selection';

export function ListChanges({ comparison: { runs, lists } }: { comparison: RunComparison }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return lists.map(({ runId, profiles, changed, meanShared, most }) => {
    const run = runs.find((one) => one.runId === runId)!;
    return (
      <Section
        key={runId}
        title={t('compareRuns.lists', { first: runs[0]!.name, other: run.name })}
        description={t('compareRuns.listsHelp', {
          changed: format.count(changed),
          profiles: format.count(profiles),
          shared: format.score(meanShared, 1),
          length: LIST_LENGTH,
        })}
        flush={most.length > 0}
      >
        {most.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('compareRuns.noChanges')}
          </Text>
        ) : (
          <Table horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('exporting.profile')}</Table.Th>
                <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {t('compareRuns.shared')}
                </Table.Th>
                <Table.Th>{t('compareRuns.gone')}</Table.Th>
                <Table.Th>{t('compareRuns.come')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {most.map(({ profile, shared, gone, come }) => (
                <Table.Tr key={profile}>
                  <Table.Th scope="row" fw={500}>
                    <Anchor
                      component={Link}
                      href={`/compare/${encodeURIComponent(profile)}`}
                      size="sm"
                      onClick={() => activateRun(run.runId, run.dataset.fingerprint)}
                    >
                      {profile}
                    </Anchor>
                  </Table.Th>
                  <Table.Td ta="right">{t('compareRuns.sharedOf', { shared, length: LIST_LENGTH })}</Table.Td>
                  <Table.Td>{gone.join(', ')}</Table.Td>
                  <Table.Td>{come.join(', ')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
    );
  });
}
