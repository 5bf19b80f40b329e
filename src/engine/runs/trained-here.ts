/**
 * Decides whether a stored run stands for training it. A run that came from elsewhere has the ID that its data, recipe and seed give, whatever its
 * weights and lists are, so nothing may use it in place of training until training it here gave the same.
 */
import type { RunRecord } from '../../shared/contract/run';
import type { AskedOf } from '../../shared/values/asked-of';
import { isMadeHere } from '../../shared/values/certificate-origin';
import { readCertificates } from './certificates';
import { type Opened, readOpened } from './opened';

/**
 * How far a run stands for training. `whole`: in all that its training makes. `verified`: in its model, lists and scores, which a verification
 * compares. The one place that decides it: units, seeds, sweeps and refreshes ask here.
 * @throws ShelfwiseError as readOpened and readCertificates do: what cannot be read stands for nothing
 */
export async function trustIn(
  folder: string,
  record: RunRecord,
  askedOf: AskedOf,
): Promise<'whole' | 'verified' | 'none'> {
  const opened = await broughtRun(folder);
  if (opened === null || (askedOf === 'cluster' && opened.cluster !== undefined)) return 'whole';
  return (await isVerifiedHere(folder, record)) ? 'verified' : 'none';
}

/** How the run came here, if its training was elsewhere; null if it was trained here. */
export async function broughtRun(folder: string): Promise<Opened | null> {
  const opened = await readOpened(folder);
  return opened?.trainedHereAt === undefined ? opened : null;
}

/** Whether its last verification on this computer gave its lists. */
export async function isVerifiedHere(folder: string, { weightsSha256, listsSha256 }: RunRecord): Promise<boolean> {
  const last = (await readCertificates(folder)).findLast(
    (certificate) =>
      isMadeHere(certificate) &&
      certificate.recorded.weightsSha256 === weightsSha256 &&
      certificate.recorded.listsSha256 === listsSha256,
  );
  return last?.verdict === 'identical-bits' || last?.verdict === 'identical-lists';
}
