/** Where a run came from whose training was elsewhere, and whether it stands for training here. */
import type { Run } from '../contract/run-life';
import type { Wording } from './wording';

export type Brought = NonNullable<Run['brought']>;

/** For example "It came in the bundle from-kim.shelfwise, opened on 25 November 2026." */
export function originText({ file, cluster, openedAt }: Brought, { t, format }: Wording): string {
  const when = format.moment(openedAt);
  if (cluster !== null) return t('bundles.fromCluster', { cluster, when });
  return file === null ? t('bundles.fromSomeBundle', { when }) : t('bundles.fromBundle', { file, when });
}

/** Whether it stands for training here, or why nothing of it is exported. */
export const standingText = ({ verified, problem, accepted }: Brought, { t }: Pick<Wording, 't'>): string =>
  problem === null
    ? t(verified ? 'bundles.verifiedHere' : 'bundles.notVerifiedHere')
    : t(accepted ? 'bundles.accepted' : 'bundles.undecided');

/** Why nothing of a run is exported yet; null if it may be. */
export const undecidedText = (brought: Brought | undefined, { t }: Pick<Wording, 't'>): string | null =>
  brought === undefined || brought.problem === null || brought.accepted ? null : standingText(brought, { t });
