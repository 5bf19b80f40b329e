import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { WideTable } from '../../../renderer/components/WideTable';

/** A table with a column per compared run, whose heading links to the run. */
export function RunColumns({
  of,
  runs,
  align,
  children,
}: {
  /** What the rows list. */
  of: string;
  runs: readonly Run[];
  align?: 'right';
  children: ReactNode;
}): ReactNode {
  return (
    <WideTable minWidth={200 + 150 * runs.length}>
      <Table horizontalSpacing="md" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{of}</Table.Th>
            {runs.map(({ runId, name }) => (
              <Table.Th key={runId} ta={align} miw={120}>
                <Anchor component={Link} href={`/runs/${runId}`} size="sm" fw={600}>
                  {name}
                </Anchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </WideTable>
  );
}
