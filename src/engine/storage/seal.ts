/**
 * The hash of a file of records, in the file itself: a bit that a disk turns over in a rule would leave in every list.
 *
 * It is of one revision. Shelfwise 1.0 keeps fields that it does not know, and counts revisions as every version does, so a seal beside another
 * revision is of what stood there before, and says nothing.
 */
import { canonicalJson } from '../../shared/values/canonical-json';
import { sha256 } from './read-files';

interface Sealable {
  readonly revision: number;
  readonly seal?: unknown;
}

/** The content with the hash of all of it; what JSON leaves out of it is not hashed. */
export function sealed<Content extends Sealable>(content: Content): object {
  const { seal: _, ...others } = JSON.parse(JSON.stringify(content)) as Sealable & Record<string, unknown>;
  return { ...others, seal: { revision: content.revision, sha256: hashOf(others) } };
}

/** Whether a parsed file has a seal of its revision that is not of its content. */
export function breaksSeal(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  const { seal, ...others } = raw as Sealable & Record<string, unknown>;
  if (typeof seal !== 'object' || seal === null) return false;
  const { revision, sha256: recorded } = seal as { revision?: unknown; sha256?: unknown };
  return revision === others.revision && recorded !== hashOf(others);
}

const hashOf = (content: object): string => sha256(canonicalJson(content));
