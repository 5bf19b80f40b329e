/** The list of a package's contents: everything shipped to users, and what npm does not know. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

interface Component {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: unknown[];
  components?: Component[];
}
interface Bill {
  bomFormat: string;
  specVersion: string;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}
interface Scripts {
  billOfMaterials(parts: {
    name: string;
    electron: string;
    plainNode: null;
    addon: string;
    duckDb: string;
  }): Promise<Bill>;
  duckDbOf(system: string): Promise<string>;
  readAddonState(): { reason: string | null } | null;
}

const script = async (...place: string[]): Promise<Scripts> =>
  (await import(pathToFileURL(path.join(ROOT, 'scripts', ...place)).href)) as Scripts;

const addon = (await script('setup', 'addon.mjs')).readAddonState();
const WHY_NOT = addon?.reason === null ? null : 'there is no addon here, and a package needs it';

describe.skipIf(WHY_NOT !== null)(`the bill of materials${WHY_NOT === null ? '' : ` (${WHY_NOT})`}`, () => {
  let bill: Bill;
  beforeAll(async () => {
    const { billOfMaterials } = await script('package', 'bill-of-materials.mjs');
    const { duckDbOf } = await script('package', 'program.mjs');
    bill = await billOfMaterials({
      name: 'shelfwise',
      electron: '45.4.1',
      plainNode: null,
      addon: path.join(ROOT, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node'),
      duckDb: await duckDbOf(`${process.platform}-${process.arch}`),
    });
  });

  const named = (name: string): Component => bill.components.find((component) => component.name === name)!;

  it('names every shipped and installed package, and no tool', async () => {
    const { packages } = JSON.parse(await fs.readFile(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean; devOptional?: boolean }>;
    };
    const shipped = new Set<string>();
    for (const [place, { version, dev, devOptional }] of Object.entries(packages)) {
      if (place === '' || dev || devOptional) continue;
      // Of WebGPU's own developers.
      if (place.startsWith('node_modules/webgpu/node_modules/')) continue;
      const there = await fs.stat(path.join(ROOT, place)).catch(() => null);
      if (there !== null) shipped.add(`${place.replace(/^.*node_modules\//, '')}@${version}`);
    }
    const listed = bill.components.map((component) => component['bom-ref']);
    const withoutNative = listed.filter((reference) => !/^(electron|duckdb)@/.test(reference));
    expect(withoutNative.sort()).toEqual([...shipped].sort());
    // Tools need these too: npm's own selection omits them.
    for (const name of ['node-fetch', 'ajv', 'semver']) expect(named(name), name).toBeDefined();
    expect(named('vitest')).toBeUndefined();
  });

  it('describes each, with hash and licence', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(bill.metadata.component).toMatchObject({
      type: 'application',
      name: 'shelfwise',
      purl: expect.stringMatching(/^pkg:generic\//),
    });
    for (const component of bill.components) {
      expect(component.purl, component.name).toMatch(/^pkg:(npm|pypi|github)\/.+@v?\d/);
      expect(component.licenses, component.name).toHaveLength(1);
    }
    expect(named('react').hashes![0]).toMatchObject({
      alg: 'SHA-512',
      content: expect.stringMatching(/^[0-9a-f]{128}$/),
    });
  });

  it('names Electron, DuckDB and the program’s own addon, with the hashes of their native files', async () => {
    const hashOf = async (...place: string[]): Promise<string> =>
      createHash('sha256')
        .update(await fs.readFile(path.join(ROOT, 'node_modules', ...place)))
        .digest('hex');
    expect(named('electron').version).toBe('45.4.1');
    const [own] = bill.metadata.component.components!;
    expect(own!.name).toBe('tfjs_binding.node');
    expect(own!.hashes![0]!.content).toBe(
      await hashOf('@tensorflow', 'tfjs-node', 'lib', 'napi-v8', 'tfjs_binding.node'),
    );
    const bindings = bill.components.find(({ name }) => name.startsWith('@duckdb/node-bindings-'))!;
    const duckDb = named('duckdb');
    expect(bindings.version.startsWith(duckDb.version)).toBe(true);
    expect(duckDb.components!.length).toBeGreaterThan(0);
    for (const { name, hashes } of duckDb.components!)
      expect(hashes![0]!.content).toBe(await hashOf(bindings.name, name));
  });

  it('names each part once, and its dependencies by names in the list', () => {
    const references = [
      bill.metadata.component['bom-ref'],
      ...bill.components.map((component) => component['bom-ref']),
    ];
    expect(new Set(references).size).toBe(references.length);
    expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual(references.sort());
    for (const { ref, dependsOn } of bill.dependencies)
      expect(
        dependsOn.filter((other) => !references.includes(other)),
        ref,
      ).toEqual([]);
    const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref'])!;
    for (const name of ['electron', 'duckdb', 'zod']) expect(own.dependsOn).toContain(named(name)['bom-ref']);
  });
});
