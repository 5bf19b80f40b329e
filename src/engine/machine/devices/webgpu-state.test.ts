import { expect, it, vi } from 'vitest';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { packageFolder } from '../gpu/webgpu/package';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { webGpuState } from './webgpu-state';

it.skipIf(packageFolder() === null)('tries an unusable GPU again, but not at each check', async () => {
  const ask = vi.fn().mockRejectedValue(new ShelfwiseError('usage', say('gpu.webgpu-no-adapter')));
  const launcher = { ask } as unknown as TrainerLauncher;
  const now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(now);
  try {
    const [one, other] = await Promise.all([webGpuState(launcher), webGpuState(launcher)]);
    expect(one).toMatchObject({ gpu: null, said: [{ id: 'gpu.webgpu-no-adapter' }] });
    expect(await webGpuState(launcher)).toEqual(other);
    expect(ask).toHaveBeenCalledTimes(1);
    clock.mockReturnValue(now + 31_000);
    expect(await webGpuState(launcher)).toEqual(one);
    expect(ask).toHaveBeenCalledTimes(2);
  } finally {
    clock.mockRestore();
  }
});
