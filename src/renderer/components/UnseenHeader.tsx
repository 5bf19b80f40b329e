import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/**
 * A column header for screen readers only, for cells that need none on screen. Some screen readers ignore a label
 * without text.
 */
export function UnseenHeader({ text, width }: { text: string; width?: number }): ReactNode {
  return (
    <Table.Th {...(width === undefined ? {} : { w: width })}>
      <span className="shelfwise-visually-hidden">{text}</span>
    </Table.Th>
  );
}
