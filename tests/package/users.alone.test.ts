/**
 * Two users of one computer, at once. The home of one lies on a network drive: sshfs, over the server of its own protocol, without
 * a network. `npm run test:packages` makes the package and runs this.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doMainJob } from '../electron/support/main-job';
import { makeHome, type Home } from '../electron/support/running-app';
import { expectGoldenAnswer, layGolden } from './support/golden-by-command';
import { FORMS, type Installed } from './support/linux-forms';
import { type Machine, makeMachine, type User } from './support/machine';
import { madePackages, NO_PACKAGES } from './support/made-packages';

const SERVER = '/usr/lib/openssh/sftp-server';

describe.skipIf(NO_PACKAGES !== null)(`two users of one computer${NO_PACKAGES ?? ''}`, () => {
  const made = NO_PACKAGES === null ? madePackages('linux-x64') : null!;
  let machine: Machine;
  let colleague: User;
  let installed: Installed;
  const homes: Home[] = [];
  beforeAll(() => {
    machine = makeMachine();
    installed = FORMS['deb']!(machine, made);
    colleague = machine.addUser('colleague');
    putHomeOnNetwork(machine, colleague);
  }, 300_000);
  afterAll(async () => {
    for (const home of homes) await home.remove();
    machine.asRoot(['umount', '--lazy', colleague.home]);
  });

  it('have one of the homes on a network drive', () => {
    const { out } = machine.asRoot(['findmnt', '--noheadings', '--output', 'FSTYPE', colleague.home]);
    expect(out.trim()).toBe('fuse.sshfs');
  });

  it('train at once, each in a workspace of their own that the other cannot read', { timeout: 300_000 }, async () => {
    const words = layGolden(machine.shared);
    const command = [...installed.command, ...words];
    const answers = await Promise.all([machine.meanwhile(command), colleague.meanwhile(command)]);
    const runs = [];
    for (const { out, err } of answers) runs.push(await expectGoldenAnswer(out || err));
    for (const [index, user] of [machine, colleague].entries()) {
      const { out } = user.asUser([...installed.command, 'runs', '--json']);
      expect(out, user.name).toContain(runs[index]!.runId);
      expect(out, user.name).not.toContain(runs[1 - index]!.runId);
      const workspace = path.join(user.home, '.local/share/shelfwise');
      expect(user.asUser(['stat', '--format=%a', workspace]).out).toBe('700\n');
      const other = [colleague, machine][index]!;
      expect(other.asUser(['ls', workspace]).err, other.name).toContain('Permission denied');
    }
  });

  it('have their windows open at once, and the one at a distance does the main job', { timeout: 300_000 }, async () => {
    for (const user of [machine, colleague])
      homes.push(
        await makeHome({
          executable: user.launcher(installed.window),
          isOld: made.isTestArtifact,
          words: [],
          environment: process.env as Record<string, string>,
          prepare: user.share,
        }),
      );
    const [here, there] = homes as [Home, Home];
    const first = await here.start();
    const second = await there.start(['--workspace', path.join(colleague.home, 'workspace')]);
    await doMainJob(second, path.join(there.folder, 'submission.csv'));
    expect(second.window.problems).toEqual([]);
    expect(first.window.problems).toEqual([]);
    await second.electron.close();
    await first.electron.close();
  });
});

/** As a server at the other end of a line would: files of that user, seen through FUSE. */
function putHomeOnNetwork(machine: Machine, user: User): void {
  const distant = `${user.home}-at-the-server`;
  const connect = path.join(machine.shared, 'connect');
  fs.writeFileSync(connect, `#!/bin/sh\nexec ${SERVER}\n`, { mode: 0o755 });
  const asRoot = (...command: string[]): void =>
    expect(machine.asRoot(command), command.join(' ')).toMatchObject({ status: 0 });
  asRoot('mkdir', distant);
  asRoot('chown', user.name, distant);
  const options = ['-o', `ssh_command=${connect}`, '-o', 'reconnect'];
  const { status, err } = user.asUser(['sshfs', `server:${distant}`, user.home, ...options]);
  expect(status, err).toBe(0);
}
