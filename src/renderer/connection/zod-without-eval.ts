/** Imported before any schema: the content security policy forbids the code that zod would make at run time, and even its trial of it. */
import * as z from 'zod';

z.config({ jitless: true });
