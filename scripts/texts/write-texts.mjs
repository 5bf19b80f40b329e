import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * Makes the files of texts in a folder equal to those given, and shows the difference as git does.
 * @param {string} folder
 * @param {Map<string, string>} texts contents by path in the folder
 */
export function writeTexts(folder, texts) {
  const held = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  for (const file of held) if (!texts.has(file.replaceAll(path.sep, '/'))) fs.rmSync(path.join(folder, file));
  for (const [file, text] of texts) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  const git = (...words) => spawnSync('git', words, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  git('--no-pager', 'diff', '--', '.');
  // New files, which a diff does not show.
  git('status', '--short', '--untracked-files=all', '--', '.');
}
