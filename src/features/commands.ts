/**
 * The commands: each file in the commands/ folder of a feature whose default export is one. Parsing, help and docs/commands.md are all made from
 * this table.
 */
import { type Command, COMMAND_GROUP_TITLES } from '../cli/command';
import { webCommand } from '../cli/web';

const IN_FEATURES = import.meta.glob<{ default?: Command }>(['./*/commands/*.ts', '!./*/commands/*.test.ts'], {
  eager: true,
});

export const COMMANDS: readonly Command[] = [...Object.values(IN_FEATURES).map((file) => file.default), webCommand]
  .filter((command) => command !== undefined)
  .toSorted((one, other) => (one.name < other.name ? -1 : 1));

/** As help and docs/commands.md group them. */
export const COMMAND_GROUPS = COMMAND_GROUP_TITLES.map((title) => ({
  title,
  commands: COMMANDS.filter(({ group }) => group === title),
}));
