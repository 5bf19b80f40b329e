import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** Windows of one user, in a folder of its own. */
export class WindowsComputer {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise-windows-'));
  readonly environment = {
    ...process.env,
    WINEPREFIX: path.join(this.folder, 'wine'),
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    DISPLAY: '',
  };
  /** The user's folder, as it lies on this computer. */
  readonly user: string;

  constructor() {
    this.run(['wineboot', '--init']);
    const users = path.join(this.folder, 'wine/drive_c/users');
    this.user = path.join(
      users,
      fs.readdirSync(users).find((name) => name !== 'Public')!,
    );
  }

  get workspace(): string {
    return path.join(this.user, 'AppData/Local/Shelfwise');
  }

  /** Programs of Windows write to files under Wine, not to pipes of Linux. */
  run(words: readonly string[]): { status: number | null; out: string; err: string } {
    const [out, err] = ['out.txt', 'err.txt'].map((name) => fs.openSync(path.join(this.folder, name), 'w'));
    const { status } = spawnSync('wine', words, {
      env: this.environment,
      stdio: ['ignore', out!, err!],
      cwd: this.folder,
    });
    fs.closeSync(out!);
    fs.closeSync(err!);
    const read = (name: string): string => fs.readFileSync(path.join(this.folder, name), 'utf8').replaceAll('\r', '');
    return { status, out: read('out.txt'), err: read('err.txt') };
  }

  /** A place below the user's folder, as Windows names it. */
  ofUser(place: string): string {
    return path.win32.join('C:\\users', path.basename(this.user), place);
  }

  remove(): void {
    spawnSync('wineserver', ['-k'], { env: this.environment });
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A file of this computer, as Windows names it. */
export const outside = (file: string): string => `Z:${file.replaceAll('/', '\\')}`;
