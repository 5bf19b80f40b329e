import { MultiSelect } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';

/** Number of values offered at a time. */
const VALUES_OFFERED = 50;

/** Picks values by part of their name. */
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
  const [typed, setTyped] = useState('');
  /** Enter takes the value of that name, or the first one with that part in it. */
  const onEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
    const sought = typed.trim().toLowerCase();
    if (event.key !== 'Enter' || sought === '' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    const names = values.filter((one) => !value.includes(one.value) && one.label.toLowerCase().includes(sought));
    const taken = names.find((one) => one.label.toLowerCase() === sought) ?? names[0];
    if (taken === undefined) return;
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
      onSearchChange={setTyped}
      data={values}
      value={value}
      onChange={onChange}
      onKeyDown={onEnter}
    />
  );
}
