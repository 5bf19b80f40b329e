/**
 * How a data set is displayed: names of attributes and values, colours of genres, the time zone of days. None of it
 * affects a fingerprint, a run or a list.
 * Names and values come from the user's files, so they are values, never keys (docs/decisions/0024-kept-files.md).
 */
import * as z from 'zod';
import { GENRE_COLOURS } from '../labels/genre-colours';
import {
  LONGEST_ATTRIBUTE_NAME,
  LONGEST_ATTRIBUTE_VALUE,
  LONGEST_LABEL,
  LONGEST_PATH,
  MOST_GENRE_COLOURS,
  MOST_LABEL_CHARACTERS,
  MOST_LABELS,
} from '../limits';
import { DEFAULT_TIME_ZONE, isKnownTimeZone } from '../values/time-zone';
import { isPlainText } from '../values/visible-text';

const attribute = z.string().min(1).max(LONGEST_ATTRIBUTE_NAME);
const value = z.string().min(1).max(LONGEST_ATTRIBUTE_VALUE);
/** One line without characters that a screen or terminal obeys. */
const label = z.string().trim().min(1).max(LONGEST_LABEL).refine(isPlainText, 'holds control characters');

/** The name of an attribute, or (with `code`) of one of its values. */
export const labelSchema = z.strictObject({ attribute, code: value.optional(), label });
export type Label = z.infer<typeof labelSchema>;

/** Identifies the labelled attribute or value. */
export const labelKey = ({ attribute: name, code }: Pick<Label, 'attribute' | 'code'>): string =>
  JSON.stringify(code === undefined ? [name] : [name, code]);

const isUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
const lengthOf = ({ attribute: name, code = '', label: text }: Label): number =>
  name.length + code.length + text.length;

const entries = z
  .array(labelSchema)
  .max(MOST_LABELS)
  .refine((all) => isUnique(all.map(labelKey)), 'labels one thing twice')
  .refine((all) => all.reduce((sum, one) => sum + lengthOf(one), 0) <= MOST_LABEL_CHARACTERS, 'is too long altogether');

const colours = z
  .array(z.strictObject({ genre: value, colour: z.enum(GENRE_COLOURS) }))
  .max(MOST_GENRE_COLOURS)
  .refine((all) => isUnique(all.map(({ genre }) => genre)), 'colours one genre twice');

/** A name of the IANA time zone database. Known zones depend on the computer, so the schema only checks the form. */
const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/);

const content = { entries, colours, timeZone };
/** Stored in the workspace and in bundles. */
export const labelsContentSchema = z.strictObject({
  entries: content.entries.default([]),
  /** Genres with a chosen colour. */
  colours: content.colours.default([]),
  timeZone: content.timeZone.default(DEFAULT_TIME_ZONE),
  /** Order of arrival, if an earlier data set had other genres: colours that were not chosen follow it. */
  genres: z.array(value).max(MOST_GENRE_COLOURS).default([]),
});
export type LabelsContent = z.infer<typeof labelsContentSchema>;

export const NO_LABELS: LabelsContent = labelsContentSchema.parse({});

/** Input of a user: the time zone must exist here. Absent parts stay unchanged. */
export const givenLabelsSchema = z
  .strictObject({ ...content, timeZone: content.timeZone.refine(isKnownTimeZone, 'is no time zone known here') })
  .partial();
export type GivenLabels = z.infer<typeof givenLabelsSchema>;

/** An absolute path on this computer. */
const folder = z.string().min(1).max(LONGEST_PATH);

export const labelsSchema = z.object({
  ...labelsContentSchema.shape,
  /**
   * Folder with pictures of titles; absent without one. Not part of the content, because a bundle is read on another
   * computer.
   */
  posters: folder.optional(),
  /** 0 before the first save. */
  revision: z.int(),
  /** ISO 8601 in UTC; null before the first save. */
  changedAt: z.string().nullable(),
});
export type Labels = z.infer<typeof labelsSchema>;

/** Earlier versions, latest first; `revision` is the present one, for the next change. */
export const labelHistorySchema = z.object({
  revision: z.int(),
  versions: z.array(labelsSchema.extend({ current: z.boolean() })),
});

/** Why a row of a label file was skipped. */
const LABEL_ROW_REASONS = ['fields', 'unknown', 'several', 'twice', 'label'] as const;

export const labelFileSchema = z.object({
  entries: z.array(labelSchema),
  /** Skipped rows. */
  leftOut: z.array(z.object({ line: z.int(), text: z.string(), reason: z.enum(LABEL_ROW_REASONS) })),
});
export type LabelFile = z.infer<typeof labelFileSchema>;

/** What can be saved; null unsets the folder of pictures. */
export const changedLabelsSchema = givenLabelsSchema.extend({ posters: folder.nullable().optional() });
export type ChangedLabels = z.infer<typeof changedLabelsSchema>;

/** Supported kinds of pictures, by file content. */
export const POSTER_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** Why a picture is not shown. */
const POSTER_REFUSALS = ['outside', 'too-large', 'no-picture', 'too-many-pixels', 'animated'] as const;

export const posterSchema = z.object({ type: z.enum(POSTER_TYPES), base64: z.string() });
export type Poster = z.infer<typeof posterSchema>;

export const posterFolderSchema = z.object({
  /** Titles with a matching file, and all titles. */
  found: z.int(),
  titles: z.int(),
  /** The first of the pictures that are not shown. */
  refused: z.array(z.object({ file: z.string(), reason: z.enum(POSTER_REFUSALS) })),
  /** Pictures, by the ending of their names, that bear the ID of no title, with the first name; null without any. */
  unmatched: z.object({ count: z.int(), file: z.string(), wanted: z.string() }).nullable(),
});
export type PosterFolder = z.infer<typeof posterFolderSchema>;

/** Entries of both; `over` wins for the same thing. */
export function mergeEntries(under: readonly Label[], over: readonly Label[]): Label[] {
  const merged = new Map([...under, ...over].map((one) => [labelKey(one), one]));
  return [...merged.values()];
}
