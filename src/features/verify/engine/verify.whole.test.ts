import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../engine/storage/read-files';
import { importFolder } from '../../../engine/import/import-folder';
import { hashTensors, decodeSafetensors } from '../../../engine/model/safetensors';
import { readEpochs } from '../../../engine/runs/epochs';
import { writeRecord } from '../../../engine/runs/record';
import { moveToTrash } from '../../trash/engine/trash';
import { readCertificates } from '../../../engine/runs/certificates';
import { verifyRun } from './verify';
import { datasetFolder } from '../../../engine/storage/workspace';
import { flipByte } from '../../../../tests/support/finished-run';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import { finalValue } from '../../../shared/values/final-value';
import {
  trainedRun,
  importDistinctive,
  launcher,
  startRun,
  type Trained,
  verified,
} from '../../../../tests/support/trained-run';

/** Names in a run folder, without those of repeated trainings. */
const repeatFolders = async ({ folder }: Trained): Promise<string[]> =>
  (await fs.readdir(folder)).filter((name) => name.startsWith('repeat-'));

describe('verifying a run', () => {
  test('that is intact gives identical bits, a certificate, and no leftovers', async () => {
    const trained = await trainedRun();
    const { workspace, folder, record } = trained;
    const before = await fs.readFile(path.join(folder, 'run.json'), 'utf8');
    const phases = new Set<string>();
    const answer = await verified(workspace, record.runId, ({ phase }) => phases.add(phase));
    expect(answer).toMatchObject({ verdict: 'identical-bits', firstDifferentEpoch: null, metricDifference: 0 });
    expect(answer.repeated).toEqual(answer.recorded);
    expect([...phases]).toEqual(['check', 'train']);
    expect(await readCertificates(folder)).toEqual([answer]);
    expect(await repeatFolders(trained)).toEqual([]);
    expect(await fs.readFile(path.join(folder, 'run.json'), 'utf8')).toBe(before);
    const { tensors } = decodeSafetensors(await fs.readFile(path.join(folder, 'model.safetensors')));
    expect(hashTensors(tensors)).toBe(record.weightsSha256);
    expect((await readEpochs(folder)).length).toBeGreaterThan(0);
  });

  test('that was made before some knobs existed still reproduces', { tags: ['rare'] }, async () => {
    const { workspace, folder, record } = await trainedRun();
    const { 'mixture.trend': _, 'loss.sample': __, ...older } = record.recipe;
    const text = `${JSON.stringify(older, null, 2)}\n`;
    const recipeFile = path.join(folder, 'recipe.json');
    await fs.writeFile(recipeFile, text);
    const files = record.files && { ...record.files, 'recipe.json': sha256(text) };
    await writeRecord(folder, { ...record, recipe: older as typeof record.recipe, recipeSha256: sha256(text), files });
    expect(await verified(workspace, record.runId)).toMatchObject({ verdict: 'identical-bits' });
    await fs.writeFile(recipeFile, text.replace('"noise.dropout": 0.5', '"noise.dropout": 0.4'));
    expect((await verified(workspace, record.runId)).cause).toContain('recipe.json is not what the record says');
  });

  test('with a flipped byte of its weights names the file, and reports that training again gives what is recorded', async () => {
    const { workspace, folder, record } = await trainedRun();
    const model = path.join(folder, 'model.safetensors');
    await flipByte(model, (await fs.stat(model)).size - 3);
    const answer = await verified(workspace, record.runId);
    expect(answer.verdict).toBe('different');
    expect(answer.cause).toContain('model.safetensors is not what the record says');
    expect(answer.cause).toContain('gives the recorded weights and lists, bit for bit');
    expect(answer.repeated).toEqual(answer.recorded);
  });

  test.each([
    ['lists.safetensors', 'popularity'],
    ['vocabulary.json', 'popularity'],
    ['recipe.json', 'popularity'],
    ['epochs.jsonl', 'dae'],
  ])('with a flipped byte in %s names it', { tags: ['rare'] }, async (file, model) => {
    const { workspace, folder, record } = await trainedRun({ model });
    const target = path.join(folder, file);
    await flipByte(target, Math.floor((await fs.stat(target)).size / 2));
    const answer = await verified(workspace, record.runId);
    expect(answer.verdict).toBe('different');
    expect(answer.cause).toContain(`${file} is not what the record says`);
  });

  test(
    'whose data set was deleted is reported as different, and cannot be trained again',
    { tags: ['rare'] },
    async () => {
      const { workspace, record, dataset, source } = await trainedRun({ model: 'popularity' });
      const removal = await moveToTrash(workspace, dataset.fingerprint.slice(0, 10));
      expect(removal).toMatchObject({ kind: 'dataset', affectedRuns: [record.runId] });
      const answer = await verified(workspace, record.runId);
      expect(answer).toMatchObject({ verdict: 'different', repeated: null });
      expect(answer.cause).toContain('is in the trash. Restore it');
      await fs.rm(workspace.trash, { recursive: true });
      expect((await verified(workspace, record.runId)).cause).toContain('its snapshot is not in this workspace');
      await importFolder({ workspace, folder: source });
      expect((await verified(workspace, record.runId)).verdict).toBe('identical-bits');
    },
  );

  test('whose data set has another file in it is different and names that file', async () => {
    const { workspace, record, dataset } = await trainedRun({ model: 'popularity' });
    const folder = datasetFolder(workspace, dataset.fingerprint);
    const events = path.join(folder, 'events.parquet');
    await flipByte(events, Math.floor((await fs.stat(events)).size / 3));
    const answer = await verified(workspace, record.runId);
    expect(answer).toMatchObject({ verdict: 'different', repeated: null });
    expect(answer.cause).toContain('events.parquet');
    await fs.rm(events);
    expect((await verified(workspace, record.runId)).cause).toContain('events.parquet');
  });

  test(
    'whose record has another seed gives other bits and the first epoch that differs',
    { tags: ['rare'] },
    async () => {
      const { workspace, folder, record } = await trainedRun();
      await writeRecord(folder, { ...record, seed: record.seed + 1 });
      const answer = await verified(workspace, record.runId);
      expect(answer.verdict).not.toBe('identical-bits');
      expect(answer.firstDifferentEpoch).toEqual({ stage: (await readEpochs(folder))[0]!.stage, epoch: 1 });
    },
  );

  test('whose record tells other scores of groups, another mixture and other validation scores is different, and names them', async () => {
    const { workspace, folder, record } = await trainedRun();
    expect(record.slices.length).toBeGreaterThan(0);
    const [first, ...others] = record.slices;
    await writeRecord(folder, {
      ...record,
      slices: [{ ...first!, metrics: { ...first!.metrics, score: 0.99 } }, ...others],
      mixture: { trend: 0, shares: { als: 0.5 } },
      validation: record.metrics!,
    });
    const answer = await verified(workspace, record.runId);
    expect(answer).toMatchObject({
      verdict: 'different',
      differs: [],
      figures: { differ: ['groups', 'mixture'], notCompared: ['trial'] },
    });
    expect(answer.cause).toContain('came out different: the scores of groups, the mixture and how it was chosen.');
  });

  test('stopped in the middle leaves the run unchanged', async () => {
    const trained = await trainedRun();
    const { workspace, record, folder } = trained;
    const stopping = new AbortController();
    const verification = verifyRun({ workspace, runId: record.runId, launcher, signal: stopping.signal });
    await verification.next();
    await verification.next();
    stopping.abort();
    await expect(verification.next()).rejects.toMatchObject({ code: 'stopped' });
    expect(await repeatFolders(trained)).toEqual([]);
    expect(await readCertificates(folder)).toEqual([]);
  });

  test('of a run that did not finish is refused', async () => {
    const { workspace, folder, record } = await trainedRun({ model: 'popularity' });
    await writeRecord(folder, { ...record, status: 'stopped', reason: { code: 'user', message: 'stopped' } });
    await expect(verified(workspace, record.runId)).rejects.toMatchObject({ code: 'usage' });
    await writeRecord(folder, { ...record, status: 'running' });
    await expect(verified(workspace, record.runId)).rejects.toMatchObject({ code: 'usage' });
  });

  test(
    'that diverged diverges again, to the same bits; without a model there is nothing to verify',
    { tags: ['rare'] },
    async () => {
      const { workspace, dataset } = await importDistinctive();
      const diverging = {
        'optimiser.rate': 1000,
        'optimiser.kind': 'adamw',
        'optimiser.decay': 10,
        'structure.activation': 'linear',
        'stopping.epochs': 40,
      };
      const { folder, runId } = await startRun(workspace, dataset, { ...diverging, 'optimiser.batch': 64 });
      const record = await finalValue(watchRun(folder));
      expect(record, record.reason?.message).toMatchObject({ status: 'stopped', reason: { code: 'diverged' } });
      expect(record.epochs).toBeGreaterThan(0);
      const answer = await verified(workspace, runId);
      expect(answer, answer.cause).toMatchObject({ verdict: 'identical-bits', firstDifferentEpoch: null });

      const atOnce = await startRun(workspace, dataset, { ...diverging, 'optimiser.batch': 1 });
      const empty = await finalValue(watchRun(atOnce.folder));
      expect(empty).toMatchObject({ status: 'stopped', reason: { code: 'diverged' }, weightsSha256: null });
      await expect(verified(workspace, atOnce.runId)).rejects.toThrow(/without a model, so there is nothing to verify/);
    },
  );

  test('whose trainer fails is an error with the words of the trainer', async () => {
    const { workspace, folder, record } = await trainedRun({ model: 'popularity' });
    await writeRecord(folder, { ...record, recipe: { ...record.recipe, 'numeric.device': 'gpu' } });
    await expect(verified(workspace, record.runId)).rejects.toThrow(/could not be trained again.*GPU/);
  });
});
