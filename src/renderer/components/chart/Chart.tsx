import { Button, Table } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import type { ChartContent, ChartTable } from '../../../shared/charts/chart-content';
import { Key } from './Key';
import { Picture } from './Picture';
import classes from './Chart.module.css';

/**
 * A chart: title, summary sentence, picture, and the same figures as a table to read or copy. Loads the drawing code
 * when first needed.
 */
export function Chart({ title, summary, drawing, table, keys = [] }: ChartContent): ReactNode {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const sentence = useId();
  const tableId = useId();
  return (
    <figure className={classes.figure} aria-label={title}>
      <figcaption>
        <div className={classes.title}>{title}</div>
        <p id={sentence} className={classes.summary}>
          {summary}
        </p>
      </figcaption>
      <Key entries={keys} />
      <Picture drawing={drawing} labelledBy={sentence} onFailed={() => setOpen(true)} />
      <Button
        size="compact-xs"
        variant="subtle"
        mt="2xs"
        leftSection={<IconTable size={14} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={tableId}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'charts.hideTable' : 'charts.showTable')}
      </Button>
      <div id={tableId} hidden={!isOpen}>
        {isOpen && <Figures title={title} table={table} />}
      </div>
    </figure>
  );
}

function Figures({ title, table: { columns, rows } }: { title: string; table: ChartTable }): ReactNode {
  return (
    // A tab stop, so that its rows can be scrolled without a mouse.
    <div className={classes.table} role="region" aria-label={title} tabIndex={0}>
      <Table verticalSpacing="3xs" horizontalSpacing="sm" withRowBorders>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, place) => (
              <Table.Th key={column} ta={place === 0 ? 'left' : 'right'}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, ...cells]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              {cells.map((cell, place) => (
                <Table.Td key={columns[place + 1]} ta="right">
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
