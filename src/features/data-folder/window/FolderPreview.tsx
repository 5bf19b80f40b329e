import { Badge, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { FileReport, FolderView } from '../../../shared/contract/dataset';
import { placeOfRows } from '../../../shared/values/place-of-rows';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { type MappingFields, meaningsOf } from './mapping-fields';
import classes from './Data.module.css';

type File = FolderView['files'][number];

/**
 * The files of a folder with their first rows, and what each file and column is taken for. @param fields what the form
 * says; null to go by file names
 */
export function FolderPreview({ view, fields }: { view: FolderView; fields: MappingFields | null }): ReactNode {
  const t = useTexts();
  const left = view.allFiles - view.files.length;
  return (
    <>
      {view.files.map((file) => (
        <FileOf key={`${file.file} ${file.sheet?.name ?? ''}`} file={file} fields={fields} />
      ))}
      {left > 0 && (
        <Text size="sm" c="dimmed">
          {t('data.look.moreFiles', { count: left })}
        </Text>
      )}
    </>
  );
}

function FileOf({ file, fields }: { file: File; fields: MappingFields | null }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const name = placeOfRows({ file: file.file, sheet: file.sheet?.name });
  const meanings = fields === null ? null : meaningsOf(file, fields);
  const role: FileReport['role'] = meanings === null ? (file.role ?? 'ignored') : (meanings.role ?? 'ignored');
  return (
    <Section
      flush
      title={
        <Group gap="sm">
          <span style={{ overflowWrap: 'anywhere' }}>{name}</span>
          <Badge tt="none" variant={role === 'ignored' ? 'default' : 'light'}>
            {t(`data.roles.${role}`)}
          </Badge>
        </Group>
      }
      description={file.bytes === null ? t('data.look.unreadable') : format.bytes(file.bytes)}
    >
      {file.columns.length === 0 ? (
        <Text size="sm" c={file.isDamaged === true ? 'var(--shelfwise-warning)' : 'dimmed'} px="md" pb="md">
          {t(file.isDamaged === true ? 'data.look.damaged' : 'data.look.noTable')}
        </Text>
      ) : (
        <div
          className={classes.firstRows}
          tabIndex={0}
          role="region"
          aria-label={t('data.look.firstRows', { file: name })}
        >
          <Table horizontalSpacing="md" withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                {file.columns.map((column) => {
                  const meaning = meanings?.of(column) ?? null;
                  return (
                    <Table.Th key={column} data-meaning={meaning ?? undefined}>
                      {column}
                      {meanings?.role != null && (
                        <Text size="xs" c={meaning === null ? 'dimmed' : undefined} fw={meaning === null ? 400 : 600}>
                          {meaning === null ? t('data.look.unused') : t(`data.look.meanings.${meaning}`)}
                        </Text>
                      )}
                    </Table.Th>
                  );
                })}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {file.rows.map((row, at) => (
                <Table.Tr key={at}>
                  {row.map((cell, column) => (
                    <Table.Td key={column} title={cell}>
                      {cell}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}
