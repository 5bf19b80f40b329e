/** The header of a column whose cells speak for themselves: for who hears the table only. A label without text is not enough for all readers. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export function UnseenHeader({ text, width }: { text: string; width?: number }): ReactNode {
  return (
    <Table.Th {...(width === undefined ? {} : { w: width })}>
      <span className="shelfwise-visually-hidden">{text}</span>
    </Table.Th>
  );
}
