/** Forged bundles: other contents, with a manifest and a record made to match. */
import * as path from 'node:path';
import { decodeSafetensors, encodeSafetensors, hashTensors } from '../../src/engine/model/safetensors';
import type { NamedTensors } from '../../src/engine/model/recommender';
import { hashLists } from '../../src/engine/runs/lists-file';
import { sha256 } from '../../src/engine/storage/read-files';
import { temporaryFolder } from './finished-run';
import { contentsOf, writeZipOf } from './zip-files';

export type Files = Record<string, Uint8Array>;

/** A bundle with other contents, and a manifest that matches unless it is to stay unchanged. */
export async function remade(
  file: string,
  change: (files: Files) => void,
  options: { manifest?: 'as it was' } = {},
): Promise<string> {
  const files: Files = await contentsOf(file);
  change(files);
  if (options.manifest === undefined)
    changeJson<{ files: object[] }>(files, 'manifest.json', (manifest) => {
      manifest.files = Object.entries(files)
        .filter(([name]) => name !== 'manifest.json')
        .map(([name, bytes]) => ({ file: name, bytes: bytes.length, sha256: sha256(bytes) }));
    });
  const target = path.join(await temporaryFolder(), 'remade.zip');
  await writeZipOf(target, files);
  return target;
}

/** Like `remade`, with every hash of the record made to match too. */
export function forged(file: string, change: (files: Files) => void): Promise<string> {
  return remade(file, (files) => {
    change(files);
    changeJson<Record<string, unknown>>(files, 'run.json', (record) => {
      const sealed = record['files'] as Record<string, string>;
      for (const name of Object.keys(sealed)) if (files[name] !== undefined) sealed[name] = sha256(files[name]);
      record['weightsSha256'] = hashTensors(decodeSafetensors(files['model.safetensors']!).tensors);
      if (files['lists.safetensors'] === undefined) return;
      const { items, scores } = decodeSafetensors(files['lists.safetensors']).tensors;
      const { profiles, items: ids } = json<{ profiles: string[]; items: string[] }>(files, 'vocabulary.json');
      const lists = { count: items!.shape[1]!, items: items!.values, scores: scores!.values };
      record['listsSha256'] = hashLists(profiles, ids, lists as Parameters<typeof hashLists>[2]);
    });
  });
}

export const json = <Value>(files: Files, name: string): Value =>
  JSON.parse(Buffer.from(files[name]!).toString()) as Value;

/** The change is made in place; a record keeps a hash of itself that is right. */
export function changeJson<Value>(files: Files, name: string, change: (value: Value) => void): void {
  const value = json<Value>(files, name);
  change(value);
  const { recordSha256, ...told } = value as { recordSha256?: string };
  if (recordSha256 !== undefined) Object.assign(value as object, { recordSha256: sha256(JSON.stringify(told)) });
  files[name] = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

export function changeTensors(files: Files, name: string, change: (tensors: NamedTensors) => NamedTensors): void {
  files[name] = encodeSafetensors(change(decodeSafetensors(files[name]!).tensors));
}
