/**
 * The only way to read a JSON file that this program keeps. A file is fine, damaged, or written by a newer version. A file of a newer version must
 * not be changed, hidden, deleted or replaced.
 */
import * as z from 'zod';
import { ShelfwiseError } from '../../shared/errors';
import { firstProblem } from '../../shared/values/first-problem';
import { type Said, say, type Sentence } from '../../shared/words/sentence';
import { readTextIfThere } from './read-files';
import { breaksWholeSeal } from './seal';

export interface KeptKind<Content> {
  readonly schema: z.ZodType<Content>;
  /** The highest `formatVersion` that is understood; a file without one is of version 1. */
  readonly version?: number;
  /** Whether a part of the parsed file has a newer version than this program reads. */
  readonly isNewer?: (raw: unknown) => boolean;
  /** The file's name in sentences. */
  readonly what: string | Sentence;
  /** The sentence for a damaged file. @param problem what the schema refused first, or null if it is not JSON */
  readonly damaged: (problem: string | null) => Sentence | Said;
  /** Whether the file is written by sealedWhole. */
  readonly isSealed?: true;
  /** Why a file that reads well is not the one that was written; null if it is. */
  readonly changed?: (raw: unknown) => Sentence | null;
  /** The sentence for a file of a newer version. */
  readonly newer?: Sentence;
}

export type Kept<Content> =
  | { readonly state: 'absent' }
  | {
      readonly state: 'fine';
      readonly content: Content;
      /** The parsed content, unknown fields included. */ readonly raw: unknown;
    }
  | { readonly state: 'newer'; readonly error: ShelfwiseError }
  | { readonly state: 'damaged'; readonly error: ShelfwiseError };

/** @throws ShelfwiseError where the file cannot be read at all (`no-permission`) */
export async function readKept<Content>(file: string, kind: KeptKind<Content>): Promise<Kept<Content>> {
  const text = await readTextIfThere(file);
  return text === null ? { state: 'absent' } : parseKept(text, kind);
}

export function parseKept<Content>(
  text: string,
  {
    schema,
    version = 1,
    isNewer,
    what,
    damaged,
    isSealed,
    changed,
    newer = say('version.newer', { file: what }),
  }: KeptKind<Content>,
): Exclude<Kept<Content>, { state: 'absent' }> {
  const broken = (problem: string | null, cause: unknown): Kept<never> & { state: 'damaged' } => ({
    state: 'damaged',
    error: new ShelfwiseError('bad-data', damaged(problem), { cause }),
  });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    return broken(null, cause);
  }
  // To write, hash or copy a value takes a call for each level, and the stack has room for some thousand.
  if (isDeeperThan(raw, MOST_NESTED)) return broken(`more than ${MOST_NESTED} values within one another`, null);
  // Checked first: a file of a newer version may look damaged in every other way.
  if (versionOf(raw) > version || isNewer?.(raw) === true)
    return { state: 'newer', error: new ShelfwiseError('newer-version', newer) };
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return broken(firstProblem(parsed.error), parsed.error);
  if (isSealed === true && breaksWholeSeal(raw)) return broken('seal', null);
  const change = changed?.(raw) ?? null;
  if (change !== null) return { state: 'damaged', error: new ShelfwiseError('bad-data', change) };
  return { state: 'fine', content: parsed.data, raw };
}

/** Far more than any of our records has. */
const MOST_NESTED = 100;

/** @param most levels of lists and objects */
function isDeeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** Null if the file is absent. @throws ShelfwiseError `newer-version` or `bad-data` */
export function contentOf<Content>(kept: Kept<Content>): Content | null {
  if (kept.state === 'absent') return null;
  if (kept.state === 'fine') return kept.content;
  throw kept.error;
}

function versionOf(raw: unknown): number {
  const version =
    typeof raw === 'object' && raw !== null && 'formatVersion' in raw ? Number(raw.formatVersion) : Number.NaN;
  return Number.isInteger(version) ? version : 1;
}

/** The schema, but keeping unknown fields at every depth. */
export const keepingUnknown = <Schema extends z.ZodType>(schema: Schema): Schema => remade(schema, z.looseObject);

/** The schema, but dropping unknown fields at every depth, for answers that leave over the contract. */
export const withoutUnknown = <Schema extends z.ZodType>(schema: Schema): Schema => remade(schema, z.object);

function remade<Schema extends z.ZodType>(schema: Schema, object: (shape: z.core.$ZodLooseShape) => z.ZodType): Schema {
  const again = (inner: z.core.$ZodType): z.ZodType => remade(inner as z.ZodType, object);
  const all = (shape: Record<string, z.core.$ZodType>): Record<string, z.ZodType> =>
    Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, again(inner)]));
  const make = (): z.ZodType => {
    if (schema instanceof z.ZodObject) return object(all(schema.shape as Record<string, z.core.$ZodType>));
    // Versions of one thing. Of a union of kinds an unknown field is refused: it may change what a rule or a unit does.
    if (schema instanceof z.ZodDiscriminatedUnion && schema.def.discriminator === 'version')
      return schema.clone({ ...schema.def, options: schema.def.options.map(again) });
    if (schema instanceof z.ZodArray) return schema.clone({ ...schema.def, element: again(schema.element) });
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
      return schema.clone({ ...schema.def, innerType: again(schema.def.innerType) } as never);
    return schema;
  };
  return make() as Schema;
}
