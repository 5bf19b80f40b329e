/** Texts of windows, pages and commands, in a language. */
import { textOf, type TextId, type Values } from './sentence';
import type { Language } from './templates';

/** `t('trash.restoreOf', { name })`: its gaps are filled as those of sentences are. */
export type Translate = <Id extends TextId>(id: Id, ...values: Values<Id>) => string;

const translate =
  (language: Language): Translate =>
  (id, ...[values]) =>
    textOf([{ id, values: values ?? {} }], language);

const IN: Readonly<Record<Language, Translate>> = { en: translate('en'), ko: translate('ko') };

export const textsIn = (language: Language): Translate => IN[language];
