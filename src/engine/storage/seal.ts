/**
 * The hash of records in their file itself: a bit that a disk turns over in a rule would leave in every list.
 *
 * It is of one state of what holds them. Shelfwise 1.0 keeps fields that it does not know, and moves the state on as every version does, so a seal
 * beside another state is of what stood there before, and says nothing.
 */
import { canonicalJson } from '../../shared/values/canonical-json';
import { sha256 } from './read-files';

/** What moves on whenever a version that knows no seals may have changed what is sealed. */
type State = { readonly revision: unknown } | { readonly forgottenAt: string | null } | typeof UNCHANGED;

/** The content with the hash of all of it; what JSON leaves out of it is not hashed. */
export function sealed(content: object, state: State): object & { readonly seal: object } {
  const { seal: _, ...others } = JSON.parse(JSON.stringify(content)) as Record<string, unknown>;
  return { ...others, seal: { ...state, sha256: hashOf(others) } };
}

/**
 * Whether parsed content has a seal of a state that is not of the content.
 * @param stateOf the state that the content is in
 */
export function breaksSeal(raw: unknown, stateOf: (content: Readonly<Record<string, unknown>>) => State): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  const { seal, ...others } = raw as Record<string, unknown>;
  if (typeof seal !== 'object' || seal === null) return false;
  const { sha256: recorded, ...of } = seal as Record<string, unknown>;
  return canonicalJson(of) === canonicalJson(stateOf(others)) && recorded !== hashOf(others);
}

/** The state of what no version changes where it stands: it is written once, or anew without a seal that it does not know. */
const UNCHANGED = Object.freeze({});
export const sealedWhole = (content: object): object & { readonly seal: object } => sealed(content, UNCHANGED);
export const breaksWholeSeal = (raw: unknown): boolean => breaksSeal(raw, () => UNCHANGED);

/** The state of a file that counts its revisions. */
export const ofRevision = ({ revision }: Readonly<Record<string, unknown>>): State => ({ revision });

const hashOf = (content: object): string => sha256(canonicalJson(content));
