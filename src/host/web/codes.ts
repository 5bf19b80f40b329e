/**
 * What a browser is started with. An address is seen by others: in the list of processes while the browser starts, in the browser's
 * history for ever. So it holds a code that is worthless after its first use, exchanged for a token that no address ever holds.
 */
import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** Codes that were used are remembered, so that a second use can be reported; the oldest are dropped when there are more. */
const MOST_REMEMBERED = 1000;

export type CodeUse = 'right' | 'used' | 'unknown';

export interface Codes {
  /** @param milliseconds after which it is worthless; never where absent */
  issue(milliseconds?: number): string;
  /** Uses a code up. */
  use(code: string): CodeUse;
}

const digest = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** @param now milliseconds of a clock that only goes forward */
export function createCodes(now: () => number = () => performance.now()): Codes {
  /** By digest, so that how long a look-up takes tells nothing of a code. In the order in which they were issued. */
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
