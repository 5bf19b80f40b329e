import type * as z from 'zod';

/** Work that a trainer process answers with a value: by which word it is asked for, what is asked, and what is answered. */
export interface TrainerWork {
  readonly kind: string;
  readonly request: z.ZodType;
  readonly answer: z.ZodType;
}
