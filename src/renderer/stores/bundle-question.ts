/** A bundle about to be opened: the window shows its contents, and the user decides. */
import type { BundleContents } from '../../shared/contract/bundle';
import { makeQuestion, type Question } from './question';

interface Asked {
  readonly contents: BundleContents;
}
export type OpenQuestion = Question<Asked, boolean>;

export const { useQuestion: useBundleQuestion, ask: askToOpen } = makeQuestion<Asked, boolean>(false);
