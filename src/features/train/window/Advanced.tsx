import { Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Details } from '../../../renderer/components/Details';
import { useTexts } from '../../../renderer/locales/use-texts';
import { fieldProblem, isSeed, knobsOf, useTrainForm } from '../../../renderer/stores/train-form';
import type { Dataset } from '../../../shared/contract/dataset';
import { presetRecipe } from '../../../shared/recipe/presets';
import { KNOBS } from '../../../shared/recipe/table';
import { KnobGroups } from './KnobGroups';
import { NoisePreview } from './NoisePreview';
import { Seed } from './Seed';

/** What few people need to train: every setting behind the preset, and the seed. Open where something of it is wrong or not the preset's. */
export function Advanced({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { preset, fields, seed, parent } = useTrainForm();
  const recipe = presetRecipe(preset);
  const isAsPreset = knobsOf(fields).every(
    (knob) =>
      knob === 'numeric.device' || (fields[knob] === recipe[knob] && fieldProblem(KNOBS[knob], fields[knob]) === null),
  );
  const isNeeded = !isAsPreset || !isSeed(seed) || parent !== null;
  const [isOpen, setOpen] = useState(isNeeded);
  return (
    <Details title={t('compare.advanced')} isOpen={isOpen || isNeeded} onToggle={setOpen}>
      <Stack gap="md">
        <Seed />
        <KnobGroups />
        <NoisePreview dataset={dataset} />
      </Stack>
    </Details>
  );
}
