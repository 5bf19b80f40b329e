import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { shortened } from './use-rule-text';
import { withWholeDays } from './whole-days';

/** Characters that a name takes beside others: that of a rule without one is its whole sentence. */
const MOST = 40;

/** The name of a rule among others; of a long one the beginning, and all of it where the pointer or the focus is. */
export function RuleName({ name }: { name: string }): ReactNode {
  const short = shortened(name, MOST);
  if (short === name) return withWholeDays(name);
  return (
    <Tooltip label={name} multiline maw={360} events={{ hover: true, focus: true, touch: true }}>
      <span tabIndex={0} aria-label={name} role="note">
        {withWholeDays(short)}
      </span>
    </Tooltip>
  );
}
