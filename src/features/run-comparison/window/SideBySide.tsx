import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';

/** The lists of one profile in two runs, place by place. */
export function SideBySide({ runs, profile }: { runs: readonly Run[]; profile: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const runIds = runs.map(({ runId }) => runId);
  const lists = useQuery(queries.runs.sideBySide.queryOptions({ input: { runIds, profile } }));
  return (
    <Query of={lists} lines={6}>
      {({ runs: [first, ...others] }) => {
        const stays = new Set(others.flatMap(({ list }) => list?.map(({ item }) => item) ?? []));
        const all = [first!, ...others];
        const places = Math.max(...all.map(({ list }) => list?.length ?? 0));
        return (
          <Table verticalSpacing={2} layout="fixed" aria-label={t('compareRuns.bothListsOf', { profile })}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={88}>{t('compareRuns.place')}</Table.Th>
                {runs.map(({ runId, name }) => (
                  <Table.Th key={runId}>{name}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {Array.from({ length: places }, (_, place) => (
                <Table.Tr key={place}>
                  <Table.Th scope="row" fw={400}>
                    {format.count(place + 1)}
                  </Table.Th>
                  {all.map(({ runId, list }, index) => {
                    const one = list?.[place];
                    const isGone = index === 0 && one !== undefined && !stays.has(one.item);
                    const isNew = index > 0 && one !== undefined && one.first === null;
                    return (
                      <Table.Td key={runId}>
                        {list === null && place === 0 && (
                          <Text size="sm" c="dimmed">
                            {t('compareRuns.noList')}
                          </Text>
                        )}
                        {one !== undefined && (
                          <Text
                            size="sm"
                            span
                            fw={isNew ? 600 : 400}
                            {...(isGone && { c: 'dimmed', td: 'line-through' })}
                          >
                            {one.title ?? one.item}
                            <Text size="xs" span c="dimmed">
                              {isNew && ` · ${t('compareRuns.newHere')}`}
                              {index > 0 &&
                                one.first !== null &&
                                one.first !== place + 1 &&
                                ` · ${t('compareRuns.was', { place: one.first })}`}
                            </Text>
                          </Text>
                        )}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        );
      }}
    </Query>
  );
}
