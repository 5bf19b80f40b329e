import * as z from 'zod';

/** What a schema refused first, in one line: for sentences about files. */
export const firstProblem = (error: z.ZodError): string =>
  z.prettifyError(error).split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ');
