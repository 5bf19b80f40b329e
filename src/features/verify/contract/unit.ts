import * as z from 'zod';
import { anyUnit, unitRunSchema } from '../../../shared/contract/unit';

export const verifyUnitSchema = z.strictObject({ kind: z.literal('verify'), run: unitRunSchema, ...anyUnit });
export type VerifyUnit = z.infer<typeof verifyUnitSchema>;
