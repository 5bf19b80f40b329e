/** The names of the checks of an export, as records have them: those of this version have a text each. */
import { en } from '../../words/en';

type KnownCheck = keyof typeof en.exporting.check;

/** Whether `exporting.check` names it; a record of another version may hold others, which are shown as they are. */
export const isExportCheck = (check: string): check is KnownCheck => Object.hasOwn(en.exporting.check, check);
