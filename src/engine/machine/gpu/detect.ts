/**
 * Looks for a GPU that TensorFlow could use, without loading it: reads what the Linux kernel and NVIDIA's driver show in /dev, /proc and /sys. Every
 * "no" has a sentence that says what is missing and what would help.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { GpuObstacle } from '../../../shared/contract/device';
import { type Said, say, type Sentence, textOf } from '../../../shared/words/sentence';
import { readTextIfThere } from '../../storage/read-files';
import { entriesOf } from '../../storage/disk';
import { packIsSupported } from './pack/pack';
import { GPU_PACK } from './pack/pins';

interface Card {
  readonly name: string;
  readonly driver: string;
}

interface Detection {
  /** Null if no driver shows one. */
  readonly card: Card | null;
  /** What prevents its use, and that as a sentence; null if nothing does. */
  readonly obstacle: GpuObstacle | null;
  readonly reason: string | null;
  readonly said?: Said | undefined;
}

/** Where to look, so that a test can show another computer. */
interface Place {
  readonly root: string;
  readonly platform: string;
  readonly architecture: string;
  readonly oldestDriver: string;
}

const HERE: Place = {
  root: '/',
  platform: process.platform,
  architecture: process.arch,
  oldestDriver: GPU_PACK.oldestDriver,
};

/** NVIDIA's vendor ID on the PCI bus, and the device class of display controllers. */
const NVIDIA = '0x10de';
const DISPLAY = /^0x03/;

/** The device file of the driver; /dev/dxg is that of Windows under WSL 2. */
const DEVICE_FILES = ['dev/nvidiactl', 'dev/dxg'];

export async function detectGpu(place: Partial<Place> = {}): Promise<Detection> {
  const { root, platform, architecture, oldestDriver } = { ...HERE, ...place };
  const no = (obstacle: GpuObstacle, sentence: Sentence, card: Card | null = null): Detection => ({
    card,
    obstacle,
    reason: textOf([sentence]),
    said: [sentence],
  });
  if (!packIsSupported(platform, architecture)) return no('system', say('gpu.system', { platform, architecture }));
  const read = (file: string): Promise<string | null> => readTextIfThere(path.join(root, file)).catch(() => null);
  const exists = (file: string): Promise<boolean> =>
    fs.access(path.join(root, file)).then(
      () => true,
      () => false,
    );
  const there = await Promise.all(DEVICE_FILES.map(exists));
  if (!there.includes(true))
    return (await hasCard(root)) ? no('no-driver', say('gpu.no-driver')) : no('no-card', say('gpu.no-card'));
  const driver = /Kernel Module(?: for \S+)?\s+(\d+(?:\.\d+)+)/.exec(
    (await read('proc/driver/nvidia/version')) ?? '',
  )?.[1];
  const card = { name: (await cardName(root)) ?? 'NVIDIA card', driver: driver ?? 'unknown' };
  if (driver !== undefined && isOlder(driver, oldestDriver))
    return no('old-driver', say('gpu.old-driver', { card: card.name, driver, oldest: oldestDriver }), card);
  return { card, obstacle: null, reason: null };
}

async function hasCard(root: string): Promise<boolean> {
  const devices = path.join(root, 'sys', 'bus', 'pci', 'devices');
  for (const { name } of await entriesOf(devices)) {
    const read = (file: string): Promise<string | null> =>
      readTextIfThere(path.join(devices, name, file)).catch(() => null);
    if ((await read('vendor'))?.trim() === NVIDIA && DISPLAY.test((await read('class')) ?? '')) return true;
  }
  return false;
}

/** The driver's name for the first card, which is the one that is used. */
async function cardName(root: string): Promise<string | null> {
  const cards = path.join(root, 'proc', 'driver', 'nvidia', 'gpus');
  const [first] = await entriesOf(cards).catch(() => []);
  if (first === undefined) return null;
  const text = await readTextIfThere(path.join(cards, first.name, 'information')).catch(() => null);
  return /^Model:\s*(.+?)\s*$/m.exec(text ?? '')?.[1] ?? null;
}

/** Compares 535.104.05 and 525.60.13 part by part. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
