/** Recipe, data, computer and program: only what is not the same in all runs. */
import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run, RunComparison, RunDifference } from '../../../shared/contract';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import { Section } from '../../components/Section';
import { en } from '../../locales/en';
import { short, useFormat } from '../../locales/format';
import { useKnobValue } from '../../components/use-knob-value';
import { usePreferences } from '../../stores/preferences';
import { RunColumns } from './RunColumns';

const isKnob = (name: string): name is KnobName => Object.hasOwn(KNOBS, name);
type Property = keyof typeof en.compareRuns.property;
const isProperty = (name: string): name is Property => Object.hasOwn(en.compareRuns.property, name);

export function DifferenceTables({ comparison }: { comparison: RunComparison }): ReactNode {
  const { t } = useTranslation();
  const { runs } = comparison;
  const parts = (['recipe', 'data', 'environment'] as const).filter((part) => comparison[part].length > 0);
  if (parts.length === 0)
    return (
      <Section title={t('compareRuns.differences')}>
        <Text size="sm" c="dimmed">
          {t('compareRuns.noDifferences')}
        </Text>
      </Section>
    );
  return parts.map((part) => (
    <Section key={part} title={t(`compareRuns.${part}`)} flush>
      <DifferenceTable runs={runs} differences={comparison[part]} />
    </Section>
  ));
}

function DifferenceTable({
  runs,
  differences,
}: {
  runs: readonly Run[];
  differences: readonly RunDifference[];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const label = (name: string): string =>
    isKnob(name) ? KNOBS[name].label[language] : isProperty(name) ? t(`compareRuns.property.${name}`) : name;
  const text = (name: string, value: RunDifference['values'][number]): string => {
    if (value === null) return '–';
    if (isKnob(name)) return knobValue(name, value);
    return typeof value === 'string' && /^[0-9a-f]{40,}$/.test(value) ? short(value) : format.value(value);
  };
  return (
    <RunColumns of={t('runs.setting')} runs={runs}>
      {differences.map(({ name, values }) => (
        <Table.Tr key={name}>
          <Table.Th scope="row" fw={400}>
            {label(name)}
          </Table.Th>
          {values.map((value, place) => (
            <Table.Td key={runs[place]!.runId} fw={value === values[0] ? 400 : 600}>
              {text(name, value)}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </RunColumns>
  );
}
