/** Tables whose rows contain their texts. */
import type { Language } from '../words/sentence';

/** A text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** The texts of a table in one language by row name, as the window uses them. */
export function textsOf<Name extends string>(
  names: readonly Name[],
  language: Language,
  text: (name: Name) => Text,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, text(name)[language]])) as Record<Name, string>;
}
