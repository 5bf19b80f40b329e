/** Recipe, data, rules, computer and program: only what is not the same in all runs. */
import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run, RunComparison, RunDifference } from '../../../shared/contract';
import { type Knob, KNOBS, type KnobName } from '../../../shared/recipe/table';
import { Section } from '../../components/Section';
import { propertyName, propertyText } from '../../../shared/texts/property-text';
import { useFormat } from '../../locales/format';
import { usePreferences } from '../../stores/preferences';
import { RunColumns } from './RunColumns';

export function DifferenceTables({ comparison }: { comparison: RunComparison }): ReactNode {
  const { t } = useTranslation();
  const { runs } = comparison;
  const parts = (['recipe', 'data', 'rules', 'environment'] as const).filter((part) => comparison[part].length > 0);
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
  const wording = { t, format: useFormat() };
  const language = usePreferences((state) => state.language);
  return (
    <RunColumns of={t('runs.setting')} runs={runs}>
      {differences.map(({ name, values }) => (
        <Table.Tr key={name}>
          <Table.Th scope="row" fw={400}>
            {propertyName(name, wording, language)}
          </Table.Th>
          {values.map((value, place) => (
            <Table.Td key={runs[place]!.runId} fw={value === values[0] ? 400 : 600}>
              {isRead(name, runs[place]!) ? propertyText(name, value, wording, language) : '–'}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </RunColumns>
  );
}

/** Whether a setting says anything of a run: its model may have no such thing. */
function isRead(name: string, { recipe }: Run): boolean {
  const knob: Knob | undefined = Object.hasOwn(KNOBS, name) ? KNOBS[name as KnobName] : undefined;
  return knob?.models === undefined || knob.models.includes(recipe.model);
}
