/**
 * The packages of Linux, each on a computer of its own: installed, used by a user, and removed. `npm run test:packages`
 * makes them and runs this without a network.
 *
 * @module-tag rare
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedBy, stubDialogs } from '../electron/support/dialogs';
import { doMainJob } from '../electron/support/main-job';
import { makeHome, type Home } from '../electron/support/running-app';
import { expectGoldenAnswer, layGolden } from './support/golden-by-command';
import { FORMS, type Installed, OF_OTHERS } from './support/linux-forms';
import { type Machine, makeMachine } from './support/machine';
import { madePackages, NO_PACKAGES, VERSION } from './support/made-packages';

const CHECKOUT = path.join(import.meta.dirname, '../..');
const ON = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation];
const OFF = [
  FuseV1Options.RunAsNode,
  FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  FuseV1Options.EnableNodeCliInspectArguments,
  FuseV1Options.GrantFileProtocolExtraPrivileges,
];

describe.skipIf(NO_PACKAGES !== null).each(Object.keys(FORMS))(`as %s${NO_PACKAGES ?? ''}`, (form) => {
  const made = NO_PACKAGES === null ? madePackages('linux-x64') : null!;
  let machine: Machine;
  let installed: Installed;
  let home: Home;
  beforeAll(async () => {
    machine = makeMachine();
    installed = FORMS[form]!(machine, made);
    home = await makeHome({
      executable: machine.launcher(installed.window),
      isOld: made.isTestArtifact,
      words: [],
      environment: process.env as Record<string, string>,
      prepare: machine.share,
    });
  }, 300_000);
  afterAll(() => home.remove());

  it('is on a computer without the checkout, compilers, Python, Node and a network', () => {
    expect(machine.asUser(['ls', '-A', CHECKOUT])).toMatchObject({ status: 0, out: '' });
    for (const tool of ['cc', 'g++', 'python3', 'node', 'npm'])
      expect(machine.asUser(['which', tool]).out, tool).toBe('');
    const routes = fs.readFileSync('/proc/net/route', 'utf8').trim().split('\n');
    expect(routes, 'a route to elsewhere').toHaveLength(1);
  });

  it('trains the golden run by its command line', async () => {
    expect(machine.asUser([...installed.command, '--version']).out).toBe(`shelfwise ${VERSION}\n`);
    const workspace = path.join(machine.home, 'workspace');
    const words = [...layGolden(machine.shared), '--workspace', workspace];
    const { out, err } = machine.asUser([...installed.command, ...words]);
    const { environment } = await expectGoldenAnswer(out || err);
    expect(environment!.node).toMatch(/^24\./);
  });

  it('says that there is no display, and what to do, where its window is asked for', () => {
    const { status, err } = machine.asUser(installed.command);
    expect(err).toMatch(/no display.*"shelfwise web"/);
    expect(status).toBe(2);
  });

  it('opens its window on a first start, and does the main job in it', { timeout: 300_000 }, async () => {
    // Playwright needs the inspector, which users must not have.
    const fuses = { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true } as const;
    if (!made.isTestArtifact) await flipFuses(machine.seen(installed.window[0]!), fuses);
    const app = await home.start();
    await doMainJob(app, path.join(home.folder, 'submission.csv'));
    expect(app.window.problems).toEqual([]);
    await stubDialogs(app.electron, {});
    await app.electron.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => (submenu ? submenu.items : []));
      items.find(({ label }) => /About/.test(label))!.click();
    });
    const [asked] = await askedBy(app.electron);
    expect(asked!.message).toBe(made.isTestArtifact ? 'Shelfwise TEST ARTIFACT' : 'Shelfwise');
    await app.electron.close();
  });

  it('goes without a trace but what the user made', () => {
    installed.remove();
    const left = machine.changes().filter((file) => !OF_OTHERS.test(file));
    const ofUser = left.filter((file) => file.startsWith(`${machine.home}/workspace/`));
    expect(ofUser.some((file) => file.endsWith('/run.json'))).toBe(true);
    expect(left.filter((file) => !ofUser.includes(file))).toEqual([]);
  });
});

describe.skipIf(NO_PACKAGES !== null)('the program in them', () => {
  it('has a Node beside it in which WebGPU finds its binary, and says why there is no GPU', () => {
    const resources = path.join(madePackages('linux-x64').folder, 'resources');
    const trainer = path.join(resources, 'engine', 'out', 'main', 'trainer.js');
    const request = JSON.stringify({ device: 'gpu', epochs: 0 });
    const noDriver = { VK_DRIVER_FILES: '/nonexistent.json', VK_ICD_FILENAMES: '/nonexistent.json' };
    const { status, stderr } = spawnSync(path.join(resources, 'node'), [trainer, 'measure', '', request], {
      encoding: 'utf8',
      env: { ...process.env, ...noDriver },
    });
    expect(stderr).toContain('Vulkan');
    expect(status).not.toBe(0);
  });

  it('has its fuses set, if its Electron has any', async () => {
    const made = madePackages('linux-x64');
    const wire = getCurrentFuseWire(path.join(made.folder, 'shelfwise'));
    if (made.isTestArtifact) return expect(wire).rejects.toThrow(/fuse/i);
    const read = (await wire) as unknown as Record<number, FuseState>;
    for (const fuse of ON) expect(read[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
    for (const fuse of OFF) expect(read[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  });
});
