import { Alert, Select, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MOST_SWEPT_KNOBS } from '../contract/limits';
import { KNOB_NAMES, KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { canBeTried, isReadBy } from '../../../shared/recipe/tried-knobs';
import { grouped } from '../../../renderer/components/knob-groups';
import { usePreferences } from '../../../renderer/stores/preferences';
import { addKnob, useSweepForm } from './sweep-form';
import { TriedKnobField } from './TriedKnobField';

/** The settings to try, and a picker to add another. */
export function TriedKnobs({ recipe }: { recipe: Recipe }): ReactNode {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const knobs = useSweepForm((state) => state.knobs);
  const method = useSweepForm((state) => state.method);
  const offered = KNOB_NAMES.filter(
    (name) =>
      canBeTried(name, method) &&
      isReadBy(recipe, name) &&
      (KNOBS[name] as Knob).kind !== 'text' &&
      !knobs.some(({ knob }) => knob === name),
  );
  const hasTrend = recipe['stopping.validation'] === 'random' && knobs.some(({ knob }) => knob.startsWith('mixture.'));
  return (
    <Stack gap="sm">
      {knobs.map((tried) => (
        <TriedKnobField key={tried.knob} tried={tried} recipe={recipe} method={method} />
      ))}
      {hasTrend && (
        <Alert variant="light" color="brick" role="status">
          {t('sweep.hintTrend')}
        </Alert>
      )}
      {knobs.length < MOST_SWEPT_KNOBS && (
        <Select
          label={t('sweep.addKnob')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={t('sweep.addKnobHelp')}
          searchable
          maw={420}
          value={null}
          data={grouped(offered).map(({ group, knobs: members }) => ({
            group: t(`train.groups.${group}`),
            items: members.map((name) => ({ value: name, label: KNOBS[name].label[language] })),
          }))}
          onChange={(name) => name !== null && addKnob(name as KnobName, recipe)}
        />
      )}
    </Stack>
  );
}
