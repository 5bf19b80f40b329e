import { Button, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { FolderView, Mapping } from '../../../shared/contract/dataset';
import { Section } from '../../../renderer/components/Section';
import { useOpenings } from '../../../renderer/actions/use-opening';
import { isMeant, isTable, isWorkbook, mappingOfFields } from './mapping-fields';
import { NameField } from './NameField';
import type { MappingForm as Form } from './use-mapping-form';

const GROUPS = {
  events: ['file', 'profile', 'item', 'time'],
  profiles: ['file', 'sheet', 'profile', 'attributes'],
  items: ['file', 'sheet', 'item', 'title', 'attributes'],
} as const;
type Group = keyof typeof GROUPS;

interface MappingFormProps {
  folder: string;
  form: Form;
  /** Initial values of the fields. */
  mapping: Mapping | null;
  /** Contents of the folder; null while or if unknown. */
  view: FolderView | null;
  /** Fields of a proposal that were guessed from values alone. */
  guessed?: readonly string[] | undefined;
  /** ID of the form, for a submit button elsewhere. */
  id?: string;
}

/** The fields offer what is in the folder and take any other name: reading the folder reports a wrong one. */
export function MappingForm({ folder, form, mapping, view, guessed, id }: MappingFormProps): ReactNode {
  const t = useTexts();
  const { readFolder } = useOpenings();
  const tables = view?.files.filter(({ columns }) => columns.length > 0) ?? [];
  const columnsOf = (group: Group): string[] =>
    tables.find((table) => isTable(form.values[group], table))?.columns ?? [];
  const offered = (group: Group, field: (typeof GROUPS)[Group][number]): string[] => {
    // Events cannot be read from workbooks.
    if (field === 'file')
      return [
        ...new Set(tables.filter(({ sheet }) => group !== 'events' || sheet === undefined).map(({ file }) => file)),
      ];
    if (field !== 'sheet') return columnsOf(group);
    return tables.flatMap(({ file, sheet }) =>
      sheet !== undefined && isMeant(form.values[group].file, file) ? [sheet.name] : [],
    );
  };
  return (
    <Section title={t('data.mapping')} description={t('data.mappingHelp')}>
      <form id={id} onSubmit={form.onSubmit((fields) => void readFolder(folder, mappingOfFields(fields, mapping)))}>
        <Stack gap="md" mt="xs" align="flex-start">
          {guessed !== undefined && mapping !== null && <Text size="sm">{t('data.mappingProposed')}</Text>}
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl" w="100%">
            {(Object.keys(GROUPS) as Group[]).map((group) => (
              <Stack key={group} component="fieldset" gap="sm" m={0} p={0} bd="none">
                <legend style={{ fontWeight: 600, padding: 0, marginBottom: 'var(--mantine-spacing-xs)' }}>
                  {t(`data.mappingGroups.${group}`)}
                </legend>
                {GROUPS[group].map((field) => {
                  if (field === 'sheet' && !isWorkbook(form.values[group].file)) return null;
                  const name = `${group}.${field}`;
                  const label = t(`data.mappingFields.${field}`);
                  const props = { label, comboboxProps: { withinPortal: true }, ...form.getInputProps(name) };
                  if (field === 'attributes') return <TagsInput key={field} {...props} data={columnsOf(group)} />;
                  return (
                    <NameField
                      key={field}
                      {...props}
                      value={props.value as string}
                      description={guessed?.includes(name) ? t('data.mappingGuessed') : undefined}
                      data={offered(group, field)}
                      placeholder={field === 'sheet' ? t('data.mappingFirstSheet') : undefined}
                    />
                  );
                })}
              </Stack>
            ))}
          </SimpleGrid>
          <Button type="submit">{t('data.mappingRead')}</Button>
        </Stack>
      </form>
    </Section>
  );
}
