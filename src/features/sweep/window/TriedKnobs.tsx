import { Alert, Select, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MOST_SWEPT_KNOBS } from '../contract/limits';
import { KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';
import { usePreferences } from '../../../renderer/stores/preferences';
import { type OfferedGroup, offeredKnobs } from './offered-knobs';
import { addKnob, useSweepForm } from './sweep-form';
import { TriedKnobField } from './TriedKnobField';

/** The settings to try, and a picker to add another. */
export function TriedKnobs({ recipe }: { recipe: Recipe }): ReactNode {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const knobs = useSweepForm((state) => state.knobs);
  const method = useSweepForm((state) => state.method);
  const [typed, setTyped] = useState('');
  const nameOf = (group: OfferedGroup): string => {
    switch (group.kind) {
      case 'most':
        return t('sweep.matterMost');
      case 'group':
        return t(`train.groups.${group.group}`);
      case 'companion':
        return t('sweep.ofCompanion', { model: t(`common.models.${group.companion}`) });
    }
  };
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
          data={offeredKnobs(recipe, method, knobs).map((group) => ({
            group: nameOf(group),
            items: group.knobs.map((name) => ({ value: name, label: KNOBS[name].label[language] })),
          }))}
          // What was typed to find a setting does not stay as if it were one.
          searchValue={typed}
          onSearchChange={setTyped}
          onChange={(name) => {
            if (name !== null) addKnob(name as KnobName, recipe);
            setTyped('');
          }}
        />
      )}
    </Stack>
  );
}
