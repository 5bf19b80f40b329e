/** A day that may be missing. What is typed and is none yet stays in the fields, and the rule is not taken. */
import type { ReactNode } from 'react';
import { DayField } from './fields/DayField';

export function Day({
  label,
  value,
  isNeeded = false,
  onChange,
}: {
  label: string;
  value: unknown;
  isNeeded?: boolean;
  onChange: (day: string | undefined) => void;
}): ReactNode {
  return (
    <DayField
      label={label}
      isNeeded={isNeeded}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  );
}
