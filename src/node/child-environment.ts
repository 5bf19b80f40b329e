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
