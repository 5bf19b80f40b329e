/** Where a run came from whose training was elsewhere, and whether it stands for training here. */
import type { Brought } from '../shared/words/brought-text';
import { say, textOf } from '../shared/words/sentence';
import type { Context } from './context';
import { singleLine } from './width';
import { bundleNamed, minute } from './words';

/** For example "the bundle from-kim.shelfwise". */
export const broughtIn = (brought: Brought): string =>
  singleLine(brought.cluster === null ? bundleNamed(brought) : `the cluster ${brought.cluster}`);

/** Whether it stands for training here. */
export const broughtStanding = ({ verified, problem, accepted }: Brought): string => {
  if (problem !== null) return accepted ? 'changed, lists accepted' : 'changed, undecided';
  return verified ? 'verified here' : 'not verified here';
};

/** The same as one word. */
export const trainedWord = ({ verified, problem }: Brought): 'changed' | 'verified' | 'elsewhere' =>
  problem !== null ? 'changed' : verified ? 'verified' : 'elsewhere';

/** For example "the bundle from-kim.shelfwise, 2026-11-25 12:54 UTC; not verified here". */
export const broughtWords = (brought: Brought): string =>
  `${broughtIn(brought)}, ${minute(brought.openedAt)} UTC; ${broughtStanding(brought)}`;

/** Before lists are shown: what the user has to decide about a run that was changed after its training, and that another one was not verified here. */
export function tellBrought({ reporter }: Context, { brought }: { readonly brought?: Brought | undefined }): void {
  if (brought === undefined) return;
  const { problem, accepted, verified } = brought;
  if (problem !== null)
    reporter.warn([problem.message, ...(accepted ? [] : [textOf([say('follows.decide')])])].join(' '));
  else if (!verified) reporter.note(`The run came from ${broughtWords(brought)}.`);
}
