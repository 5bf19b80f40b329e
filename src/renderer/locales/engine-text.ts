/** What the engine said, in the language of the window. */
import { useTranslation } from 'react-i18next';
import { isKnown, type Language, type Said, textOf } from '../../shared/sentences/sentence';

/** An English text of the engine and, where it has them, its sentences. */
export interface EngineText {
  readonly message: string;
  readonly said?: Said | undefined;
}

export const engineTextIn = ({ message, said }: EngineText, language: string): string =>
  said === undefined || said.length === 0 || !isKnown(said) ? message : textOf(said, language as Language);

export function useEngineText(): (text: EngineText) => string {
  const { i18n } = useTranslation();
  return (text) => engineTextIn(text, i18n.language);
}
