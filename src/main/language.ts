/** The language of menus and dialogs: the window's, or the system's until the window reports it. */
import { app } from 'electron';
import type { Language } from '../shared/words/templates';
import { getSetting } from './settings';
import { textsIn, type Translate } from '../shared/words/texts';

export const language = (): Language =>
  getSetting('language') ?? (app.getLocale().toLowerCase().startsWith('ko') ? 'ko' : 'en');

export const texts = (): Translate => textsIn(language());
