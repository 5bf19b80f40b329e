import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import { PRESET_NAMES, presetRecipe, type PresetName } from '../../../shared/recipe/presets';
import { Section } from '../../../renderer/components/Section';
import choice from '../../../renderer/components/choice.module.css';
import { choosePreset, useTrainForm } from '../../../renderer/stores/train-form';
import classes from './Train.module.css';

const isAutoencoder = (preset: PresetName): boolean => MODEL_ROWS[presetRecipe(preset).model].byEpochs;

/** Named starting points of a recipe: those of the autoencoder, and the baselines. */
export function PresetPicker(): ReactNode {
  const t = useTexts();
  return (
    <Section title={t('train.preset')}>
      <Stack gap="sm" role="radiogroup" aria-label={t('train.preset')}>
        <Group label={t('train.autoencoders')} presets={PRESET_NAMES.filter(isAutoencoder)} columns={2} />
        <Group
          label={t('train.baselines')}
          presets={PRESET_NAMES.filter((preset) => !isAutoencoder(preset))}
          columns={3}
        />
      </Stack>
    </Section>
  );
}

function Group({
  label,
  presets,
  columns,
}: {
  label: string;
  presets: readonly PresetName[];
  columns: 2 | 3;
}): ReactNode {
  const t = useTexts();
  const chosen = useTrainForm((state) => state.preset);
  return (
    <div>
      <Text size="xs" c="dimmed" mb="2xs">
        {label}
      </Text>
      <div className={classes.presets} data-columns={columns}>
        {presets.map((preset) => (
          <label key={preset} className={choice.card}>
            <input
              type="radio"
              name="preset"
              value={preset}
              checked={preset === chosen}
              onChange={() => choosePreset(preset)}
            />
            <Text component="span" display="block" size="sm" fw={600}>
              {t(`common.presets.${preset}`)}
            </Text>
            <Text component="span" display="block" size="xs" c="dimmed">
              {t(`train.presetHelp.${preset}`)}
            </Text>
          </label>
        ))}
      </div>
    </div>
  );
}
