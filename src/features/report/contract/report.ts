/** A run as one page for the person who has to sign. */
import * as z from 'zod';
import { DEFAULT_REPORT_EXAMPLES, MOST_REPORT_EXAMPLES } from './limits';

export const reportInputSchema = z.strictObject({
  runId: z.string(),
  language: z.enum(['en', 'ko']).default('en'),
  /** The user's time zone, for the times of actions; that of the engine's computer where absent. An unknown one counts as UTC. */
  timeZone: z.string().max(64).optional(),
  /** The run since which the page "what changed" tells; the one that this run was made from where absent. Null: without that page. */
  since: z.string().nullable().optional(),
  /** Number of example profiles; with 0 nothing on the page is about a single profile. */
  examples: z.int().min(0).max(MOST_REPORT_EXAMPLES).default(DEFAULT_REPORT_EXAMPLES),
});

export type ReportInput = z.input<typeof reportInputSchema>;

export const reportSchema = z.object({
  title: z.string(),
  language: z.enum(['en', 'ko']),
  /** Rules for paper (`@page`), and for the content of `body`. They load nothing. */
  pageStyle: z.string(),
  style: z.string(),
  /** One element of HTML, without scripts, style attributes or external content: all foreign text is escaped. */
  body: z.string(),
  /** IDs of the profiles that it shows: first those drawn by chance, then others whose lists changed most. */
  profiles: z.array(z.string()),
  /** How many of them were drawn by chance. */
  drawn: z.int(),
});
export type Report = z.infer<typeof reportSchema>;
