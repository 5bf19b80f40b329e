#!/usr/bin/env node
// npm run dev: the window as a page, from the sources; an edit is on the screen without a new login. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./dev/start.mjs').then(function (module) {
  return module.startDevelopment(process.argv.slice(2));
});
