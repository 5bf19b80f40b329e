/** Set in the environment of a trainer that must not outlive the process that forked it, to the ID of that process. */
export const ENDS_WITH_PARENT = 'SHELFWISE_TRAINER_ENDS_WITH_PARENT';

/**
 * 1 in the environment of an engine host under Electron: there is a Node of the program's own beside it, for what Electron's cannot do. 1 in
 * that of a trainer that is to be started: this is such work. Elsewhere every process is one of plain Node already.
 */
export const PLAIN_NODE = 'SHELFWISE_PLAIN_NODE';

/**
 * The environment of a child: this process's own, with changes.
 * @param changes by name; null takes a variable away
 */
export function childEnvironment(changes: Readonly<Record<string, string | null>>): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const [name, value] of Object.entries(changes))
    if (value === null) delete environment[name];
    else environment[name] = value;
  return environment;
}
