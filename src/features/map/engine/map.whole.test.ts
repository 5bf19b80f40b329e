/** Maps of a run: every point has a place, a repeated map has the same bytes, and a file that is not a map of the run is ignored. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeMap } from './make-map';
import { decodeSafetensors, encodeSafetensors } from '../../../engine/model/safetensors';
import { MAP_FILES } from './map-file';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import { MAP_COLOURS, type RunMap } from '../contract/map';
import { MAP_SUBJECTS, type MadeMap, type MapSubject } from '../contract/make-map';
import type { Progress } from '../../../shared/contract/progress';
import { finalValue } from '../../../shared/values/final-value';
import { profileId, startRun } from '../../../../tests/support/trained-run';
import { launcher } from '../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';

const PROFILES = Array.from({ length: 24 }, (_, index) => profileId(index));

/** Made in this process, which starts faster than a separate one; the last test uses those. */
const made = async (
  { workspace, runId }: Pick<Opened, 'workspace' | 'runId'>,
  request: object = {},
): Promise<MadeMap> => makeMap(workspace.folder, { runId, of: 'profiles', ...request }, () => undefined);

/** Another run on the same data. */
async function trainedToo(run: Opened, knobs: Record<string, unknown>): Promise<Pick<Opened, 'workspace' | 'runId'>> {
  const { runId, folder, trainer } = await startRun(run.workspace, run.dataset, knobs);
  await finalValue(watchRun(folder));
  await trainer.ended;
  return { workspace: run.workspace, runId };
}

async function expectWhole({ client, runId }: Opened, of: MapSubject): Promise<RunMap> {
  const map = await client.map.get({ runId, of });
  if (of === 'profiles') expect(map.ids).toEqual(PROFILES);
  expect(new Set(map.ids).size).toBeGreaterThan(20);
  expect(map.total).toBe(map.ids.length);
  for (const side of [map.x, map.y]) {
    expect(side).toHaveLength(map.ids.length);
    for (const value of side) expect(Math.abs(value)).toBeLessThan(1.1);
  }
  const sizes = map.clusters.map((_, own) => map.cluster.filter((other) => other === own).length);
  expect(map.clusters.map(({ size }) => size)).toEqual(sizes);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(map.ids.length);
  for (const by of [...MAP_COLOURS[of], ...map.attributes.map(({ name }) => ({ attribute: name }))]) {
    const colours = await client.map.colour({ runId, of, by });
    const values = colours.kind === 'numbers' ? colours.values : colours.codes;
    expect(values).toHaveLength(map.ids.length);
    if (by === 'cluster') expect(values).toEqual(map.cluster);
  }
  return map;
}

