/** Environment variable of a trainer that must not outlive the process that forked it: the ID of that process. */
export const ENDS_WITH_PARENT = 'SHELFWISE_TRAINER_ENDS_WITH_PARENT';

/**
 * 1 in the environment of an engine host under Electron if the program has a plain Node for what Electron's cannot do;
 * 1 in that of a trainer to be started for such work. Elsewhere every process is a plain Node already.
 */
export const PLAIN_NODE = 'SHELFWISE_PLAIN_NODE';

/**
 * The environment of a child: this process's own with changes.
 * @param changes by name; null removes a variable
 */
export function childEnvironment(changes: Readonly<Record<string, string | null>>): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const [name, value] of Object.entries(changes))
    if (value === null) delete environment[name];
    else environment[name] = value;
  return environment;
}
