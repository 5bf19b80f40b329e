/** IDs and values named like properties of JavaScript objects work like any other, across every boundary. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/features/engine';
import { serve } from '../../src/node/serve';
import type { Contract } from '../../src/features/contract';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import { finalValue } from '../../src/shared/values/final-value';
import { temporaryFolder } from '../support/finished-run';
import { writeTables } from '../support/small-folder';
import { trainersHere } from '../support/trainers-here';

type Client = ContractRouterClient<Contract>;

const ODD = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const MAPPING = {
  events: { file: 'events.csv', profile: 'who', item: 'what' },
  profiles: { file: 'who.csv', profile: 'who', attributes: ['constructor', 'toString', 'kind'] },
  items: { file: 'what.csv', item: 'what', title: 'title', attributes: ['valueOf'] },
};

/** Profiles and titles with odd IDs and odd attributes, and a client over a wire. */
async function opened(): Promise<{ client: Client; data: string; folder: string; close: () => void }> {
  const source = path.join(await temporaryFolder(), 'odd');
  const ids = [...ODD, 'plain'];
  await writeTables(source, {
    'events.csv': ['who,what', ...ids.flatMap((who) => ids.slice(0, 4).map((what) => `${who},${what}`))],
    'who.csv': ['who,constructor,toString,kind', ...ids.map((id) => `${id},${id},x,__proto__`)],
    'what.csv': ['what,title,valueOf', ...ids.map((id) => `${id},Title ${id},${id}`)],
  });
  const workspaceFolder = await temporaryFolder();
  const engine = await createEngine({ workspaceFolder, launcher: trainersHere });
  const { port1, port2 } = new MessageChannel();
  serve(engine.router, engine.context).overPort(port1 as never);
  const client: Client = createORPCClient(new RPCLink({ port: port2 as never }));
  port2.start();
  const { fingerprint } = await finalValue(await client.datasets.import({ folder: source, mapping: MAPPING }));
  return { client, data: fingerprint, folder: workspaceFolder, close: () => port1.close() };
}

test('attributes and values with odd names have labels', async () => {
  const { client, data, close } = await opened();
  const entries = ODD.map((name) => ({ attribute: name, code: name, label: `label of ${name}` }));
  const colours = ODD.map((genre) => ({ genre, colour: 'red' as const }));
  await client.labels.set({ data, revision: 0, entries, colours });
  expect(await client.labels.get({ data })).toMatchObject({ entries, colours });
  close();
});

test('profiles with odd ids are noted, reviewed and found, and their notes have a history', async () => {
  const { client, data, folder, close } = await opened();
  for (const profile of ODD) {
    expect(await client.profiles.note({ data, profile })).toEqual({ text: '', revision: 0, changedAt: null });
    await client.profiles.setNote({ data, profile, text: `on ${profile}`, revision: 0 });
    await client.profiles.setNote({ data, profile, text: 'later', revision: 1 });
    expect(await client.profiles.noteHistory({ data, profile })).toMatchObject({
      versions: [{ text: 'later', current: true }, { text: `on ${profile}` }],
    });
    expect(await client.profiles.restoreNote({ data, profile, revision: 2, to: 1 })).toMatchObject({ revision: 3 });
    await client.profiles.review({ data, profile, reviewed: true });
  }
  const { rows } = await client.profiles.page({ data, start: 0, end: 9, filter: { noted: true, reviewed: true } });
  expect(rows.map(({ profile }) => profile).toSorted()).toEqual(ODD.toSorted());
  for (const profile of ODD) {
    expect(await client.profiles.note({ data, profile })).toMatchObject({ text: `on ${profile}` });
    await client.profiles.review({ data, profile, reviewed: false });
  }
  expect((await client.profiles.page({ data, start: 0, end: 9, filter: { reviewed: true } })).total).toBe(0);
  const text = await fs.readFile(path.join(folder, 'notes', `${data}.json`), 'utf8');
  expect(Object.keys(JSON.parse(text).profiles).toSorted()).toEqual(ODD.toSorted());
  close();
});

