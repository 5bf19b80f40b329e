/** Korean: one file per screen, each checked against the English one by its type, and found here by being in this folder. */
import type { en } from '../en';
import type { Strings } from '../strings';

const TABLES = import.meta.glob<Partial<Strings<typeof en>>>(['./*.ts', '!./index.ts'], { eager: true });

export const ko = Object.assign({}, ...Object.values(TABLES)) as Strings<typeof en>;
