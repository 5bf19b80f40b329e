/** The language of menus and dialogs: the window's, and before it has said so the system's. */
import { app } from 'electron';
import type { Language } from '../shared/words/sentence';
import { getSetting } from './settings';
import { TEXTS, type Texts } from './texts';

export const language = (): Language =>
  getSetting('language') ?? (app.getLocale().toLowerCase().startsWith('ko') ? 'ko' : 'en');

export const texts = (): Texts => TEXTS[language()];
