import {
  ActionIcon,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { KNOBS, type Recipe } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import {
  changeKnob,
  type KnobProblem,
  knobProblems,
  knobRefusal,
  removeKnob,
  type SweepMethod,
  type TriedKnob,
  useSweepForm,
} from './sweep-form';
import classes from './Sweep.module.css';

interface Properties {
  tried: TriedKnob;
  recipe: Recipe;
  method: SweepMethod;
}

/** One setting to try: name, help, and the values to try. */
export function TriedKnobField({ tried, recipe, method }: Properties): ReactNode {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const knob: Knob = KNOBS[tried.knob];
  const label = knob.label[language];
  const knobs = useSweepForm((state) => state.knobs);
  const refusal = knobRefusal(tried.knob, { knobs, method }, recipe);
  return (
    <div role="group" aria-label={label} className={classes.knob}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Text size="xs" c="dimmed">
            {knob.help[language]}
          </Text>
        </div>
        <Tooltip label={t('sweep.remove', { knob: label })}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('sweep.remove', { knob: label })}
            onClick={() => removeKnob(tried.knob)}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {refusal !== null && (
        <Text size="xs" c="var(--shelfwise-warning)" role="status">
          {t(`sweep.problems.${refusal}`)}
        </Text>
      )}
      {tried.how === 'choice' ? (
        <Choices tried={tried} knob={knob} method={method} />
      ) : (
        <Numbers tried={tried} knob={knob} recipe={recipe} method={method} />
      )}
    </div>
  );
}

function Choices({ tried, knob, method }: { tried: TriedKnob; knob: Knob; method: SweepMethod }): ReactNode {
  const t = useTexts();
  const knobValue = useKnobValue();
  const problemOf = useProblemText(knobProblems(tried, method));
  const all = knob.kind === 'choice' ? knob.choices : ['true', 'false'];
  const shown = (value: string): string => knobValue(tried.knob, knob.kind === 'boolean' ? value === 'true' : value);
  return (
    <Checkbox.Group
      label={t('sweep.chosen')}
      value={[...tried.chosen]}
      error={problemOf('chosen')}
      onChange={(chosen) => changeKnob(tried.knob, { chosen: all.filter((value) => chosen.includes(value)) })}
    >
      <Group gap="md" mt="2xs">
        {all.map((value) => (
          <Checkbox key={value} value={value} label={shown(value)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function Numbers({ tried, knob, recipe, method }: Properties & { knob: Knob }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const knobValue = useKnobValue();
  const problemOf = useProblemText(knobProblems(tried, method));
  const change = (changes: Partial<TriedKnob>): void => changeKnob(tried.knob, changes);
  if (knob.kind !== 'number' && knob.kind !== 'integer') return null;
  const number = (field: 'from' | 'to' | 'steps', label: string): ReactNode => (
    <NumberInput
      label={label}
      value={tried[field] as string | number}
      onChange={(value) => change({ [field]: value })}
      allowDecimal={field !== 'steps' && knob.kind === 'number'}
      allowNegative={field !== 'steps' && knob.minimum < 0}
      decimalScale={6}
      clampBehavior="none"
      error={problemOf(field)}
    />
  );
  return (
    <Stack gap="xs" align="flex-start">
      <SegmentedControl
        size="xs"
        aria-label={t('sweep.how')}
        value={tried.how}
        data={(['list', 'range'] as const).map((how) => ({ value: how, label: t(`sweep.${how}`) }))}
        onChange={(how) => change({ how: how as TriedKnob['how'] })}
      />
      {tried.how === 'list' ? (
        <TextInput
          w="100%"
          maw={420}
          label={t('sweep.values')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={t('sweep.valuesHelp', {
            value: knobValue(tried.knob, recipe[tried.knob]),
            minimum: format.value(knob.minimum),
            maximum: format.value(knob.maximum),
          })}
          value={tried.list}
          error={problemOf('list')}
          spellCheck={false}
          onChange={(event) => change({ list: event.currentTarget.value })}
        />
      ) : (
        <div className={classes.range}>
          {number('from', t('sweep.from'))}
          {number('to', t('sweep.to'))}
          <Select
            label={t('sweep.scale')}
            allowDeselect={false}
            value={tried.scale}
            data={(['linear', 'logarithmic'] as const).map((scale) => ({
              value: scale,
              label: t(`sweep.scales.${scale}`),
            }))}
            onChange={(scale) => scale !== null && change({ scale: scale as TriedKnob['scale'] })}
          />
          {method === 'grid' && number('steps', t('sweep.steps'))}
        </div>
      )}
    </Stack>
  );
}

function useProblemText(problems: readonly KnobProblem[]): (field: KnobProblem['field']) => string | undefined {
  const t = useTexts();
  const format = useFormat();
  return (field) => {
    const problem = problems.find((one) => one.field === field)?.problem;
    switch (problem?.kind) {
      case undefined:
        return undefined;
      case 'text':
        return t('train.needPushes');
      case 'number':
      case 'whole':
        return t(problem.kind === 'whole' ? 'train.needWhole' : 'train.needNumber', {
          minimum: format.value(problem.minimum),
          maximum: format.value(problem.maximum),
        });
      case 'notNumber':
        return t('sweep.problems.notNumber', { text: problem.text });
      case 'steps':
        return t('sweep.problems.steps', { maximum: problem.maximum });
      case 'empty':
      case 'order':
      case 'zero':
        return t(`sweep.problems.${problem.kind}`);
    }
  };
}
