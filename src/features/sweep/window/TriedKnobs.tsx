import { ActionIcon, Alert, Checkbox, Group, Select, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MOST_SWEPT_KNOBS } from '../contract/limits';
import type { Knob } from '../../../shared/recipe/knob';
import { KNOBS, type KnobName, type Recipe } from '../../../shared/recipe/table';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import { type OfferedGroup, offeredKnobs } from './offered-knobs';
import {
  addKnob,
  changeKnob,
  choicesOf,
  partsOf,
  removeKnob,
  type TriedKnob,
  useSweepForm,
  valuesProblem,
} from './sweep-form';

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
        <Group key={tried.knob} wrap="nowrap" align="flex-start" justify="space-between">
          <Values tried={tried} recipe={recipe} />
          <Tooltip label={t('sweep.remove', { knob: KNOBS[tried.knob].label[language] })}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('sweep.remove', { knob: KNOBS[tried.knob].label[language] })}
              onClick={() => removeKnob(tried.knob)}
            >
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </Group>
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
          description={`${t('sweep.addKnobHelp')} ${t('sweep.rangeHelp')}`}
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

/** One setting, and the values to try: ticked, or typed as a list or a range. */
function Values({ tried, recipe }: { tried: TriedKnob; recipe: Recipe }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const knob: Knob = KNOBS[tried.knob];
  const label = knob.label[language];
  const error = useProblemText(tried);
  const choices = choicesOf(knob);
  if (knob.kind !== 'number' && knob.kind !== 'integer')
    return (
      <Checkbox.Group
        label={label}
        description={knob.help[language]}
        value={partsOf(tried.values)}
        error={error}
        onChange={(ticked) => changeKnob(tried.knob, choices.filter((value) => ticked.includes(value)).join(', '))}
      >
        <Group gap="md" mt="2xs">
          {choices.map((value) => (
            <Checkbox
              key={value}
              value={value}
              label={knobValue(tried.knob, knob.kind === 'boolean' ? value === 'true' : value)}
            />
          ))}
        </Group>
      </Checkbox.Group>
    );
  return (
    <TextInput
      flex={1}
      maw={520}
      label={label}
      description={`${knob.help[language]} ${t('sweep.valuesHelp', {
        value: knobValue(tried.knob, recipe[tried.knob]),
        minimum: format.value(knob.minimum),
        maximum: format.value(knob.maximum),
      })}`}
      value={tried.values}
      error={error}
      spellCheck={false}
      onChange={({ currentTarget }) => changeKnob(tried.knob, currentTarget.value)}
    />
  );
}

function useProblemText(tried: TriedKnob): string | undefined {
  const t = useTexts();
  const format = useFormat();
  const problem = valuesProblem(tried);
  switch (problem?.kind) {
    case undefined:
      return undefined;
    case 'empty':
      return t('sweep.problems.empty');
    case 'notNumber':
      return t('sweep.problems.notNumber', { text: problem.text });
    case 'text':
      return t('train.needPushes');
    case 'number':
    case 'whole':
      return t(problem.kind === 'whole' ? 'train.needWhole' : 'train.needNumber', {
        minimum: format.value(problem.minimum),
        maximum: format.value(problem.maximum),
      });
  }
}
