/** The Merkle tree hash of RFC 6962, section 2.1: what the root of a C2SP checkpoint is. */
import { createHash } from 'node:crypto';

/** Leaves and nodes are hashed apart, so that no node can pass for a leaf. */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const hash = (...parts: readonly Uint8Array[]): Buffer => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest();
};

/** @param entries the data of the leaves, in order */
export function treeHash(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return hash();
  /** Roots of whole subtrees, each of half as many leaves at the most as the one before it. */
  const roots: { readonly root: Buffer; readonly leaves: number }[] = [];
  const join = (): void => {
    const [left, right] = roots.splice(-2);
    roots.push({ root: hash(NODE, left!.root, right!.root), leaves: left!.leaves + right!.leaves });
  };
  for (const entry of entries) {
    roots.push({ root: hash(LEAF, entry), leaves: 1 });
    while (roots.length > 1 && roots.at(-2)!.leaves === roots.at(-1)!.leaves) join();
  }
  while (roots.length > 1) join();
  return roots[0]!.root;
}
