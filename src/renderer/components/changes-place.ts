/** The address of the comparison: two sides, and the screen one came from. */
import { daySchema } from '../../shared/contract/rules';
import { partOfPlace } from './place';

/**
 * Lists to compare, as an address names them: of a run, with ~ the ID of a saved tuning and with ! other rules than those that count (none, or those of
 * a revision, with a dot and a day as on that day); or what was exported of it, with @ the SHA-256 of the file. What is asked of the engine is made of it (use-delivery.ts).
 */
export type Side =
  | { readonly runId: string; readonly tuningId?: string | undefined; readonly rules?: RulesOfSide | undefined }
  | { readonly runId: string; readonly exported: string };
type RulesOfSide = 'none' | { readonly revision: number; readonly date?: string | undefined };

/** Reads an address that people can also type: what looks like neither a hash nor rules is ignored. */
export function sideOf(place: string): Side {
  const [before = '', exported] = partOfPlace(place).split('@');
  const [ofRun = '', rules] = before.split('!');
  const [runId = '', tuningId] = ofRun.split('~');
  if (exported !== undefined && /^[0-9a-f]{4,64}$/.test(exported)) return { runId, exported };
  return {
    runId,
    ...(tuningId !== undefined && tuningId !== '' && { tuningId }),
    ...rulesIn(rules),
  };
}

function rulesIn(place: string | undefined): { rules?: RulesOfSide } {
  if (place === undefined || place === 'none') return place === undefined ? {} : { rules: place };
  const [, revision, date] = /^(\d{1,9})(?:\.(.*))?$/.exec(place) ?? [];
  if (revision === undefined) return {};
  return { rules: { revision: Number(revision), ...(daySchema.safeParse(date).success && { date }) } };
}

/** Of the hash, as much as tells exports apart. */
export function placeOfSide(side: Side): string {
  if ('exported' in side) return `${side.runId}@${side.exported.slice(0, 16)}`;
  const { runId, tuningId, rules } = side;
  return [
    runId,
    tuningId === undefined ? '' : `~${tuningId}`,
    rules === undefined ? '' : `!${rules === 'none' ? rules : [rules.revision, rules.date].filter(Boolean).join('.')}`,
  ].join('');
}

/** Whether an export would have these lists now: as trained, under the rules that count. */
export const isOfNextExport = (side: Side): boolean =>
  !('exported' in side) && side.tuningId === undefined && side.rules === undefined;

const CAME_FROM = ['week', 'export', 'rules', 'runs'] as const;
/** The screen that led to the comparison, where the way back leads; undefined where it is not known. */
export type CameFrom = (typeof CAME_FROM)[number] | undefined;

/** Addresses can be typed: an unknown screen is ignored. */
export const cameFromOf = (text: string | undefined): CameFrom => CAME_FROM.find((one) => one === text);

export const placeOfChanges = (before: Side, after: Side, from?: CameFrom): string =>
  ['/changes', placeOfSide(before), placeOfSide(after), ...(from === undefined ? [] : [from])].join('/');
