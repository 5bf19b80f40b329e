#!/usr/bin/env node
// npm run texts: writes the reviewed texts (tests/texts/README.md) as the sources have them now, and shows what changed.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { ROOT } from './setup/paths.mjs';
import { writeTexts } from './texts/write-texts.mjs';

const FOLDER = fileURLToPath(new URL('../tests/texts/', import.meta.url));
const { module } = await runnerImport(`${FOLDER}areas.ts`, { root: ROOT, configFile: false, logLevel: 'error' });
writeTexts(FOLDER, module.textsOfSource());
