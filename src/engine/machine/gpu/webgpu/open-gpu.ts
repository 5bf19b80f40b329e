/** Opens the GPU of this computer through WebGPU. Use it only in a process that may be lost: a driver can crash it. */
import type { Gpu } from '../../../../shared/contract/device';
import { PLAIN_NODE } from '../../../../node/child-environment';
import { ShelfwiseError } from '../../../../shared/errors';
import { say, type Sentence } from '../../../../shared/words/sentence';
import { loadPackage, packageFolder } from './package';

/** Environment variable that allows a software adapter, which is slower than the processor's own kernels: for tests, and for bench/gpu. */
export const SOFTWARE = 'SHELFWISE_WEBGPU_SOFTWARE';

export interface OpenGpu {
  readonly device: GPUDevice;
  readonly gpu: Gpu;
  readonly isSoftware: boolean;
  /** Why the device is lost, or what it refused; null while all is well. */
  failure(): ShelfwiseError | null;
  /** Awaits a promise of the device; throws the failure if the device is lost first or gives no answer for two minutes. */
  answered<Result>(asked: Promise<Result>): Promise<Result>;
  close(): void;
}

/** Milliseconds without an answer after which a card counts as hung: no single piece of work takes even a second. */
const PATIENCE = 120_000;

const refused = (sentence: Sentence, cause?: unknown): ShelfwiseError =>
  new ShelfwiseError('usage', sentence, { cause });

/** What rules WebGPU out before anything is loaded; null if nothing does. Under Electron, a plain Node process has to do the work. */
export function whyNoWebGpu(): Sentence | null {
  if (process.versions['electron'] !== undefined && process.env[PLAIN_NODE] !== '1') return say('gpu.webgpu-electron');
  return packageFolder() === null ? say('gpu.webgpu-absent') : null;
}

/** @throws ShelfwiseError `usage` with the reason if there is no usable GPU */
export async function openGpu(): Promise<OpenGpu> {
  const ruledOut = whyNoWebGpu();
  if (ruledOut !== null) throw refused(ruledOut);
  const { gpu, version } = await loadPackage().catch((thrown: unknown) => {
    throw refused(say('gpu.webgpu-not-loaded', { cause: firstLine(thrown) }), thrown);
  });
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw refused(say('gpu.webgpu-no-adapter'));
  const { info } = adapter;
  const name = info.device || info.description || info.architecture || info.vendor || 'GPU';
  const isSoftware = info.isFallbackAdapter;
  if (isSoftware && process.env[SOFTWARE] !== '1') throw refused(say('gpu.webgpu-software'));
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await adapter.requestDevice({ requiredLimits: { maxBufferSize, maxStorageBufferBindingSize } });
  return watched(device, isSoftware, {
    name: [info.vendor, name, isSoftware ? '(software)' : ''].filter(Boolean).join(' '),
    driver: info.description || info.architecture || 'unknown',
    libraries: { webgpu: version },
  });
}

function watched(device: GPUDevice, isSoftware: boolean, gpu: Gpu): OpenGpu {
  let failure: ShelfwiseError | null = null;
  let isClosed = false;
  const fail = (error: ShelfwiseError): ShelfwiseError => (failure ??= error);
  const lost = device.lost.then(({ message }) => {
    if (!isClosed) fail(refused(say('gpu.lost', { name: gpu.name, cause: firstLine(message) })));
  });
  device.addEventListener('uncapturederror', (event) => {
    const { error } = event as GPUUncapturedErrorEvent;
    const isMemory = error.constructor.name === 'GPUOutOfMemoryError' || /out of memory/i.test(error.message);
    fail(isMemory ? refused(say('gpu.out-of-memory')) : new ShelfwiseError('internal', error.message));
  });
  return {
    device,
    gpu,
    isSoftware,
    failure: () => failure,
    async answered(asked) {
      let timer: NodeJS.Timeout | undefined;
      const silence = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(fail(refused(say('gpu.silent', { name: gpu.name })))), PATIENCE);
      });
      const gone = lost.then(() => {
        throw failure ?? new ShelfwiseError('internal', 'The GPU was closed while it was at work.');
      });
      try {
        return await Promise.race([asked, silence, gone]);
      } catch (thrown) {
        // A request fails a moment before the device reports that it is lost.
        await Promise.race([lost, new Promise((resolve) => setTimeout(resolve, 1000))]);
        throw failure ?? thrown;
      } finally {
        clearTimeout(timer);
        if (failure === null) gone.catch(() => undefined);
      }
    },
    close() {
      isClosed = true;
      device.destroy();
    },
  };
}

const firstLine = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0]!.trim();
