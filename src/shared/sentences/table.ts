/** Every sentence of the engine, in both languages: the tables of the subjects together. */
import { IMPORT_SENTENCES } from './import';

export const SENTENCES = { ...IMPORT_SENTENCES } as const;
