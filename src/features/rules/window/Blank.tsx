/** The blanks of a sentence: a number, a choice, a day, and one that opens fields below the sentence. */
import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import classes from './Sentence.module.css';

export function NumberBlank({
  label,
  value,
  least = 1,
  most,
  placeholder,
  onChange,
}: {
  label: string;
  value: unknown;
  least?: number;
  most?: number;
  /** Shown for a number that may be missing; without it, the number has to be filled in. */
  placeholder?: string;
  onChange: (value: number | undefined) => void;
}): ReactNode {
  return (
    <NumberInput
      size="xs"
      aria-label={label}
      w={placeholder === undefined ? 56 : 88}
      hideControls
      allowDecimal={false}
      min={least}
      {...(most !== undefined && { max: most })}
      required={placeholder === undefined}
      placeholder={placeholder}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}

/** In widths of a zero: Hangul takes nearly two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (/[\u1100-\uffff]/.test(character) ? 1.8 : 1), 0);

export function ChoiceBlank({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string | null;
  choices: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
}): ReactNode {
  const chosen = choices.find((one) => one.value === value)?.label ?? label;
  return (
    <Select
      size="xs"
      aria-label={label}
      allowDeselect={false}
      maw="100%"
      w={`${widthOf(chosen) + 6}ch`}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      data={choices}
      value={value}
      placeholder={label}
      error={value === null}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

/** Shows what its fields say, and opens them. */
export function OpenBlank({
  label,
  text,
  isMissing,
  panel,
  isOpen,
  onToggle,
}: {
  label: string;
  text: string;
  isMissing: boolean;
  /** ID of what it opens. */
  panel: string;
  isOpen: boolean;
  onToggle: () => void;
}): ReactNode {
  const t = useTexts();
  return (
    <button
      type="button"
      className={classes.open}
      aria-label={t('rules.blank', { label, text })}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panel : undefined}
      data-missing={isMissing || undefined}
      onClick={onToggle}
    >
      {text}
    </button>
  );
}
