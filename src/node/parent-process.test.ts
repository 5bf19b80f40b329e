import { expect, it } from 'vitest';
import { isNpmCommand } from './parent-process';

it.each([
  // As npm 10 and its shell appear on Linux.
  'npm exec shelfwise work /tmp/try/unit.json --workspace /tmp/try/ws\0',
  'npm run shelfwise\0',
  "sh\0-c\0'shelfwise' work /tmp/try/unit.json\0",
  '/bin/dash\0-c\0shelfwise\0',
  'node\0/usr/bin/npx\0shelfwise\0work\0',
  '/usr/bin/node\0/usr/lib/node_modules/npm/bin/npm-cli.js\0exec\0',
])('recognises npm and the shell it starts: %j', (command) => {
  expect(isNpmCommand(command)).toBe(true);
});

it.each(['bash\0', '-bash\0', '/usr/bin/python3\0npm.py\0', 'node\0/srv/npm/server.js\0', 'slurmstepd: [7.0]\0', ''])(
  'rejects the process that started npm, and an interactive shell: %j',
  (command) => {
    expect(isNpmCommand(command)).toBe(false);
  },
);
