import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../shared/contract/run';
import { DEFAULT_RECIPE, recipeDifferences } from '../../../shared/recipe/schema';
import { KNOBS } from '../../../shared/recipe/table';
import { Section } from '../../../renderer/components/Section';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useRuns } from '../../../renderer/stores/engine-data';
import { usePreferences } from '../../../renderer/stores/preferences';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** Settings in which the run differs from its parent, or from the defaults if it has none. */
export function Differences({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const { data: runs = [] } = useRuns();
  const parent = runs.find(({ runId }) => runId === run.parent);
  const rows: { label: string; there: string; here: string }[] = recipeDifferences(
    parent?.recipe ?? DEFAULT_RECIPE,
    run.recipe,
  ).map(({ knob, left, right }) => ({
    label: KNOBS[knob].label[language],
    there: knobValue(knob, left),
    here: knobValue(knob, right),
  }));
  if (parent !== undefined && parent.seed !== run.seed)
    rows.push({ label: t('runs.seedRow'), there: String(parent.seed), here: String(run.seed) });
  return (
    <Section
      title={t(run.parent === null ? 'runs.presetDifferences' : 'runs.parentDifferences')}
      description={
        run.parent !== null && parent === undefined ? t('runs.parentGone', { parent: run.parent }) : undefined
      }
      flush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('runs.noDifferences')}
        </Text>
      ) : (
        <Table horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('runs.setting')}</Table.Th>
              <Table.Th>
                {parent === undefined ? t('runs.inDefaults') : t('runs.inParent', { name: nameApart(parent) })}
              </Table.Th>
              <Table.Th>{t('runs.here')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ label, there, here }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                <Table.Td>{there}</Table.Td>
                <Table.Td fw={600}>{here}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
