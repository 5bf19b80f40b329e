/** The report of a data set's files after a profile was removed from it. */
import type { Dataset, FileReport, Finding } from '../../shared/contract/dataset';
import { say } from '../../shared/words/sentence';
import { finding } from './clean/finding';
import { FORGOTTEN_REASON, MADE_BY_FORGETTING } from './left-out';

/** Events of the profile in the files of one role. */
export interface RemovedCount {
  readonly role: string;
  readonly events: number;
}

/** Moves the rows of the profile from accepted to rejected; only the next import can tell how many of them had been repaired. */
export function reportWithout(
  file: FileReport,
  removed: readonly RemovedCount[],
  own: Record<string, number>,
): FileReport {
  const events = removed.find(({ role }) => role === file.role)?.events ?? 0;
  const rows = Math.min(file.accepted + file.repaired, events + (own[file.role] ?? 0));
  if (rows === 0) return file;
  const accepted = Math.max(0, file.accepted - rows);
  const repaired = file.repaired - (rows - (file.accepted - accepted));
  const earlier = file.reasons.rejected.find(({ reason }) => reason === FORGOTTEN_REASON)?.rows ?? 0;
  const others = file.reasons.rejected.filter(({ reason }) => reason !== FORGOTTEN_REASON);
  return {
    ...file,
    accepted,
    repaired,
    rejected: file.rejected + rows,
    reasons: {
      repaired: fewer(file.reasons.repaired, file.repaired - repaired),
      rejected: [...others, { reason: FORGOTTEN_REASON, rows: rows + earlier }],
    },
  };
}

function fewer(reasons: FileReport['reasons']['repaired'], by: number): FileReport['reasons']['repaired'] {
  let left = by;
  return reasons.flatMap(({ reason, rows }) => {
    const taken = Math.min(left, rows);
    left -= taken;
    return rows === taken ? [] : [{ reason, rows: rows - taken }];
  });
}

/** Findings that do not depend on single rows of profiles or events. */
const OF_FORM = [
  'empty-file',
  'no-rows',
  'column-missing',
  'blank-lines',
  'padded-fields',
  'no-metadata',
  'no-profiles',
  'folders-not-read',
];
const COUNTED_ANEW = ['unknown-profile', 'unknown-item', 'profile-without-events', 'item-without-events'];

export function findingsWithout({ findings, files }: Dataset, ofIds: readonly Finding[]): Finding[] {
  const ofItems = files.filter(({ role }) => role === 'items' || role === 'item-keywords').map(({ file }) => file);
  const kept = findings.filter(
    ({ code, file }) =>
      OF_FORM.includes(code) || (file !== null && ofItems.includes(file) && !COUNTED_ANEW.includes(code)),
  );
  const made = finding({
    severity: 'information',
    code: MADE_BY_FORGETTING,
    file: null,
    rows: 0,
    sentence: say('finding.profile-forgotten'),
  });
  return [...kept, ...ofIds, made];
}
