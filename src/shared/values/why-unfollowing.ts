import type { Follows } from '../contract/follows';
import { type Said, say } from '../words/sentence';

/** What of a run does not follow from its model and data; [] if all does. */
export const whyUnfollowing = (run: string, { lists, changed, scores }: Follows): Said => [
  ...(changed > 0 ? [say('follows.lists', { run, changed, lists })] : []),
  ...(scores === false ? [say('follows.scores', { run })] : []),
];
