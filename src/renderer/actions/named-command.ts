import type { Icon } from '@tabler/icons-react';

/** What a feature does, found by its name from any screen. */
export interface NamedCommand {
  readonly name: string;
  /** Why it would do nothing now; null if it does something. */
  readonly why: string | null;
  /** What it is called elsewhere, and in the language that the window is not in. */
  readonly others: readonly string[];
  readonly icon: Icon;
  readonly act: () => void;
}
