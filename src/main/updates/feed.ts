/** The feed: who made this build signs what it says, so that nothing on the way, the server included, can change it. */
import { type KeyObject, verify } from 'node:crypto';
import { ShelfwiseError } from '../../shared/errors';
import { type Feed, feedSchema } from '../../shared/processes/updates';
import { say } from '../../shared/words/sentence';
import { fetchShort } from './request';

const LARGEST_FEED = 100_000;
const LARGEST_SIGNATURE = 200;

/**
 * @throws ShelfwiseError `bad-data` if the signature beside the feed is not of this key over these bytes
 */
export async function fetchFeed(address: URL, key: KeyObject, signal: AbortSignal): Promise<Feed> {
  const bytes = await fetchShort(address, LARGEST_FEED, signal);
  const signature = await fetchShort(new URL(`${address.href}.sig`), LARGEST_SIGNATURE, signal);
  // Before anything of it is read.
  if (!verify(null, bytes, key, Buffer.from(signature.toString('latin1'), 'base64')))
    throw new ShelfwiseError('bad-data', say('updates.forged'));
  try {
    return feedSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new ShelfwiseError('bad-data', say('updates.malformed'), { cause });
  }
}
