/** The language of menus and dialogs: the window's, and before it has said so the system's. */
import { app } from 'electron';
import { getSetting } from './settings';
import { TEXTS, type Texts } from './texts';

export function texts(): Texts {
  const language = getSetting('language') ?? (app.getLocale().toLowerCase().startsWith('ko') ? 'ko' : 'en');
  return TEXTS[language];
}
