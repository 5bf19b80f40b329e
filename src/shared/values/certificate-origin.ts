/** Where a certificate was made, as far as this computer knows. */
import type { Verification } from '../contract/run';

/** How far a clock may be wrong, in milliseconds. */
const CLOCK = 86_400_000;

type CertificateOrigin = 'here' | 'cluster' | 'unknown';

/**
 * `unknown`: its date is yet to come, so no verification of this computer made it. Versions that did not note the origin kept a cluster's
 * certificates with the date that the cluster said.
 */
export function originOf({ origin, verifiedAt }: Pick<Verification, 'origin' | 'verifiedAt'>): CertificateOrigin {
  if (origin !== undefined) return 'cluster';
  return Date.parse(verifiedAt) <= Date.now() + CLOCK ? 'here' : 'unknown';
}

/** Only such a certificate says that this computer verified the run. */
export const isMadeHere = (certificate: Pick<Verification, 'origin' | 'verifiedAt'>): boolean =>
  originOf(certificate) === 'here';
