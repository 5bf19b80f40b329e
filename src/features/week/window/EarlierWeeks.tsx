import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { lastPart } from '../../../renderer/actions/use-opening';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { Section } from '../../../renderer/components/Section';
import { WideTable } from '../../../renderer/components/WideTable';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useWeekName } from '../../../renderer/components/labels/use-week-name';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Week } from '../contract/week';

/** The record of the weeks before: what came in, whose lists, who approved them and what was sent. */
export function EarlierWeeks({ weeks }: { weeks: readonly Week[] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const nameOf = useWeekName();
  const nameApart = useNameApart();
  const show = useShowRun();
  const [, go] = useLocation();
  if (weeks.length === 0) return null;
  return (
    <Section title={t('week.earlier')} flush>
      <WideTable minWidth={640}>
        <Table aria-label={t('week.earlier')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('week.columnWeek')}</Table.Th>
              <Table.Th ta="right">{t('week.step.came')}</Table.Th>
              <Table.Th>{t('shell.run')}</Table.Th>
              <Table.Th>{t('week.step.approved')}</Table.Th>
              <Table.Th>{t('week.step.sent')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {weeks.map((week) => {
              const { data, added, run, approved, sent } = week;
              return (
                <Table.Tr key={data.fingerprint}>
                  <Table.Th scope="row" fw={600}>
                    {nameOf(week.data).name}
                  </Table.Th>
                  <Table.Td ta="right">{format.count(added?.viewings ?? data.viewings)}</Table.Td>
                  <Table.Td>{run === null ? '–' : nameApart(run)}</Table.Td>
                  <Table.Td>
                    {approved === null
                      ? t('week.notApproved')
                      : t('week.approvedBy', {
                          name: approved.by === '' ? '–' : approved.by,
                          moment: format.moment(approved.at),
                        })}
                  </Table.Td>
                  <Table.Td>
                    {sent === null
                      ? t('week.nothingSent')
                      : t('week.file', { file: lastPart(sent.path), moment: format.moment(sent.at) })}
                  </Table.Td>
                  <Table.Td>
                    {run !== null && (
                      <Button
                        variant="default"
                        size="compact-sm"
                        onClick={() => {
                          show(run.runId, data.fingerprint);
                          go('/profiles');
                        }}
                      >
                        {t('week.showLists')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Section>
  );
}
