/** The GPU bench passes a GPU only if there was something to compare. */
import { expect, it } from 'vitest';
import { judge } from '../../bench/gpu/judge';
import type { DeviceMeasurement } from '../../src/shared/contract/device';

const measured = (what: Partial<DeviceMeasurement> = {}): DeviceMeasurement => ({
  device: 'gpu',
  name: 'made up',
  tensorflow: '4.22.0',
  profiles: 10,
  titles: 10,
  hidden: 4,
  secondsPerEpoch: 1,
  losses: [2, 1],
  repeats: true,
  weightsSha256: 'a',
  kernels: { matMul: 1e-7 },
  ...what,
});

it.each<[string, Partial<DeviceMeasurement>, RegExp[]]>([
  ['is right', {}, []],
  ['had none of its kernels compared', { kernels: {} }, [/none of its kernels/]],
  ['has no losses', { losses: [] }, [/0 losses, the processor 2/]],
  ['has fewer losses', { losses: [2] }, [/1 losses, the processor 2/]],
  ['has other losses', { losses: [2, 1.1] }, [/not the processor's/]],
  ['has a kernel that is off', { kernels: { matMul: 1e-3 } }, [/matMul is off/]],
  ['gives other bits in another process', { weightsSha256: 'b' }, [/two processes/]],
])('a GPU that %s', (_, what, problems) => {
  const found = judge(measured(), measured(what), measured()).problems;
  expect(found.length).toBe(problems.length);
  for (const [place, problem] of problems.entries()) expect(found[place]).toMatch(problem);
});
