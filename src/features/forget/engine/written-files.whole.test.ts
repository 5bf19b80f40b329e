/** Files with IDs of profiles that were written outside the workspace are named where a profile is forgotten. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { makeMap } from '../../map/engine/make-map';
import type { Forgetting } from '../../../shared/contract/privacy';
import { ruleSetOf } from '../../../shared/contract/rules';
import { finalValue } from '../../../shared/values/final-value';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { profileId } from '../../../../tests/support/trained-run';
import { openedRun } from '../../../../tests/support/tuned-run';

it('maps, handed on notes and whatever else has IDs are listed, also where another profile was forgotten before', async () => {
  const { client, workspace, runId, data } = await openedRun();
  const folder = await temporaryFolder();
  const at = (name: string): string => path.join(folder, name);
  const [one, other] = [profileId(0), profileId(1)] as const;
  for (const of of ['profiles', 'titles'] as const)
    await makeMap(workspace.folder, { runId, of, parent: null }, () => undefined);
  await client.map.save({ runId, of: 'profiles', out: at('map.csv') });
  await client.map.save({ runId, of: 'profiles', out: at('map.json') });
  await client.review.saveKept({ data, out: at('kept.json') });
  await client.datasets.exportRowIssues({ fingerprint: data, out: at('rows.csv') });
  await client.runs.saveReport({ runId, out: at('report.html'), language: 'en', examples: 2 });
  await finalValue(await client.runs.bundle({ runId, out: at('run.shelfwise'), withData: true }));
  await client.segments.keep({ data, name: 'picked', filter: { profiles: [one, other] } });
  const members = await client.rules.members({ data, segment: 'picked' });
  const hide = { id: 'a', name: 'A', kind: 'hide' as const, titles: { ids: ['i1'] }, on: true };
  await client.rules.set({ data, revision: 0, set: ruleSetOf([{ ...hide, profiles: { members } }]) });
  await client.rules.saveFile({ data, out: at('rules.json') });
  const withProfiles = ['kept.json', 'map.csv', 'map.json', 'report.html', 'rows.csv', 'rules.json', 'run.shelfwise'];

  // These name no profile.
  await client.map.save({ runId, of: 'titles', out: at('titles.csv') });
  await client.runs.saveReport({ runId, out: at('bare.html'), language: 'en', examples: 0 });
  await finalValue(await client.runs.bundle({ runId, out: at('bare.shelfwise'), withData: false }));
  // What is refused is no copy.
  const theirs = path.join(workspace.folder, 'shelfwise.json');
  await expect(client.review.saveKept({ data, out: theirs })).rejects.toMatchObject({ code: 'usage' });

  const plan = async (fingerprint: string, profile: string): Promise<string[]> => {
    const { exported } = await client.privacy.planForgetting({ data: fingerprint, profile });
    return exported.map((file) => path.relative(folder, file));
  };
  expect((await plan(data, one)).sort()).toEqual(withProfiles);
  const done: Forgetting = await finalValue(await client.privacy.forget({ data, profile: one }));
  expect(done.exported.map((file) => path.basename(file)).sort()).toEqual(withProfiles);
  const after = done.replaced[0]!.after!;
  await fs.rm(at('rows.csv'));
  expect((await plan(after, other)).sort()).toEqual(withProfiles.filter((name) => name !== 'rows.csv'));
});

it('a file that cannot be noted is not written', async () => {
  const { client, workspace, data } = await openedRun();
  await fs.mkdir(workspace.privacy, { recursive: true });
  await fs.writeFile(path.join(workspace.privacy, 'files.json'), '{');
  const out = path.join(await temporaryFolder(), 'kept.json');
  await expect(client.review.saveKept({ data, out })).rejects.toMatchObject({ code: 'bad-data' });
  expect(await fs.readdir(path.dirname(out))).toEqual([]);
});
