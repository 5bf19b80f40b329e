/** The environment of a run: everything outside recipe and data that may change a bit. */
import * as os from 'node:os';
import * as path from 'node:path';
import type { Gpu } from '../../../shared/contract/device';
import type { Environment } from '../../../shared/contract/run';
import { readTextIfThere } from '../../storage/read-files';
import { instructionSet, processorName } from './processor';
import { programFolder } from './program';
import { threadsAskedFor } from './threads';

/** What `describeEnvironment` needs to know of the loaded backend. */
interface BackendDescription {
  readonly tensorflowVersion: string;
  readonly flags: Readonly<Record<string, string>>;
  /** The GPU that trains; the processor computes the rest. */
  readonly gpu?: Gpu;
}

/** What setup wrote about the addon that it built. */
interface AddonState {
  /** Why setup could not build the addon; null if it did. */
  readonly reason: string | null;
  readonly sha256: string | null;
}

/** node_modules/.shelfwise/addon.json; null if setup has not run. */
async function addonState(): Promise<AddonState | null> {
  const text = await readTextIfThere(path.join(programFolder(), 'node_modules', '.shelfwise', 'addon.json'));
  if (text === null) return null;
  try {
    const { reason = null, sha256 = null } = JSON.parse(text) as object as Partial<AddonState>;
    return { reason, sha256 };
  } catch {
    return null;
  }
}

/** @returns the record's fields; names no folder of this machine, because a bundle carries it elsewhere */
export async function describeEnvironment(backend: BackendDescription): Promise<Environment> {
  const addon = await addonState();
  return {
    backend: 'tensorflow',
    backendReason: null,
    tensorflow: backend.tensorflowVersion,
    tensorflowSha256: addon?.sha256 ?? null,
    device: backend.gpu === undefined ? 'cpu' : 'gpu',
    deviceName: processorName(),
    gpu: backend.gpu ?? null,
    instructionSet: await instructionSet(),
    platform: process.platform,
    architecture: process.arch,
    node: process.versions.node,
    threads: { intra: threadsAskedFor() || os.availableParallelism(), inter: 1 },
    flags: { ...backend.flags },
  };
}

/** A system message may name the program's or the user's folder. */
export function withoutFolders(sentence: string): string {
  const shorter = sentence.replaceAll(programFolder(), '(program)');
  const home = os.homedir();
  return path.dirname(home) === home ? shorter : shorter.replaceAll(home, '(home)');
}
