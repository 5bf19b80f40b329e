import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { HitChanges, RunComparison } from '../contract/run-comparison';
import { nameOf, namesBeside } from '../../../shared/values/titles-named';
import { Section } from '../../../renderer/components/Section';
import { WideTable } from '../../../renderer/components/WideTable';
import { useFormat } from '../../../renderer/locales/format';
import { ProfileLink } from './ProfileLink';

type Moved = HitChanges['most'][number];

/** Hold-out titles that the lists newly contain, and those they no longer contain, per profile. */
export function HitTables({ comparison: { runs, hits } }: { comparison: RunComparison }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const names = (titles: Moved['came']): string =>
    namesBeside(titles.map((title) => `${nameOf(title)} (${format.count(title.rank)})`));
  return hits.map(({ runId, first, hits: found, both, profiles, most }) => {
    const run = runs.find((one) => one.runId === runId)!;
    return (
      <Section
        key={runId}
        title={t('compareRuns.hits', { first: runs[0]!.name, other: run.name })}
        description={most.length > 0 && t('compareRuns.hitsHelp', { first, hits: found, both, profiles })}
        flush={most.length > 0}
      >
        {most.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('compareRuns.noHits')}
          </Text>
        ) : (
          <WideTable minWidth={600}>
            <Table horizontalSpacing="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('exporting.profile')}</Table.Th>
                  <Table.Th>{t('compareRuns.hitsCame')}</Table.Th>
                  <Table.Th>{t('compareRuns.hitsWent')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {most.map(({ profile, came, went }) => (
                  <Table.Tr key={profile}>
                    <Table.Th scope="row" fw={600}>
                      <ProfileLink run={run} runs={runs} profile={profile} among={most} />
                    </Table.Th>
                    <Table.Td>{names(came)}</Table.Td>
                    <Table.Td>{names(went)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        )}
      </Section>
    );
  });
}
