// The feed that announces packages to the program (src/main/updates), signed with the maker's key:
// node scripts/package/feed.mjs --packages dist --key private.pem --notes notes.json --date 2026-12-01
import { createPrivateKey, sign } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readJson, sha256OfFile } from '../setup/files.mjs';
import { ROOT } from '../setup/paths.mjs';

/** The file that each system is handed: what its installer or its user takes. */
const ENDINGS = {
  'win32-x64': 'windows-x64-setup.exe',
  'linux-x64': 'linux-x64.AppImage',
  'linux-arm64': 'linux-arm64.AppImage',
  'darwin-x64': 'macos-x64.dmg',
  'darwin-arm64': 'macos-arm64.dmg',
};

/**
 * @param {{ packages: string, key: string, notes: { en: string, ko: string }, date: string }} options packages: the
 * folder, beside which the feed is written; key: private, PEM
 * @returns {Promise<string>} the feed; its signature is beside it
 */
export async function writeFeed({ packages, key, notes, date }) {
  const { version } = readJson(path.join(ROOT, 'package.json'));
  const files = {};
  for (const [system, ending] of Object.entries(ENDINGS)) {
    const name = fs.readdirSync(packages).find((one) => one.endsWith(`-${version}-${ending}`));
    if (name === undefined) continue;
    const file = path.join(packages, name);
    files[system] = { name, bytes: fs.statSync(file).size, sha256: await sha256OfFile(file) };
  }
  const feed = Buffer.from(
    `${JSON.stringify({ format: 1, product: 'shelfwise', version, date, notes, files }, null, 2)}\n`,
  );
  const target = path.join(packages, 'updates.json');
  fs.writeFileSync(target, feed);
  fs.writeFileSync(`${target}.sig`, `${sign(null, feed, createPrivateKey(key)).toString('base64')}\n`);
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = Object.fromEntries(['packages', 'key', 'notes', 'date'].map((name) => [name, { type: 'string' }]));
  const { packages, key, notes, date } = parseArgs({ options }).values;
  console.log(
    await writeFeed({
      packages,
      key: fs.readFileSync(key, 'utf8'),
      notes: JSON.parse(fs.readFileSync(notes, 'utf8')),
      date,
    }),
  );
}
