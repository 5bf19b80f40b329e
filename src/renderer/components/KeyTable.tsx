import { Group, Kbd, Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** A table of keys and what they do. */
export function KeyTable({ rows }: { rows: readonly (readonly [keys: readonly string[], what: string])[] }): ReactNode {
  return (
    <Table withRowBorders={false} verticalSpacing="3xs" horizontalSpacing={0}>
      <Table.Tbody>
        {rows.map(([keys, what]) => (
          <Table.Tr key={`${keys.join(' ')} ${what}`}>
            <Table.Td pr="xs">{what}</Table.Td>
            <Table.Td>
              <Group gap="2xs" wrap="nowrap" justify="end">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
