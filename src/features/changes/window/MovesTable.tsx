import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useFirstOf } from '../../../renderer/components/FirstOf';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import phone from '../../../renderer/components/phone-rows.module.css';

interface Row {
  readonly key: string;
  /** The first names the row. */
  readonly cells: readonly ReactNode[];
  readonly came: number;
  readonly went: number;
}

/** Rows of a table of this screen, until the rest is asked for: so that what stands below is seen. */
export const ROWS_AT_FIRST = 10;

/** What came in and went out, one row for each reason, segment, group or title; nothing without rows. */
export function MovesTable({
  title,
  description,
  columns,
  texts = 1,
  rows,
}: {
  title: string;
  description?: string | undefined;
  columns: readonly string[];
  /** How many of the columns hold words; the others hold numbers. */
  texts?: number;
  rows: readonly Row[];
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { shown, more } = useFirstOf(rows, ROWS_AT_FIRST);
  if (rows.length === 0) return null;
  const headings = [...columns, t('changes.came'), t('changes.went')];
  return (
    <Section title={title} description={description} flush foot={more}>
      <Table horizontalSpacing="md" aria-label={title} className={phone.rows}>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading, place) => (
              <Table.Th key={heading} ta={place < texts ? 'left' : 'right'}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ key, cells: [name, ...cells], came, went }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              {[...cells, format.count(came), format.count(went)].map((cell, place) => (
                <Table.Td
                  key={headings[place + 1]}
                  ta={place + 1 < texts ? 'left' : 'right'}
                  data-label={headings[place + 1]}
                >
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
