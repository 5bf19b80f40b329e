/** Tables whose rows have their words beside them. */
import type { Language } from '../words/sentence';

/** A text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** The texts of a table in one language by the names of its rows, as the window's tables of texts hold them. */
export function textsOf<Name extends string>(
  names: readonly Name[],
  language: Language,
  text: (name: Name) => Text,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, text(name)[language]])) as Record<Name, string>;
}
