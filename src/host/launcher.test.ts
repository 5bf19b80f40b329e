import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MEASURE_WORK } from '../shared/contract/device';
import { createTrainerLauncher } from './launcher';

const folder = path.join(os.tmpdir(), `shelfwise-odd-trainer-${process.pid}`);

/** Replaces Node's fork with a trainer that answers NaN. */
vi.mock('node:child_process', async (original) => {
  const real = await original<typeof import('node:child_process')>();
  const fork = (_: string, words: string[], options: object): unknown =>
    real.fork(path.join(folder, 'trainer.js'), words, { ...options, execArgv: [] });
  return { ...real, fork };
});

beforeAll(async () => {
  await fs.mkdir(folder);
  const measurement = `{
    device: 'gpu', name: 'odd', tensorflow: '', profiles: 1, titles: 1, hidden: 1, secondsPerEpoch: 1,
    losses: [1], repeats: true, weightsSha256: '', kernels: { product: NaN },
  }`;
  const said = `{ kind: 'answer', answer: ${measurement} }`;
  await fs.writeFile(path.join(folder, 'trainer.js'), `process.send(${said}, () => process.disconnect());`);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

test('a trainer that answers NaN fails, and the process that asked goes on', async () => {
  const launcher = createTrainerLauncher({ endsWithParent: true });
  const measuring = launcher.ask(MEASURE_WORK, {
    request: { device: 'gpu' },
    environment: {},
    onProgress: () => undefined,
  });
  await expect(measuring).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringMatching(/message that is not as it has to be: .*kernels\.product/),
  });
});
