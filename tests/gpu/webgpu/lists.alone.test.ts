/**
 * Lists through WebGPU: the bytes that the processor makes. `npm test -- --all` runs one decoder, `npm run test:gpu` all.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webGpuAccelerator } from '../../../src/engine/model/dae/webgpu/webgpu-training';
import { makeListsThrough } from '../../../src/engine/model/ranking/lists';
import { loadBackend } from '../../../src/engine/model/backend';
import {
  DECODERS,
  expectSameLists,
  HIDDEN,
  madeUpModel,
  madeUpRows,
} from '../../../src/engine/model/testing/made-up-lists';
import { adapterForTests, runsAll } from './support/adapter';

/** More rows than are scored at a time, and more titles than one dispatch of a workgroup covers. */
const [ROWS, ITEMS] = runsAll ? [300, 1500] : [20, 300];

const gpu = await adapterForTests();
beforeAll(async () => {
  await loadBackend();
});
afterAll(() => gpu?.close());

describe.skipIf(gpu === null)('lists through WebGPU', () => {
  const rows = madeUpRows(ROWS, ITEMS);
  const decoders = Object.keys(DECODERS);

  it.each(runsAll ? decoders : decoders.slice(0, 1))("equal the processor's, of %s", async (name) => {
    const model = madeUpModel(ITEMS, DECODERS[name]!(ITEMS));
    for (const excludeWatched of [true, false])
      await expectSameLists(model, rows, { count: 100, excludeWatched }, webGpuAccelerator(gpu!));
  });

  it.skipIf(!runsAll)("equal the processor's for fewer rows at a time and titles in slices", async () => {
    const options = { count: 25, excludeWatched: true };
    const model = madeUpModel(ITEMS, DECODERS['numbers of one size']!(ITEMS));
    // Scores of ten rows; a decoder of 1,216 titles.
    const limited = webGpuAccelerator(gpu!, 10 * ITEMS * 4);
    expect((10 * ITEMS) / HIDDEN).toBeLessThan(ITEMS);
    expect(await expectSameLists(model, rows, options, limited)).toBe(0);
    const unlimited = webGpuAccelerator(gpu!);
    expect(await expectSameLists(model, rows, options, unlimited)).toBe(0);
  });

  it.skipIf(!runsAll)("are made by the processor if the GPU cannot hold a row's scores at once", async () => {
    const model = madeUpModel(ITEMS, DECODERS['numbers of one size']!(ITEMS));
    expect(await model.finderThrough(webGpuAccelerator(gpu!, ITEMS * 4 - 4))).toBeNull();
  });

  it.skipIf(!runsAll)('report a lost GPU', async () => {
    const lost = (await adapterForTests())!;
    const model = madeUpModel(ITEMS, DECODERS['numbers of one size']!(ITEMS));
    const finder = (await model.finderThrough(webGpuAccelerator(lost)))!;
    lost.device.destroy();
    const lists = makeListsThrough(finder, model, rows, { count: 25, excludeWatched: true });
    await expect(lists).rejects.toMatchObject({ code: 'usage', said: [{ id: 'gpu.lost' }] });
    finder.dispose();
  });
});