describe('the map of a run', () => {
  it('has a place, a cluster and colours for every profile and title, laid out or not, with codes or without', async () => {
    for (const knobs of [{}, { model: 'popularity' }]) {
      const run = await openedRun(knobs);
      for (const of of MAP_SUBJECTS) {
        const quick = await expectWhole(run, of);
        const basis = 'model' in knobs ? 'histories' : 'codes';
        expect(quick).toMatchObject({ basis, state: 'none', method: 'pca', sha256: null, parent: null, from: null });
        const { sha256, total, placed } = await made(run, { of });
        const laidOut = await expectWhole(run, of);
        expect(laidOut).toMatchObject({ basis, state: 'ready', method: 'layout', sha256, total, placed, from: null });
        expect(laidOut.x).not.toEqual(quick.x);
        if (basis === 'histories') expect(laidOut.directions).toEqual([]);
        // The hashes in the record are unchanged.
        expect((await run.client.runs.get({ runId: run.runId })).files).not.toHaveProperty(MAP_FILES[of]);
      }
      const { client, runId } = run;
      await expect(client.map.colour({ runId, of: 'titles', by: 'recall' })).rejects.toMatchObject({ code: 'usage' });
      await expect(client.map.colour({ runId, of: 'profiles', by: { attribute: 'sx' } })).rejects.toThrow(/sex/);
    }
  });

  it('rebuilt has the same bytes, whatever was mapped meanwhile; the next run starts from its places', async () => {
    const run = await openedRun();
    const first = await made(run);
    expect(first.parent).toBeNull();
    const file = path.join(run.folder, MAP_FILES.profiles);
    const bytes = await fs.readFile(file);
    const next = await trainedToo(run, { 'structure.width': 6 });
    const after = await made(next);
    expect(after.parent).toEqual({ runId: run.runId, sha256: first.sha256 });
    const [before, now] = [
      await run.client.map.get({ runId: run.runId, of: 'profiles' }),
      await run.client.map.get({ runId: next.runId, of: 'profiles' }),
    ];
    expect(now.from).toEqual({ x: before.x, y: before.y });

    // Its own parent could now be another; it stays the same.
    expect(await made(run)).toEqual(first);
    expect(await fs.readFile(file)).toEqual(bytes);
    const alone = await made(next, { parent: null });
    expect(alone).toMatchObject({ parent: null });
    expect(alone.sha256).not.toBe(after.sha256);
    expect(await made(next, { parent: run.runId })).toEqual(after);
    // The map that it began at is gone, but is still recorded as its start.
    await fs.rm(file);
    expect(await made(next)).toEqual(after);
    await expect(made(next, { parent: run.runId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is ignored if forged, damaged or of another model, and is not replaced if it is newer', async () => {
    const run = await openedRun();
    await made(run);
    const file = path.join(run.folder, MAP_FILES.profiles);
    const whole = await fs.readFile(file);
    const { tensors, metadata } = decodeSafetensors(whole);
    const places = tensors['places']!;
    const withPlaces = (change: (values: Float32Array) => void) => {
      const values = Float32Array.from(places.values);
      change(values);
      return encodeSafetensors({ ...tensors, places: { ...places, values } }, metadata);
    };
    const cluster = { shape: [24], values: new Int32Array(24).fill(3) };
    const forged = [
      whole.subarray(0, whole.length - 1),
      Buffer.from('no map'),
      withPlaces((values) => (values[5] = NaN)),
      withPlaces((values) => (values[5] = 1e30)),
      encodeSafetensors({ ...tensors, cluster }, metadata),
      encodeSafetensors({ ...tensors, more: cluster }, metadata),
      encodeSafetensors(tensors, { ...metadata, weightsSha256: '0'.repeat(64) }),
      encodeSafetensors(tensors, { ...metadata, of: 'titles' }),
      encodeSafetensors(tensors, { ...metadata, parentRun: '../../x', parentSha256: '0'.repeat(64) }),
      encodeSafetensors(tensors, { ...metadata, directions: '[{}]' }),
      encodeSafetensors(tensors),
    ];
    for (const bytes of forged) {
      await fs.writeFile(file, bytes);
      expect(await run.client.map.get({ runId: run.runId, of: 'profiles' })).toMatchObject({ state: 'none' });
    }
    await made(run);
    expect(await fs.readFile(file)).toEqual(whole);
    await fs.writeFile(file, encodeSafetensors(tensors, { ...metadata, formatVersion: '2' }));
    await expect(made(run)).rejects.toMatchObject({ code: 'newer-version' });
  });

  it('is made once for all who ask, continues when they leave, and can be stopped', { tags: ['rare'] }, async () => {
    // A map of few points is made before all have looked at it.
    let letGo = (): void => undefined;
    const looked = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const run = await openedRun(
      {},
      {
        launch: (job) => launcher.launch(job),
        ask: async (work, job) => {
          // As a process, which never answers at once.
          await Promise.resolve();
          job.onProgress({ phase: 'layout', detail: '', done: 0, total: 1 });
          await looked;
          return launcher.ask(work, job);
        },
      },
    );
    const request = { runId: run.runId, of: 'profiles' } as const;
    const left = new AbortController();
    const watched = await run.client.map.make(request, { signal: left.signal });
    const joined = await run.client.map.make(request);
    const seen: Progress[] = [];
    await Promise.all([watched.next(), joined.next()]);
    // Until there is a layout, PCA gives the places.
    expect(await run.client.map.get(request)).toMatchObject({ state: 'computing', method: 'pca' });
    left.abort();
    await expect(finalValue(watched)).rejects.toMatchObject({ code: 'stopped' });
    letGo();
    const { sha256 } = await finalValue(joined, (progress) => seen.push(progress));
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(await run.client.map.get(request)).toMatchObject({ state: 'ready', sha256 });

    await fs.rm(path.join(run.folder, MAP_FILES.profiles));
    const again = await run.client.map.make(request);
    await again.next();
    const [stopped, end] = await Promise.all([
      run.client.map.stop(request),
      finalValue(again).catch((thrown: unknown) => thrown),
    ]);
    expect(stopped).toEqual({ stopped: true });
    expect(end).toMatchObject({ code: 'stopped' });
    expect(await run.client.map.stop(request)).toEqual({ stopped: false });
    expect(await run.client.map.get(request)).toMatchObject({ state: 'none' });
    // Another program makes the same map.
    expect((await made(run)).sha256).toBe(sha256);
  });
});