test('attributes with odd names and values are filtered by, counted, kept as segments and tuned', async () => {
  const { client, data, close } = await opened();
  const facets = await client.profiles.facets({ data });
  expect(facets.map(({ name }) => name).toSorted()).toEqual(['constructor', 'kind', 'toString']);
  expect(facets.find(({ name }) => name === 'kind')!.values).toEqual([{ value: '__proto__', profiles: 6 }]);
  for (const value of ODD) {
    const filter = { attributes: { constructor: [value], toString: ['x'], kind: ['__proto__'] } };
    const { rows } = await client.profiles.page({ data, start: 0, end: 9, filter });
    expect(rows.map(({ profile, attributes }) => [profile, attributes['constructor']])).toEqual([[value, value]]);
    expect((await client.segments.keep({ data, name: value, filter })).filter).toEqual(filter);
  }
  expect((await client.segments.list({ data })).map(({ name }) => name).toSorted()).toEqual(ODD.toSorted());
  const tuning = { ...NEUTRAL_TUNING, attributes: { constructor: '__proto__' }, removed: [...ODD], added: ['plain'] };
  await client.tuning.keep({ data, name: '__proto__', tuning, runId: 'r1' });
  expect((await client.tuning.list({ data }))[0]!.tuning).toEqual(tuning);
  for (const item of ODD)
    expect((await client.titles.page({ data, start: 0, end: 9, filter: { text: item } })).total).toBeGreaterThan(0);
  close();
});

test('lists of profiles and titles with odd ids are made', { tags: ['rare'] }, async () => {
  const { client, data, close } = await opened();
  const recipe = (await import('../../src/shared/recipe/presets')).presetRecipe('popularity');
  const { runId } = await client.runs.start({ data, recipe, seed: 1 });
  expect(await finalValue(await client.runs.watch({ runId }))).toMatchObject({ status: 'finished' });
  for (const profile of ODD) {
    const { history, attributes } = await client.profiles.open({ data, profile });
    const { items } = await client.lists.show({ runId, profile, count: 9 });
    expect(items.map(({ item }) => item).toSorted()).toEqual(ODD.slice(0, 4).toSorted());
    expect(history.map(({ item }) => item).toSorted()).toEqual(ODD.slice(0, 4).toSorted());
    expect(attributes).toContainEqual({ name: 'constructor', value: profile });
  }
  expect(await client.titles.open({ runId, item: '__proto__' })).toMatchObject({ item: '__proto__' });
  close();
});

test('an attribute that cannot be a key of an object is refused before anything is read', async () => {
  const { client, close } = await opened();
  const source = path.join(await temporaryFolder(), 'proto');
  await writeTables(source, { 'events.csv': ['who,what', 'a,b'], 'who.csv': ['who,__proto__', 'a,1'] });
  const profiles = { file: 'who.csv', profile: 'who' };
  for (const attributes of [['__proto__'], [{ name: '__proto__', kind: 'numeric' as const, columns: ['__proto__'] }]])
    await expect(
      (async () =>
        finalValue(
          await client.datasets.import({
            folder: source,
            mapping: { ...MAPPING, items: undefined, profiles: { ...profiles, attributes } } as never,
          }),
        ))(),
    ).rejects.toMatchObject({ message: expect.stringContaining('__proto__') });
  const renamed = [{ name: 'proto', kind: 'categorical' as const, columns: ['__proto__'] }];
  const mapping = { events: MAPPING.events, profiles: { ...profiles, attributes: renamed } };
  const { fingerprint: data } = await finalValue(await client.datasets.import({ folder: source, mapping }));
  const { rows } = await client.profiles.page({ data, start: 0, end: 1 });
  expect(rows).toMatchObject([{ profile: 'a', attributes: { proto: '1' } }]);
  close();
});
