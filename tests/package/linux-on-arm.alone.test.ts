/**
 * The packages of Linux for ARM: installed on a computer of its own, used and removed. Its processor is emulated for the Node in
 * them, which a script in its place starts by qemu; elsewhere the system does that (binfmt_misc).
 *
 * @module-tag rare
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { testTools } from '../support/test-tools';
import { expectGoldenAnswer, layGolden } from './support/golden-by-command';
import { FORMS, type Installed, OF_OTHERS } from './support/linux-forms';
import { type Machine, makeMachine } from './support/machine';
import { madePackages, NO_PACKAGES } from './support/made-packages';

const WHY_NOT = NO_PACKAGES ?? testTools().linuxOnArm.reason;
const ELF_ARM = 0xb7;
const PORT = 48_124;
const EMULATED = '/opt/emulated';

describe.skipIf(WHY_NOT !== null).each(['deb', 'rpm', 'tar.gz'])(`on ARM, as %s${WHY_NOT ?? ''}`, (form) => {
  let machine: Machine;
  let installed: Installed;
  beforeAll(() => {
    machine = makeMachine();
    installed = FORMS[form]!(machine, madePackages('linux-arm64'));
    emulateNode(machine, installed);
  }, 300_000);

  it('trains the golden run by its command line', { timeout: 600_000 }, async () => {
    const workspace = path.join(machine.home, 'workspace');
    const words = [...layGolden(machine.shared), '--workspace', workspace];
    const { out, err } = machine.asUser([...installed.command, ...words]);
    const { environment } = await expectGoldenAnswer(out || err);
    expect(environment).toMatchObject({ platform: 'linux', architecture: 'arm64' });
    expect(environment!.node).toMatch(/^24\./);
  });

  it('serves its screens to a browser', { timeout: 240_000 }, async () => {
    const words = ['web', '--no-open', '--port', String(PORT), '--workspace', path.join(machine.home, 'workspace')];
    const served = machine.meanwhile(['timeout', '--signal=INT', '120', ...installed.command, ...words]);
    const page = await vi.waitUntil(() => fetch(`http://127.0.0.1:${PORT}/`).catch(() => null), {
      timeout: 100_000,
      interval: 500,
    });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Shelfwise</title>');
    machine.asUser(['pkill', '--signal', 'INT', '--full', EMULATED]);
    expect((await served).out).toContain(`http://127.0.0.1:${PORT}/`);
  });

  it('goes without a trace but what the user made', () => {
    installed.remove();
    machine.asRoot(['rm', '-r', EMULATED]);
    const left = machine.changes().filter((file) => !OF_OTHERS.test(file));
    expect(left.some((file) => file.endsWith('/run.json'))).toBe(true);
    expect(left.filter((file) => !file.startsWith(`${machine.home}/workspace/`))).toEqual([]);
  });
});

function emulateNode(machine: Machine, { window }: Installed): void {
  const node = path.join(path.dirname(machine.seen(window[0]!)), 'resources/node');
  expect(fs.readFileSync(node).readUInt16LE(18), 'the processor in the head of the file').toBe(ELF_ARM);
  const { uid, gid } = fs.statSync(node);
  fs.mkdirSync(machine.seen(EMULATED), { recursive: true });
  fs.copyFileSync(node, machine.seen(`${EMULATED}/node`));
  // The trainer that it forks is emulated too.
  const own = `process.execPath = ${JSON.stringify(path.join(path.dirname(window[0]!), 'resources/node'))};\n`;
  fs.writeFileSync(machine.seen(`${EMULATED}/own-path.cjs`), own);
  const words = `qemu-aarch64 -L /usr/aarch64-linux-gnu ${EMULATED}/node --require ${EMULATED}/own-path.cjs`;
  fs.writeFileSync(node, `#!/bin/sh\nexec ${words} "$@"\n`);
  fs.chownSync(node, uid, gid);
}
