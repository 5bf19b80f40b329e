import { Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { FileReport } from '../../../shared/contract/dataset';
import { placeOfRows } from '../../../shared/values/place-of-rows';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import phone from '../../../renderer/components/phone-rows.module.css';
import classes from './Data.module.css';

/** One row per file: its role, its encoding, and a bar of accepted, repaired and rejected rows. */
export function FilesTable({ files }: { files: readonly FileReport[] }): ReactNode {
  const t = useTexts();
  return (
    <Section title={t('data.files')} flush actions={<Legend />}>
      <Table horizontalSpacing="md" aria-label={t('data.files')} className={phone.rows}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('data.file')}</Table.Th>
            <Table.Th>{t('data.role')}</Table.Th>
            <Table.Th>{t('data.encoding')}</Table.Th>
            <Table.Th ta="right">{t('data.rows')}</Table.Th>
            <Table.Th w="30%">
              <span className="shelfwise-visually-hidden">{t('data.outcome')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map((file) => (
            <FileLine key={file.file} report={file} />
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function FileLine({ report }: { report: FileReport }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const ignored = report.role === 'ignored';
  const { lineEnds } = report;
  const ends = lineEnds === 'mixed' || lineEnds === 'none' ? t(`data.lineEnds.${lineEnds}`) : lineEnds;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        {placeOfRows(report)}
        <Text size="xs" c="dimmed">
          {ignored ? '' : format.bytes(report.bytes)}
        </Text>
      </Table.Th>
      <Table.Td data-label={t('data.role')}>{t(`data.roles.${report.role}`)}</Table.Td>
      <Table.Td data-label={t('data.encoding')}>
        {ignored ? '–' : report.sheet === undefined ? `${report.encoding.toUpperCase()} · ${ends}` : t('data.workbook')}
      </Table.Td>
      <Table.Td ta="right" data-label={t('data.rows')}>
        {ignored ? '–' : format.count(report.rows)}
      </Table.Td>
      <Table.Td data-whole>
        <RowsBar report={report} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Draws every part at least two pixels wide, so that one bad row in a million shows. */
function RowsBar({ report }: { report: FileReport }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { accepted, repaired, rejected, rows } = report;
  if (rows === 0) return null;
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={t('data.barLabel', { accepted, repaired, rejected })}>
        {(['accepted', 'repaired', 'rejected'] as const).map((outcome) =>
          report[outcome] === 0 ? null : (
            <div key={outcome} className={classes[outcome]} style={{ flexGrow: report[outcome] }} />
          ),
        )}
      </div>
      {repaired + rejected > 0 && (
        <Text size="xs" c="dimmed" mt="3xs" aria-hidden>
          {[
            repaired > 0 ? `${format.count(repaired)} ${t('data.repaired')}` : null,
            rejected > 0 ? `${format.count(rejected)} ${t('data.rejected')}` : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      )}
    </div>
  );
}

function Legend(): ReactNode {
  const t = useTexts();
  return (
    <Group gap="md" aria-hidden>
      {(['accepted', 'repaired', 'rejected'] as const).map((outcome) => (
        <Group key={outcome} gap="xs">
          <span className={`${classes.swatch} ${classes[outcome]}`} />
          <Text size="xs" c="dimmed">
            {t(`data.${outcome}`)}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
