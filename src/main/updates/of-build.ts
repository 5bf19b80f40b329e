/** What the maker of a build said of updates: in the package.json of the archive, which is checked as a whole. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { isAllowed } from './request';

export interface OfBuild {
  readonly madeAt: string | null;
  /** Null if the build names none: it never looks for updates. */
  readonly updates: { readonly feed: URL; readonly key: KeyObject } | null;
}

/** @param description the content of package.json */
export function readOfBuild(description: string): OfBuild {
  const { madeAt = null, updates = null } = JSON.parse(description) as {
    madeAt?: string;
    updates?: { feed: string; key: string };
  };
  if (updates === null) return { madeAt, updates: null };
  const feed = new URL(updates.feed);
  const key = createPublicKey(updates.key);
  if (!isAllowed(feed) || key.asymmetricKeyType !== 'ed25519') return { madeAt, updates: null };
  return { madeAt, updates: { feed, key } };
}
