// Puts the folder of shelfwise.cmd on the user's PATH in Windows' registry, or takes it off: the installer runs
// "node on-path.js add FOLDER". NSIS itself cuts values after 1,023 characters; reg.exe prints them in the code page of
// the console, which loses names. Its files are UTF-16 and lose nothing.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const KEY = 'HKEY_CURRENT_USER\\Environment';
const HEADER = 'Windows Registry Editor Version 5.00';

/** @returns {{ text: string, expands: boolean } | null} the value Path in an exported key; null without one */
function pathIn(exported) {
  const lines = exported.replace(/\\\r?\n\s*/g, '');
  const expanding = /^"path"=hex\(2\):([0-9a-f,]*)\r?$/im.exec(lines);
  if (expanding !== null) {
    const bytes = expanding[1].split(',').map((pair) => Number.parseInt(pair, 16));
    return { text: Buffer.from(bytes).toString('utf16le').replace(/\0+$/, ''), expands: true };
  }
  const plain = /^"path"="(.*)"\r?$/im.exec(lines);
  if (plain !== null) return { text: plain[1].replace(/\\(["\\])/g, '$1'), expands: false };
  if (/^"path"=/im.test(lines))
    throw new Error('The PATH of this user is of a kind that is not known; it is left as it is.');
  return null;
}

/** @returns {string} a file for reg.exe to import */
function withPath({ text, expands }) {
  const hex = Buffer.from(`${text}\0`, 'utf16le').toString('hex').match(/../g).join(',');
  const value = expands ? `hex(2):${hex}` : `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `${HEADER}\r\n\r\n[${KEY}]\r\n"Path"=${value}\r\n`;
}

/** @returns {string} the folders with ours once at the end, or without it */
function changed(text, folder, isAdded) {
  const same = (one) => one.replace(/\\+$/, '').toLowerCase() === folder.toLowerCase();
  const others = text.split(';').filter((one) => one !== '' && !same(one));
  return [...others, ...(isAdded ? [folder] : [])].join(';');
}

function main([word, folder]) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise-'));
  const file = path.join(work, 'environment.reg');
  try {
    execFileSync('reg', ['export', KEY, file, '/y'], { stdio: 'ignore' });
    const before = pathIn(fs.readFileSync(file, 'utf16le')) ?? { text: '', expands: true };
    const text = changed(before.text, folder, word === 'add');
    if (text === before.text) return;
    fs.writeFileSync(file, `\ufeff${withPath({ ...before, text })}`, 'utf16le');
    execFileSync('reg', ['import', file], { stdio: 'ignore' });
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

if (require.main === module) main(process.argv.slice(2));
else module.exports = { changed, pathIn, withPath };
