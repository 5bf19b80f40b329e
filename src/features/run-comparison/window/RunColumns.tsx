import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { WideTable } from '../../../renderer/components/WideTable';
import classes from './RunColumns.module.css';

/** A table with a column per compared run, whose heading links to the run. */
export function RunColumns({
  of,
  runs,
  children,
}: {
  /** What the rows list. */
  of: string;
  runs: readonly Run[];
  children: ReactNode;
}): ReactNode {
  return (
    // On a phone two runs fit beside each other.
    <WideTable minWidth={80 + 105 * runs.length}>
      <Table horizontalSpacing="clamp(6px, 1.2vw, 16px)" layout="fixed" className={classes.runs}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{of}</Table.Th>
            {runs.map(({ runId, name }) => (
              <Table.Th key={runId}>
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
