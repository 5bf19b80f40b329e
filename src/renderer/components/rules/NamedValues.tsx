import { MultiSelect } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTexts } from '../../locales/use-texts';

/** Number of values offered at a time. */
const VALUES_OFFERED = 50;

/** Stands for all values of the range that is typed. */
const RANGE = '\u0001';

/** Two numbers, as "3-5" or "3~5". */
const TWO_NUMBERS = /^(\d+)\s*[-\u2013~]\s*(\d+)$/;

/** The values from one number to another; null if that is not typed, or names no value. */
function rangeOf(typed: string, values: readonly { readonly value: string }[]): string[] | null {
  const [, from, to] = TWO_NUMBERS.exec(typed.trim()) ?? [];
  if (from === undefined) return null;
  const within = values.filter(({ value }) => /^\d+$/.test(value) && +value >= +from && +value <= +to!);
  return within.length === 0 ? null : within.map(({ value }) => value);
}

/** Picks values by part of their name, and numbers by the range that they are in. */
export function NamedValues({
  field,
  label,
  values,
  value,
  onChange,
}: {
  field?: Ref<HTMLInputElement> | undefined;
  label: string;
  values: readonly { readonly value: string; readonly label: string }[];
  value: string[];
  onChange: (values: string[]) => void;
}): ReactNode {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const range = rangeOf(typed, values);
  const hasNumbers = values.filter((one) => /^\d+$/.test(one.value)).length > 2;
  const choose = (chosen: readonly string[]): void => {
    const all = chosen.includes(RANGE) ? [...value, ...(range ?? [])] : chosen;
    onChange([...new Set(all)]);
  };
  /** Enter takes the value of that name, or the first one with that part in it. */
  const onEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
    const sought = typed.trim().toLowerCase();
    if (event.key !== 'Enter' || sought === '' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    if (range !== null) {
      choose([RANGE]);
      setTyped('');
      return;
    }
    const names = values.filter((one) => !value.includes(one.value) && one.label.toLowerCase().includes(sought));
    const taken = names.find((one) => one.label.toLowerCase() === sought) ?? names[0];
    if (taken === undefined) {
      setRefused(true);
      return;
    }
    onChange([...value, taken.value]);
    setTyped('');
  };
  return (
    <MultiSelect
      ref={field}
      size="xs"
      label={label}
      searchable
      limit={VALUES_OFFERED}
      searchValue={typed}
      onSearchChange={(text) => {
        setRefused(false);
        setTyped(text);
      }}
      error={isRefused && t(TWO_NUMBERS.test(typed.trim()) ? 'condition.emptyRange' : 'condition.noValue', { typed })}
      data={range === null ? values : [{ value: RANGE, label: typed }, ...values]}
      placeholder={hasNumbers && value.length === 0 ? t('condition.range') : undefined}
      value={value}
      onChange={choose}
      onKeyDown={onEnter}
    />
  );
}
