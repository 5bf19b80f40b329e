/** The last value that was not null: what a dialog keeps showing while it closes. */
import { useState } from 'react';

export function useLast<Value extends object>(value: Value | null): Value | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return last;
}
