import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import { DEFAULT_PRESET, PRESET_NAMES, presetRecipe, type PresetName } from '../../../shared/recipe/presets';
import { Section } from '../../../renderer/components/Section';
import choice from '../../../renderer/components/choice.module.css';
import { choosePreset, useTrainForm } from '../../../renderer/stores/train-form';
import classes from './Train.module.css';

/** The recommended way between a faster and a finer one. */
const WAYS: readonly PresetName[] = ['quick', DEFAULT_PRESET, 'careful'];
const OTHERS = PRESET_NAMES.filter((preset) => !WAYS.includes(preset));

const isAutoencoder = (preset: PresetName): boolean => MODEL_ROWS[presetRecipe(preset).model].byEpochs;

/** Named starting points of a recipe: one is recommended, other models stand behind a button. */
export function PresetPicker(): ReactNode {
  const t = useTexts();
  const chosen = useTrainForm((state) => state.preset);
  const id = useId();
  const [isAsked, { toggle }] = useDisclosure(false);
  // What is chosen is never hidden.
  const isOpen = isAsked || OTHERS.includes(chosen);
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Section title={t('train.preset')}>
      <Stack gap="sm" role="radiogroup" aria-label={t('train.preset')}>
        <div className={classes.ways}>
          {WAYS.map((preset) => (
            <PresetCard key={preset} preset={preset} />
          ))}
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          px="2xs"
          style={{ alignSelf: 'flex-start' }}
          aria-expanded={isOpen}
          aria-controls={id}
          rightSection={<Chevron size={14} aria-hidden />}
          onClick={toggle}
        >
          {t('train.otherModels', { count: OTHERS.length })}
        </Button>
        <Stack gap="sm" id={id} hidden={!isOpen} display={isOpen ? undefined : 'none'}>
          <Group label={t('train.autoencoders')} presets={OTHERS.filter(isAutoencoder)} />
          <Group label={t('train.baselines')} presets={OTHERS.filter((preset) => !isAutoencoder(preset))} />
        </Stack>
      </Stack>
    </Section>
  );
}

function Group({ label, presets }: { label: string; presets: readonly PresetName[] }): ReactNode {
  return (
    <div>
      <Text size="xs" c="dimmed" mb="2xs">
        {label}
      </Text>
      <div className={classes.presets}>
        {presets.map((preset) => (
          <PresetCard key={preset} preset={preset} />
        ))}
      </div>
    </div>
  );
}

function PresetCard({ preset }: { preset: PresetName }): ReactNode {
  const t = useTexts();
  const chosen = useTrainForm((state) => state.preset);
  return (
    <label className={choice.card}>
      <input
        type="radio"
        name="preset"
        value={preset}
        checked={preset === chosen}
        onChange={() => choosePreset(preset)}
      />
      <Text component="span" display="block" size={preset === DEFAULT_PRESET ? 'lg' : 'sm'} fw={600}>
        {t(`common.presets.${preset}`)}
      </Text>
      <Text component="span" display="block" size="xs" c="dimmed">
        {t(`train.presetHelp.${preset}`)}
      </Text>
      {preset === DEFAULT_PRESET && (
        <Text component="span" display="block" mt="xs" size="xs" fw={600} c="var(--mantine-color-anchor)">
          {t('train.recommended')}
        </Text>
      )}
    </label>
  );
}
