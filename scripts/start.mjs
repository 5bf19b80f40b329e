#!/usr/bin/env node
// npm start [-- --browser]: sets up, builds and opens the app. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./start/start.mjs').then(function (module) {
  return module.start(process.argv.slice(2));
});
