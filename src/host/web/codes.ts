/**
 * One-time codes for the address a browser is started with. Others see an address: in the list of processes while the
 * browser starts, and in its history for ever. Its code is worthless after its first use, and is exchanged for a token
 * that no address contains.
 */
import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** Used codes are remembered so that a second use is reported; the oldest are dropped. */
const MOST_REMEMBERED = 1000;

type CodeUse = 'right' | 'used' | 'unknown';

export interface Codes {
  /** @param milliseconds until it expires; never if absent */
  issue(milliseconds?: number): string;
  /** Uses up a code. */
  use(code: string): CodeUse;
}

const digest = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** @param now a monotonic clock in milliseconds */
export function createCodes(now: () => number = () => performance.now()): Codes {
  /** Keyed by digest, so that the time of a look-up reveals nothing about a code. In order of issue. */
  const codes = new Map<string, { ends: number; used: boolean }>();
  return {
    issue(milliseconds = Infinity) {
      const code = randomBytes(BYTES).toString('base64url');
      codes.set(digest(code), { ends: now() + milliseconds, used: false });
      for (const key of codes.keys()) {
        if (codes.size <= MOST_REMEMBERED) break;
        codes.delete(key);
      }
      return code;
    },
    use(code) {
      const known = codes.get(digest(code));
      if (known === undefined) return 'unknown';
      if (known.used) return 'used';
      known.used = true;
      return now() < known.ends ? 'right' : 'unknown';
    },
  };
}
