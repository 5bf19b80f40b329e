/** The contents of a folder with hashes: two of these show whether anything was written, created, linked or removed. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';

export type Tree = Record<string, string>;

/** Relative name to kind, permissions and content. Does not follow links, or open pipes and sockets. */
export async function treeOf(folder: string): Promise<Tree> {
  const tree: Tree = {};
  await collect(Buffer.from(folder), '.', tree);
  return tree;
}

async function collect(place: Buffer, name: string, tree: Tree): Promise<void> {
  const stats = await fs.lstat(place);
  const mode = (stats.mode & 0o7777).toString(8);
  if (stats.isSymbolicLink()) tree[name] = `link to ${await fs.readlink(place)}`;
  else if (stats.isFile())
    tree[name] = `file ${mode} ${createHash('sha256')
      .update(await fs.readFile(place))
      .digest('hex')}`;
  else if (!stats.isDirectory()) tree[name] = `special ${mode}`;
  else {
    tree[name] = `folder ${mode}`;
    // As bytes, because a name need not be UTF-8.
    for (const entry of await fs.readdir(place, { encoding: 'buffer' }))
      await collect(Buffer.concat([place, Buffer.from(path.sep), entry]), `${name}/${entry.toString('latin1')}`, tree);
  }
}
