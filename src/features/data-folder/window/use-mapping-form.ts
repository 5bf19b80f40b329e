/** The form of a column mapping, and its required fields. */
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Mapping } from '../../../shared/contract/dataset';
import { fieldsOfMapping, type MappingFields } from './mapping-fields';

export type MappingForm = UseFormReturnType<MappingFields>;

export function useMappingForm(mapping: Mapping | null): MappingForm {
  const t = useTexts();
  const needed = (value: string): string | null => (value.trim() === '' ? t('data.mappingNeeded') : null);
  return useForm<MappingFields>({
    initialValues: fieldsOfMapping(mapping),
    validate: {
      events: { file: needed, profile: needed, item: needed },
      // Naming a file requires naming its ID column.
      profiles: { profile: (value, { profiles }) => (profiles.file === '' ? null : needed(value)) },
      items: { item: (value, { items }) => (items.file === '' ? null : needed(value)) },
    },
  });
}
