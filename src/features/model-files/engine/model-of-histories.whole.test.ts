/** A model whose tensors are the histories is copied and deleted like them. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { MODELS } from '../../../shared/recipe/models';
import { holdsHistories } from '../../../shared/recipe/companions';
import { finalValue } from '../../../shared/values/final-value';
import { decodeSafetensors } from '../../../engine/model/safetensors';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { profileId, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { everyNth } from '../../../../tests/support/tried';

test.each(['plain', 'chebyshev'])(
  'a model of histories is not bundled without its data, and is removed when a profile is forgotten (filter %s, which verify repeats)',
  async (form) => {
    const { workspace, dataset, record, folder } = await trainedRun({ model: 'filter', 'filter.form': form });
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    expect(await finalValue(await client.runs.verify({ runId: record.runId }))).toMatchObject({
      verdict: 'identical-bits',
    });
    const out = path.join(await temporaryFolder(), 'run.shelfwise');
    const bundling = async (withData: boolean) =>
      finalValue(await client.runs.bundle({ runId: record.runId, out, withData }));
    await expect(bundling(false)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('holds the histories') as string,
    });
    expect(fs.existsSync(out)).toBe(false);
    expect(await bundling(true)).toMatchObject({ withData: true });

    const model = path.join(folder, 'model.safetensors');
    expect(fs.existsSync(model)).toBe(true);
    const request = { data: dataset.fingerprint, profile: profileId(0), withModels: false };
    expect(await finalValue(await client.privacy.forget(request))).toMatchObject({ removed: { models: 1 } });
    expect(fs.existsSync(model)).toBe(false);
  },
);

const BESIDE: Record<string, unknown> = {
  'mixture.companion': 'als',
  'mixture.second': 'filter',
  'mixture.weights': 'fixed',
};

test.each(
  everyNth(
    [
      ...MODELS.map((model) => ({ knobs: { model, ...(model === 'als' && { 'als.factors': 7 }) } })),
      { knobs: { model: 'dae', ...BESIDE, 'als.factors': 7 } },
    ],
    5,
  ),
)('the model rows of $knobs say whether a tensor has a row per profile', async ({ knobs }) => {
  const { folder, dataset, record } = await trainedRun(knobs);
  const { tensors } = decodeSafetensors(fs.readFileSync(path.join(folder, 'model.safetensors')));
  // 24 profiles and 60 titles, so that no other size equals that of the profiles by chance.
  const perProfile = Object.values(tensors).some(({ shape }) =>
    shape.some((size) => size === dataset.profiles || size === dataset.profiles + 1),
  );
  expect(perProfile).toBe(holdsHistories(record));
});
