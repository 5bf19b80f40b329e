import type * as z from 'zod';
import { issueText } from './issue-text';

/** The first issue of a schema in one line, for sentences about files. */
export const firstProblem = ({ issues }: z.ZodError): string => issueText(issues[0]!);
