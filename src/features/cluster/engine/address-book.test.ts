import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addCluster, agreeTo, findCluster, hasAgreed, isOpen, listClusters, removeCluster } from './address-book';

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-address-book-'));
  vi.stubEnv('XDG_DATA_HOME', folder);
  vi.stubEnv('LOCALAPPDATA', folder);
  vi.stubEnv('HOME', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await fs.rm(folder, { recursive: true, force: true });
});

const lab = { name: 'lab', address: 'https://ray.example.org', token: 'a-token', plain: false };

describe('an address whose messages others can read', () => {
  test.each(['http://localhost:1', 'http://127.0.0.1:1', 'http://127.255.255.254', 'http://[::1]:1'])(
    '%s is not: it is this computer',
    (address) => expect(isOpen(address)).toBe(false),
  );

  test.each([
    'http://127.0.0.1.example.org',
    'http://127.example.org',
    'http://example.org/127.0.0.1',
    'http://x127.0.0.1.org',
    'http://localhost.example.org',
    'http://mylocalhost',
    'http://128.0.0.1',
    'http://10.127.0.0',
    'http://[::2]',
    'http://[::ffff:7f00:1]',
  ])('%s is, however near it looks', (address) => expect(isOpen(address)).toBe(true));

  test('https is not, wherever it leads', () => expect(isOpen('https://192.0.2.1')).toBe(false));
});

describe('adding a cluster', () => {
  test.each([
    'ftp://ray.example.org',
    'https://name@ray.example.org',
    'https://:secret@ray.example.org',
    'https://ray.example.org/path',
    'https://ray.example.org?query',
    'https://ray.example.org#part',
    'http://',
    'ray',
  ])('%s is refused as no address of a cluster, with an example of one', async (address) => {
    const refused = await addCluster({ ...lab, address }).catch((thrown: unknown) => thrown as Error);
    expect(refused).toMatchObject({ code: 'usage', message: expect.stringContaining('https://ray.example.org') });
    expect((refused as Error).message).not.toContain('secret');
    expect(await listClusters()).toEqual([]);
  });

  test('a refused address is repeated without name and password', async () => {
    await expect(addCluster({ ...lab, address: 'https://name:secret@ray.test' })).rejects.toMatchObject({
      message: expect.stringMatching(/^https:\/\/ray\.test is not/),
    });
  });

  test('an address is kept in its shortest form', async () => {
    expect(await addCluster({ ...lab, address: 'HTTPS://Ray.Example.org:443/' })).toMatchObject({
      address: 'https://ray.example.org',
    });
  });

  test('one that others can read is refused with its address, and added where a person accepts that', async () => {
    const plain = { ...lab, address: 'http://192.0.2.1:8265' };
    await expect(addCluster(plain)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('http://192.0.2.1:8265'),
    });
    expect(await addCluster({ ...plain, plain: true })).toMatchObject({ address: plain.address });
  });

  test('it is shown without its token, and found with it', async () => {
    const shown = await addCluster(lab);
    expect(shown).toMatchObject({ name: 'lab', hasToken: true, agreed: [] });
    expect(JSON.stringify(shown)).not.toContain('a-token');
    expect(await findCluster('lab')).toMatchObject({ token: 'a-token' });
    const { token: _, ...without } = lab;
    expect(await addCluster(without)).toMatchObject({ hasToken: false });
  });
});

test('tokens lie in the folder of this user, in a file that no one else can read', async () => {
  await addCluster(lab);
  const file = path.join(folder, 'shelfwise', 'clusters', 'clusters.json');
  expect(JSON.parse(await fs.readFile(file, 'utf8'))).toMatchObject({ clusters: { lab: { token: 'a-token' } } });
  if (process.platform !== 'win32') expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
});

test('clusters are listed by name', async () => {
  for (const name of ['b', 'c', 'a']) await addCluster({ ...lab, name });
  expect((await listClusters()).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test('a cluster that is not there is told with those that are', async () => {
  await addCluster(lab);
  const unknown = { code: 'not-found', message: expect.stringContaining('lab') };
  await expect(findCluster('other')).rejects.toMatchObject(unknown);
  await expect(removeCluster('other')).rejects.toMatchObject(unknown);
  await expect(agreeTo({ name: 'other', address: lab.address }, 'data')).rejects.toMatchObject(unknown);
  expect(await removeCluster('lab')).toEqual([]);
});

describe('an agreement', () => {
  test('is for one data set, and is kept once', async () => {
    const { address } = await addCluster(lab);
    await agreeTo({ name: 'lab', address }, 'data');
    await agreeTo({ name: 'lab', address }, 'other');
    await agreeTo({ name: 'lab', address }, 'data');
    const kept = await findCluster('lab');
    expect(kept.agreed.map(({ fingerprint }) => fingerprint)).toEqual(['data', 'other']);
    expect([hasAgreed(kept, 'data'), hasAgreed(kept, 'third')]).toEqual([true, false]);
  });

  test('is for the address that was shown: under another one nothing was agreed to', async () => {
    const { address } = await addCluster(lab);
    await agreeTo({ name: 'lab', address }, 'data');
    await addCluster({ ...lab, address: 'https://elsewhere.example.org' });
    expect((await findCluster('lab')).agreed).toEqual([]);
    await expect(agreeTo({ name: 'lab', address }, 'data')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/elsewhere\.example\.org.*ray\.example\.org/s),
    });
  });
});
