/** A run as one page for the person who has to sign. */
import * as z from 'zod';
import { DEFAULT_REPORT_EXAMPLES, MOST_REPORT_EXAMPLES } from '../../../shared/limits';

export const reportInputSchema = z.strictObject({
  runId: z.string(),
  language: z.enum(['en', 'ko']).default('en'),
  /** The user's own, for moments at which things were done; that of the engine's computer where absent. One that is not known counts as UTC. */
  timeZone: z.string().max(64).optional(),
  /** Profiles that are shown as examples; with 0 nothing on the page is of a single profile. */
  examples: z.int().min(0).max(MOST_REPORT_EXAMPLES).default(DEFAULT_REPORT_EXAMPLES),
});

export type ReportInput = z.input<typeof reportInputSchema>;

export const reportSchema = z.object({
  title: z.string(),
  language: z.enum(['en', 'ko']),
  /** Rules for paper (`@page`), and for what is in `body`. They load nothing. */
  pageStyle: z.string(),
  style: z.string(),
  /** One element of HTML, without scripts, style attributes or anything from elsewhere: all foreign text is escaped. */
  body: z.string(),
  /** IDs of the profiles that it shows. */
  profiles: z.array(z.string()),
});
export type Report = z.infer<typeof reportSchema>;
