/** A key file of pseudonyms that is needed: the window says what for, and the user picks or creates one. */
import { makeQuestion, type Question } from './question';

/**
 * `import`: pseudonyms are about to be made; `again`: the folder was read with a key before; `export`: IDs are to be
 * restored.
 */
export type KeyPurpose = 'import' | 'again' | 'export';

/** The user's choice; null to cancel. */
type KeyAnswer = 'choose' | 'make' | null;

interface Asked {
  readonly purpose: KeyPurpose;
  /** Name of the data set or folder. */
  readonly name: string;
}
export type KeyQuestion = Question<Asked, KeyAnswer>;

export const { useQuestion: useKeyQuestion, ask: askForKey } = makeQuestion<Asked, KeyAnswer>(null);
