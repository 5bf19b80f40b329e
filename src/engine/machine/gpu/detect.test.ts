import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOlder, detectGpu } from './detect';

let root: string;
beforeEach(async () => void (root = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-look-'))));
afterEach(() => fs.rm(root, { recursive: true, force: true }));

async function put(file: string, content: string): Promise<void> {
  await fs.mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await fs.writeFile(path.join(root, file), content);
}

/** What the drivers of NVIDIA's two kinds write. */
const PROPRIETARY =
  'NVRM version: NVIDIA UNIX x86_64 Kernel Module  VERSION  Sat Aug 19 01:15:15 UTC 2023\nGCC version: 12.2.0\n';
const OPEN = 'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  VERSION  Release Build  (dvs-builder)\n';

async function card(driver: string, form = PROPRIETARY): Promise<void> {
  await put('dev/nvidiactl', '');
  await put('proc/driver/nvidia/version', form.replace('VERSION', driver));
  await put('proc/driver/nvidia/gpus/0000:65:00.0/information', 'Model: \t\t NVIDIA H100 80GB HBM3\nIRQ:   \t 42\n');
}

const look = (platform = 'linux', architecture = 'x64') => detectGpu({ root, platform, architecture });

describe('looking for a GPU', () => {
  it('names the system if there is no pack for it', async () => {
    await card('535.104.05');
    expect((await look('darwin', 'arm64')).reason).toContain('darwin arm64');
    expect((await look('linux', 'arm64')).reason).toContain('linux arm64');
  });

  it('tells a computer without a card from one without a driver', async () => {
    expect((await look()).reason).toContain('There is no NVIDIA card');
    await put('sys/bus/pci/devices/0000:00:02.0/vendor', '0x8086\n');
    await put('sys/bus/pci/devices/0000:00:02.0/class', '0x030000\n');
    expect((await look()).reason).toContain('There is no NVIDIA card');
    await put('sys/bus/pci/devices/0000:65:00.0/vendor', '0x10de\n');
    await put('sys/bus/pci/devices/0000:65:00.0/class', '0x030200\n');
    expect(await look()).toMatchObject({
      obstacle: 'no-driver',
      reason: expect.stringContaining('its driver is not loaded'),
    });
  });

  it.each([PROPRIETARY, OPEN])('finds card and driver: %s', async (form) => {
    await card('535.104.05', form);
    expect(await look()).toEqual({
      card: { name: 'NVIDIA H100 80GB HBM3', driver: '535.104.05' },
      obstacle: null,
      reason: null,
    });
  });

  it('says which driver is too old, and which is not', async () => {
    await card('470.57.02');
    const { card: found, reason } = await look();
    expect(found).toEqual({ name: 'NVIDIA H100 80GB HBM3', driver: '470.57.02' });
    expect(reason).toMatch(/470\.57\.02.*525\.60\.13/);
  });

  it('accepts a card whose driver shows no name (Windows under WSL)', async () => {
    await put('dev/dxg', '');
    expect(await look()).toEqual({ card: { name: 'NVIDIA card', driver: 'unknown' }, obstacle: null, reason: null });
  });

  it('compares versions by their numbers', () => {
    expect(isOlder('99.1', '525.60.13')).toBe(true);
    expect(isOlder('525.60.13', '525.60.13')).toBe(false);
    expect(isOlder('525.60', '525.60.13')).toBe(true);
    expect(isOlder('1000.0', '525.60.13')).toBe(false);
  });
});
