import { ActionIcon, NumberInput, Select, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { BaselineName } from '../../../shared/recipe/models';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import type { Knob } from '../../../shared/recipe/knob';
import { useFormat } from '../../../renderer/locales/format';
import { zeroOf } from '../../../shared/words/knob-text';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { FieldValue, Problem } from '../../../renderer/stores/train-form';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import classes from './FieldFromKnob.module.css';

interface Properties {
  name: KnobName;
  /** The companion model whose knob this is; null if it belongs to the recipe's own model. */
  companion: BaselineName | null;
  value: FieldValue;
  /** The preset's value. */
  preset: FieldValue;
  problem: Problem | null;
  onChange: (value: FieldValue) => void;
  onReset: () => void;
}

/** A form field made from a row of the recipe table: label, help and range, and what the preset says. */
export function FieldFromKnob({ name, companion, value, preset, problem, onChange, onReset }: Properties): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const knob: Knob = KNOBS[name];
  const differs = value !== preset;
  const label =
    companion === null ? knob.label[language] : `${t(`common.models.${companion}`)}: ${knob.label[language]}`;
  const problemText = (found: Problem): string =>
    found.kind === 'text'
      ? t('train.needPushes')
      : t(found.kind === 'whole' ? 'train.needWhole' : 'train.needNumber', limits(found, format.value));
  const shared = {
    id: fieldId(name),
    label,
    description: knob.help[language],
    // Help goes below the field, so that the fields of a row align.
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    error: problem === null ? undefined : problemText(problem),
  };
  return (
    <div className={classes.field} data-differs={differs || undefined}>
      <KnobInput name={name} knob={knob} value={value} shared={shared} onChange={onChange} />
      {differs && (
        <div className={classes.note}>
          <span>{t('train.presetValue', { value: knobValue(name, preset) })}</span>
          <Tooltip label={t('train.reset', { value: knobValue(name, preset) })}>
            <ActionIcon
              size="xs"
              variant="subtle"
              aria-label={`${label}: ${t('train.reset', { value: knobValue(name, preset) })}`}
              onClick={onReset}
            >
              <IconArrowBackUp size={14} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </div>
  );
}

const fieldId = (name: KnobName): string => `knob-${name.replace('.', '-')}`;

const limits = (
  { minimum, maximum }: Exclude<Problem, { kind: 'text' }>,
  format: (value: unknown) => string,
): { minimum: string; maximum: string } => ({
  minimum: format(minimum),
  maximum: format(maximum),
});

function KnobInput({
  name,
  knob,
  value,
  shared,
  onChange,
}: {
  name: KnobName;
  knob: Knob;
  value: FieldValue;
  shared: { id: string; label: string; description: string; error: string | undefined };
  onChange: (value: FieldValue) => void;
}): ReactNode {
  const t = useTexts();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  switch (knob.kind) {
    case 'number':
    case 'integer': {
      const zero = value === 0 || value === '0' ? zeroOf(knob) : undefined;
      const unit = knob.unit === undefined ? '' : t('train.unit', { unit: t(`train.units.${knob.unit}`) });
      const suffix = zero === undefined ? unit : ` (${zero[language]})`;
      return (
        <NumberInput
          {...shared}
          size="sm"
          value={value as string | number}
          onChange={onChange}
          allowDecimal={knob.kind === 'number'}
          allowNegative={knob.minimum < 0}
          decimalScale={6}
          step={knob.kind === 'integer' ? 1 : stepOf(knob.default)}
          clampBehavior="none"
          suffix={suffix}
        />
      );
    }
    case 'choice':
      return (
        <Select
          {...shared}
          size="sm"
          value={String(value)}
          data={knob.choices.map((choice) => ({ value: choice, label: knobValue(name, choice) }))}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && onChange(chosen)}
        />
      );
    case 'text':
      return (
        <TextInput
          {...shared}
          size="sm"
          value={String(value)}
          maxLength={knob.longest}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'boolean':
      return (
        <Switch
          id={shared.id}
          label={shared.label}
          description={shared.description}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
          pt="2xs"
        />
      );
  }
}

/** A tenth of the leading digit's place: 0.5 steps by 0.05, 0.002 by 0.0002. */
function stepOf(value: number): number {
  if (value === 0) return 0.1;
  const exponent = Math.floor(Math.log10(value));
  return Number(`1e${exponent - 1}`) * (value < 1 ? 5 : 1);
}
