/** What the engine said, in a language. */
import { isKnown, type Language, type Said, textOf } from './sentence';
import { withKnobsNamed } from './knobs-named';

/** An English text of the engine and, where it has them, its sentences. */
export interface EngineText {
  readonly message: string;
  readonly said?: Said | undefined;
}

/** For readers of a window or page: knobs are called there as their fields are, not as the command line takes them. */
export const engineTextIn = ({ message, said }: EngineText, language: Language): string =>
  withKnobsNamed(
    said === undefined || said.length === 0 || !isKnown(said) ? message : textOf(said, language),
    language,
  );
