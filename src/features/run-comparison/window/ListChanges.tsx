import { Button, Table, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import type { RunComparison } from '../contract/run-comparison';
import { LIST_LENGTH } from '../../../shared/limits';
import { namesBeside } from '../../../shared/values/titles-named';
import { Section } from '../../../renderer/components/Section';
import { UnseenHeader } from '../../../renderer/components/UnseenHeader';
import { useFormat } from '../../../renderer/locales/format';
import phone from '../../../renderer/components/phone-rows.module.css';
import { ProfileLink } from './ProfileLink';
import { SideBySide } from './SideBySide';

/** The profiles whose lists changed most between the first run and another. */
export function ListChanges({ comparison: { runs, lists } }: { comparison: RunComparison }): ReactNode {
  const t = useTexts();
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
          <Table horizontalSpacing="md" className={phone.rows}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('exporting.profile')}</Table.Th>
                <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {t('compareRuns.shared')}
                </Table.Th>
                <Table.Th>{t('compareRuns.gone')}</Table.Th>
                <Table.Th>{t('compareRuns.come')}</Table.Th>
                <UnseenHeader text={t('compareRuns.bothLists')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {most.map((one) => (
                <ChangedList key={one.profile} changed={one} runs={[runs[0]!, run]} all={runs} among={most} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
    );
  });
}

function ChangedList({
  changed: { profile, shared, gone, come },
  runs,
  all,
  among,
}: {
  changed: RunComparison['lists'][number]['most'][number];
  /** The first run and the one compared with it. */
  runs: readonly [Run, Run];
  /** Every compared run. */
  all: readonly Run[];
  among: RunComparison['lists'][number]['most'];
}): ReactNode {
  const t = useTexts();
  const [isOpen, { toggle }] = useDisclosure();
  const lists = useId();
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row" fw={600}>
          <ProfileLink run={runs[1]} runs={all} profile={profile} among={among} />
        </Table.Th>
        <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }} data-label={t('compareRuns.shared')}>
          {t('compareRuns.sharedOf', { shared, length: LIST_LENGTH })}
        </Table.Td>
        <Table.Td data-whole data-label={t('compareRuns.gone')}>
          {namesBeside(gone)}
        </Table.Td>
        <Table.Td data-whole data-label={t('compareRuns.come')}>
          {namesBeside(come)}
        </Table.Td>
        <Table.Td ta="right">
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={isOpen}
            {...(isOpen && { 'aria-controls': lists })}
            aria-label={t('compareRuns.bothListsOf', { profile })}
            onClick={toggle}
          >
            {t('compareRuns.bothLists')}
          </Button>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr id={lists}>
          <Table.Td colSpan={5} data-whole>
            <SideBySide runs={runs} profile={profile} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
