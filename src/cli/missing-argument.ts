import { ShelfwiseError } from '../shared/errors';
import { say } from '../shared/words/sentence';

/** The error for what one action of a command needs and did not get. @param command with its action: "trash restore" */
export const missingArgument = (command: string, argument: string): ShelfwiseError =>
  new ShelfwiseError('usage', say('command-line.missing-argument', { command, argument }));
