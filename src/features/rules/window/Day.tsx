import type { ReactNode } from 'react';
import { DayField } from '../../../renderer/components/rules/DayField';

/** A day that may be empty. Incomplete input stays in the field, and the rule cannot be added. */
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
