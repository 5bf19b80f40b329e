/** How a user gets Shelfwise onto Linux, and off it again, in each form that it comes in. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Machine, Outcome } from './machine';
import { VERSION, type MadePackages } from './made-packages';

export interface Installed {
  /** Words that start the command line. */
  readonly command: readonly string[];
  /** The window's program. */
  readonly window: readonly string[];
  remove(): void;
}

export type Form = (machine: Machine, made: MadePackages) => Installed;

/** What package managers and the graphics driver keep of their own. */
export const OF_OTHERS =
  /^\/(?:var\/(?:lib\/(?:dpkg|rpm)|cache|log)|usr\/lib\/sysimage|usr\/share\/(?:mime|applications\/mimeinfo\.cache|icons\/hicolor\/icon-theme\.cache)|home\/curator\/\.cache\/mesa_shader_cache)/;

const isOfOtherProcessor = ({ system }: MadePackages): boolean => system !== 'linux-x64';

function expectDone({ status, out, err }: Outcome): void {
  if (status !== 0) throw new Error(`It ended with ${status}: ${out}${err}`);
}

/** A copy where that computer's user may read it. */
function brought(machine: Machine, file: string): string {
  const copy = path.join(machine.shared, path.basename(file));
  fs.copyFileSync(file, copy);
  fs.chmodSync(copy, 0o755);
  return copy;
}

const installed = (name: string): Omit<Installed, 'remove'> => ({
  command: [name],
  window: [`/usr/lib/${name}/shelfwise`],
});

export const FORMS: Readonly<Record<string, Form>> = {
  deb(machine, made) {
    const file = brought(machine, made.file('.deb'));
    // What Electron needs of a desktop, such as libnotify, is not on every computer that tests; the page needs none of it.
    const other = isOfOtherProcessor(made) ? ['--force-architecture'] : [];
    expectDone(machine.asRoot(['dpkg', '--force-depends', ...other, '--install', file]));
    return { ...installed(made.name), remove: () => expectDone(machine.asRoot(['dpkg', '--purge', made.name])) };
  },
  rpm(machine, made) {
    const file = brought(machine, made.file('.rpm'));
    const other = isOfOtherProcessor(made) ? ['--ignorearch'] : [];
    expectDone(machine.asRoot(['rpm', '--install', '--nodeps', ...other, file]));
    return { ...installed(made.name), remove: () => expectDone(machine.asRoot(['rpm', '--erase', made.name])) };
  },
  'tar.gz'(machine, made) {
    const file = brought(machine, made.file('.tar.gz'));
    expectDone(machine.asUser(['tar', '-xzf', file, '-C', machine.home]));
    const folder = path.join(machine.home, `${made.name}-${VERSION}-${made.system}`);
    return {
      command: [path.join(folder, 'resources/bin/shelfwise')],
      window: [path.join(folder, 'shelfwise')],
      remove: () => expectDone(machine.asUser(['rm', '-r', folder])),
    };
  },
  'AppImage, mounted'(machine, made) {
    const file = brought(machine, made.file('.AppImage'));
    return { command: [file], window: [file], remove: () => fs.rmSync(file) };
  },
  'AppImage, extracted'(machine, made) {
    const file = brought(machine, made.file('.AppImage'));
    const shell = ['sh', '-c', 'cd "$1" && exec "$2" --appimage-extract', 'sh', machine.home, file];
    expectDone(machine.asUser(shell));
    const folder = path.join(machine.home, 'squashfs-root');
    return {
      command: [path.join(folder, 'AppRun')],
      window: [path.join(folder, 'usr/lib', made.name, 'shelfwise')],
      remove: () => expectDone(machine.asUser(['rm', '-r', folder])),
    };
  },
};
