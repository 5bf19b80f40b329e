/** The engine's messages in a language. */
import { isKnown, type Said, textOf } from './sentence';
import type { Language } from './templates';
import { withKnobsNamed } from './knobs-named';

/** An English text of the engine with its sentences, if any. */
export interface EngineText {
  readonly message: string;
  readonly said?: Said | undefined;
}

/** For readers of a window or page: names knobs by their fields, not as on the command line. */
export const engineTextIn = ({ message, said }: EngineText, language: Language): string =>
  withKnobsNamed(
    said === undefined || said.length === 0 || !isKnown(said) ? message : textOf(said, language),
    language,
  );
