/**
 * Import before any schema: the content security policy forbids the code that zod generates at run time, and even its
 * test for it.
 */
import * as z from 'zod';

z.config({ jitless: true });
