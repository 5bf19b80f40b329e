/** Cases in which the parts of a bundle are changed. */
import { bundleCase, type Case, type Expected } from './cases';
import { bundleParts, type Parts } from './originals';
import { sealed } from './seal';

/** A case in which parts are changed and then sealed. */
export function partsCase(name: string, expected: Expected, edit: (parts: Parts) => void, fingerprint = false): Case {
  return bundleCase(name, expected, async () => {
    const parts = await bundleParts();
    edit(parts);
    return sealed(parts, { fingerprint });
  });
}

/** Nests `open` and `close` that many times. */
export const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);
