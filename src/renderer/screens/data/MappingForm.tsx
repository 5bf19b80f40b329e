/** Which file and which columns are what, for folders whose names are not recognised. */
import { Button, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../../shared/contract';
import { Section } from '../../components/Section';
import { useOpenings } from '../../actions/use-opening';
import { fieldsOfMapping, mappingOfFields } from './mapping-fields';

const GROUPS = {
  events: ['file', 'profile', 'item', 'time'],
  profiles: ['file', 'profile', 'attributes'],
  items: ['file', 'item', 'title', 'attributes'],
} as const;

interface MappingFormProps {
  folder: string;
  mapping: Mapping | null;
  /** Of a proposal: the fields that were guessed from values alone. */
  guessed?: readonly string[] | undefined;
}

export function MappingForm({ folder, mapping, guessed }: MappingFormProps): ReactNode {
  const { t } = useTranslation();
  const { openFolder } = useOpenings();
  const needed = (value: string): string | null => (value.trim() === '' ? t('data.mappingNeeded') : null);
  const form = useForm({
    initialValues: fieldsOfMapping(mapping),
    validate: {
      events: { file: needed, profile: needed, item: needed },
      // Once a file is named, so must be the column of its IDs.
      profiles: { profile: (value, { profiles }) => (profiles.file === '' ? null : needed(value)) },
      items: { item: (value, { items }) => (items.file === '' ? null : needed(value)) },
    },
  });
  return (
    <Section title={t('data.mapping')} description={t('data.mappingHelp')}>
      <form onSubmit={form.onSubmit((fields) => void openFolder(folder, mappingOfFields(fields, mapping)))}>
        <Stack gap="md" mt="xs" align="flex-start">
          {guessed !== undefined && mapping !== null && <Text size="sm">{t('data.mappingProposed')}</Text>}
          <SimpleGrid cols={3} spacing="xl" w="100%">
            {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
              <Stack key={group} component="fieldset" gap="sm" m={0} p={0} bd="none">
                <legend style={{ fontWeight: 600, padding: 0, marginBottom: 6 }}>
                  {t(`data.mappingGroups.${group}`)}
                </legend>
                {GROUPS[group].map((field) => (
                  <TextInput
                    key={field}
                    label={t(`data.mappingFields.${field}`)}
                    description={guessed?.includes(`${group}.${field}`) ? t('data.mappingGuessed') : undefined}
                    {...form.getInputProps(`${group}.${field}`)}
                  />
                ))}
              </Stack>
            ))}
          </SimpleGrid>
          <Button type="submit">{t('data.mappingRead')}</Button>
        </Stack>
      </form>
    </Section>
  );
}
