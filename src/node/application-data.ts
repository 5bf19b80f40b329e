/** The default place of the program's data: the command line and the app share one workspace. */
import * as os from 'node:os';
import * as path from 'node:path';

/** The sensible default of each system: its folder for the data of applications, under Shelfwise. */
export function defaultWorkspaceFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string {
  return environment['SHELFWISE_WORKSPACE'] || applicationDataFolder(environment, platform);
}

/** What is kept for this user by the program, whatever workspace is open. */
export function applicationDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string {
  const home = os.homedir();
  if (platform === 'win32')
    return path.join(absoluteOr(environment['LOCALAPPDATA'], path.join(home, 'AppData', 'Local')), 'Shelfwise');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Shelfwise');
  return path.join(absoluteOr(environment['XDG_DATA_HOME'], path.join(home, '.local', 'share')), 'shelfwise');
}

/** A folder of the environment. The XDG specification takes what is empty or relative as not set; it would put data and tokens into whatever folder is the current one. */
export const absoluteOr = (named: string | undefined, otherwise: string): string =>
  named !== undefined && path.isAbsolute(named) ? named : otherwise;
