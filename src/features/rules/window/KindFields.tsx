import { Checkbox, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { LIST_LENGTH, STORED_PLACES } from '../../../shared/limits';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Day } from './Day';
import type { RuleFields } from './rule-fields';

/** What a rule needs beside its titles, by its kind. */
export function KindFields({
  dataset,
  fields,
  set,
}: {
  dataset: Dataset;
  fields: RuleFields;
  set: (changes: Record<string, unknown>) => void;
}): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const number = (key: string, label: string, most: number, least = 1): ReactNode => (
    <NumberInput
      size="sm"
      label={label}
      min={least}
      max={most}
      allowDecimal={false}
      withAsterisk
      value={(fields[key] as number | undefined) ?? ''}
      onChange={(value) => set({ [key]: value })}
    />
  );
  switch (fields.kind) {
    case 'pin':
      return number('place', t('rules.place'), LIST_LENGTH);
    case 'boost':
      return number('places', t('rules.places'), STORED_PLACES - LIST_LENGTH);
    case 'bury':
      return number('places', t('rules.places'), STORED_PLACES);
    case 'at-most': {
      const per = fields['per'] as { series?: true; attribute?: string } | undefined;
      const value = per === undefined ? 'all' : per.series === true ? 'series' : `attribute ${per.attribute}`;
      return (
        <Group grow gap="sm" align="flex-start">
          {number('count', t('rules.count'), LIST_LENGTH - 1, 0)}
          <Select
            size="sm"
            label={t('rules.per')}
            allowDeselect={false}
            data={[
              { value: 'series', label: t('rules.perSeries') },
              ...dataset.itemAttributes.map(({ name }) => ({
                value: `attribute ${name}`,
                label: labels.attribute(name),
              })),
              { value: 'all', label: t('rules.perAll') },
            ]}
            value={value}
            onChange={(next) =>
              set({
                per:
                  next === 'all' || next === null
                    ? undefined
                    : next === 'series'
                      ? { series: true }
                      : { attribute: next.slice('attribute '.length) },
              })
            }
          />
        </Group>
      );
    }
    case 'age': {
      const ages = (fields['ages'] ?? {}) as { from?: number; to?: number };
      return (
        <Stack gap="xs">
          <Group grow gap="sm" align="flex-start">
            <Select
              size="sm"
              label={t('rules.ageAttribute')}
              withAsterisk
              data={dataset.profileAttributes.map(({ name }) => ({ value: name, label: labels.attribute(name) }))}
              value={(fields['attribute'] as string | undefined) ?? null}
              onChange={(attribute) => set({ attribute: attribute ?? undefined })}
            />
            {(['from', 'to'] as const).map((end) => (
              <NumberInput
                key={end}
                size="sm"
                label={t(end === 'from' ? 'rules.ageFrom' : 'rules.ageTo')}
                min={0}
                value={ages[end] ?? ''}
                onChange={(value) => set({ ages: { ...ages, [end]: typeof value === 'number' ? value : undefined } })}
              />
            ))}
          </Group>
          <Checkbox
            size="sm"
            label={t('rules.ageUnknown')}
            checked={fields['unknown'] === true}
            onChange={({ currentTarget }) => set({ unknown: currentTarget.checked })}
          />
        </Stack>
      );
    }
    case 'expire':
      return <Day label={t('rules.after')} isNeeded value={fields['after']} onChange={(after) => set({ after })} />;
    case 'new-titles':
      return (
        <Stack gap="2xs">
          <Group grow gap="sm" align="flex-start">
            {number('count', t('rules.newCount'), LIST_LENGTH)}
            <NumberInput
              size="sm"
              label={t('rules.newPlace')}
              placeholder={t('rules.newPlaceLast')}
              min={1}
              max={LIST_LENGTH}
              allowDecimal={false}
              value={(fields['place'] as number | undefined) ?? ''}
              onChange={(place) => set({ place: typeof place === 'number' ? place : undefined })}
            />
          </Group>
          <Text size="xs" c="dimmed">
            {t('rules.newHelp')}
          </Text>
        </Stack>
      );
    case 'hide':
    case 'in-order':
    case 'never-with':
      return null;
  }
}
