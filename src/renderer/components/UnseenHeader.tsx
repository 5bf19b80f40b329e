/** A column header for screen readers only, where the cells speak for themselves. A label without text is not enough for all of them. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export function UnseenHeader({ text, width }: { text: string; width?: number }): ReactNode {
  return (
    <Table.Th {...(width === undefined ? {} : { w: width })}>
      <span className="shelfwise-visually-hidden">{text}</span>
    </Table.Th>
  );
}
