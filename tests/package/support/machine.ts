/**
 * A computer of its own within this one: its own root over this system's, where nothing of the checkout, no compiler, no
 * Python and no Node is, with a user of its own. The tests run in namespaces of their own without a network
 * (scripts/check/check-packages.mjs), so that all of this ends with them.
 */
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { text } from 'node:stream/consumers';

const CHECKOUT = path.join(import.meta.dirname, '../../..');
const TOOLS =
  /^(?:(?:.*-)?(?:gcc|g\+\+|cpp|clang|clang\+\+|ld|as)(?:-[\d.]+)?|cc|c\+\+|make|python.*|pip.*|node|nodejs|npm|npx|git)$/;
const PROGRAMS = ['usr/bin', 'usr/local/bin', 'usr/local/sbin'];
const FIRST_USER = 1000;

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface User {
  readonly name: string;
  readonly home: string;
  asUser(command: readonly string[], environment?: Readonly<Record<string, string>>): Outcome;
  /** The same, while others do something. */
  meanwhile(command: readonly string[]): Promise<Outcome>;
  /** A program of this computer that starts a command there, passing on its arguments. */
  launcher(command: readonly string[], environment?: Readonly<Record<string, string>>): string;
  /** Lets the user read and write a folder of this computer, at the same path. */
  share(folder: string): void;
}

/** With the one who has it. */
export interface Machine extends User {
  /** A place on this computer and on that one alike, which that one's user may write. */
  readonly shared: string;
  /** A path of that computer, seen from this one. */
  seen(place: string): string;
  asRoot(command: readonly string[]): Outcome;
  addUser(name: string): User;
  /** Files that are there now and were not before. */
  changes(): string[];
}

const mount = (...words: string[]): void => {
  const { status, stderr } = spawnSync('mount', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${words.join(' ')}: ${stderr}`);
};

export function makeMachine(): Machine {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise-machine-'));
  // Overlays want a file system of another kind above.
  mount('-t', 'tmpfs', 'tmpfs', folder);
  const [upper, work, root, empty, shared] = ['upper', 'work', 'root', 'empty', 'shared'].map((name) => {
    fs.mkdirSync(path.join(folder, name));
    return path.join(folder, name);
  }) as [string, string, string, string, string];
  mount('-t', 'overlay', 'overlay', '-o', `lowerdir=/,upperdir=${upper},workdir=${work}`, root);
  for (const place of ['tmp', 'run']) mount('-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', path.join(root, place));
  for (const place of ['dev', 'sys', 'proc']) mount('--rbind', `/${place}`, path.join(root, place));
  letUsersMount(folder, root);
  fs.mkdirSync(path.join(root, CHECKOUT), { recursive: true });
  mount('--bind', empty, path.join(root, CHECKOUT));
  for (const place of PROGRAMS.map((one) => path.join(root, one)))
    for (const name of fs.readdirSync(place))
      if (TOOLS.test(name)) fs.rmSync(path.join(place, name), { recursive: true });
  const words = (command: readonly string[], user: number, environment: Readonly<Record<string, string>>): string[] => {
    const variables = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LANG: 'C.UTF-8', ...environment };
    const pairs = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    return [`--userspec=${user}:${user}`, root, '/usr/bin/env', '-i', ...pairs, ...command];
  };
  const run = (...given: Parameters<typeof words>): Outcome => {
    const { status, stdout, stderr } = spawnSync('chroot', words(...given), { encoding: 'utf8', maxBuffer: 1e8 });
    return { status, out: stdout, err: stderr };
  };
  let [users, launchers] = [0, 0];
  const addUser = (name: string): User => {
    const id = FIRST_USER + users++;
    const home = `/home/${name}`;
    const ofUser = { HOME: home, USER: name };
    fs.appendFileSync(path.join(root, 'etc/passwd'), `${name}:x:${id}:${id}::${home}:/bin/sh\n`);
    fs.mkdirSync(path.join(root, home), { recursive: true });
    fs.chownSync(path.join(root, home), id, id);
    return {
      name,
      home,
      asUser: (command, environment = {}) => run(command, id, { ...ofUser, ...environment }),
      async meanwhile(command) {
        const child = spawn('chroot', words(command, id, ofUser), { stdio: ['ignore', 'pipe', 'pipe'] });
        const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
        const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
        return { status, out, err };
      },
      launcher(command, environment = {}) {
        const all = ['chroot', ...words(command, id, { ...ofUser, ...environment })];
        const script = path.join(folder, `launcher-${(launchers += 1)}`);
        // The display of the test is known when it starts.
        const passed = all
          .map((word) => `'${word}'`)
          .join(' ')
          .replace("'-i'", `'-i' "DISPLAY=$DISPLAY" "XDG_CONFIG_HOME=$XDG_CONFIG_HOME" "LANGUAGE=$LANGUAGE"`);
        fs.writeFileSync(script, `#!/bin/sh\nexec ${passed} "$@"\n`, { mode: 0o755 });
        return script;
      },
      share(place) {
        fs.mkdirSync(path.join(root, place), { recursive: true });
        mount('--bind', place, path.join(root, place));
        fs.chownSync(place, id, id);
      },
    };
  };
  const curator = addUser('curator');
  curator.share(shared);
  const before = new Set(filesIn(upper));
  return {
    ...curator,
    shared,
    addUser,
    seen: (place) => path.join(root, place),
    asRoot: (command) => run(command, 0, { HOME: '/root' }),
    changes: () => filesIn(upper).filter((file) => !before.has(file)),
  };
}

/** As on a desktop; containers keep it to root. */
function letUsersMount(folder: string, root: string): void {
  const device = path.join(folder, 'fuse');
  spawnSync('mknod', ['-m', '666', device, 'c', '10', '229']);
  if (fs.existsSync(path.join(root, 'dev/fuse'))) mount('--bind', device, path.join(root, 'dev/fuse'));
}

/** Files, links and files that were removed, in an overlay's upper folder. */
function filesIn(upper: string): string[] {
  return fs
    .readdirSync(upper, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => [`/${path.relative(upper, path.join(entry.parentPath, entry.name))}`, entry] as const)
    .filter(([place, entry]) => !(entry.isCharacterDevice() && fs.statSync(place).isDirectory()))
    .map(([place]) => place)
    .toSorted();
}
