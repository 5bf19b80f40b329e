/** Node 12 has it under another name only. */
import { promises } from 'node:fs';

module.exports = promises;
