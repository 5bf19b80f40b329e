import type { ReactNode } from 'react';
import { DayField } from '../../../renderer/components/rules/DayField';

/** A day that may be empty. Incomplete input stays in the field, and the rule cannot be added. */
export function Day({
  label,
  value,
  isNeeded = false,
  error,
  onChange,
}: {
  label: string;
  value: unknown;
  isNeeded?: boolean;
  /** What is wrong with a day that is one. */
  error?: string | undefined;
  onChange: (day: string | undefined) => void;
}): ReactNode {
  return (
    <DayField
      label={label}
      isNeeded={isNeeded}
      error={error}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  );
}
