/** Node 12 has it under another name. */
import { promises } from 'node:fs';

module.exports = promises;
