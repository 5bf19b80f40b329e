import type * as z from 'zod';
import { issueText } from './issue-text';

/** What a schema refused first, in one line: for sentences about files. */
export const firstProblem = ({ issues }: z.ZodError): string => issueText(issues[0]!);
