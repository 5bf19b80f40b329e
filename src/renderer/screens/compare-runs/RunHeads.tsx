/** Column heads: the runs that are compared, by name, each leading to itself. */
import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Run } from '../../../shared/contract';

export function RunHeads({ runs, align }: { runs: readonly Run[]; align?: 'right' }): ReactNode {
  return runs.map(({ runId, name }) => (
    <Table.Th key={runId} ta={align} miw={120}>
      <Anchor component={Link} href={`/runs/${runId}`} size="sm" fw={600}>
        {name}
      </Anchor>
    </Table.Th>
  ));
}
