#!/usr/bin/env node
// npm run screenshots: every screen of the built window in both languages, into docs/screens. Vite, which builds the program, also loads
// TypeScript under Node 20.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const take = fileURLToPath(new URL('./screenshots/take-screenshots.ts', import.meta.url));
const { module } = await runnerImport(take, { configFile: false, logLevel: 'error' });
await module.takeScreenshots(fileURLToPath(new URL('../docs/screens/', import.meta.url)));
