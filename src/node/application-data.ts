/** The default place of the program's data, shared by the command line and the app. */
import * as os from 'node:os';
import * as path from 'node:path';

/** Each system's folder for application data, under Shelfwise. */
export function defaultWorkspaceFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string {
  return environment['SHELFWISE_WORKSPACE'] || applicationDataFolder(environment, platform);
}

/** The program's data of this user, independent of the workspace. */
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

/**
 * A folder from the environment. The XDG specification ignores empty and relative values; a relative one would put data
 * and tokens into the current folder.
 */
const absoluteOr = (named: string | undefined, otherwise: string): string =>
  named !== undefined && path.isAbsolute(named) ? named : otherwise;
