import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageIndex, withoutSecrets } from './package-index';

let home: string;
beforeEach(async () => void (home = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-pip-'))));
afterEach(() => fs.rm(home, { recursive: true, force: true }));

const of = (environment: NodeJS.ProcessEnv = {}) =>
  packageIndex({ XDG_CONFIG_DIRS: path.join(home, 'shared'), ...environment }, home);

async function configure(folder: string, text: string): Promise<void> {
  await fs.mkdir(path.join(home, folder), { recursive: true });
  await fs.writeFile(path.join(home, folder, 'pip.conf'), text);
}

it('is the one that pip uses: the variable before the files, the user’s own file before the shared one', async () => {
  await configure('shared/pip', '[global]\nindex-url = https://shared.example/simple\n');
  expect(await of()).toBe('https://shared.example/simple');
  await configure(
    '.config/pip',
    '# mine\n[install]\nindex-url = https://wrong.example\n[global]\nindex_url=https://own.example/simple/\n',
  );
  expect(await of()).toBe('https://own.example/simple');
  expect(await of({ PIP_INDEX_URL: 'https://told.example/simple/' })).toBe('https://told.example/simple');
});

it('is shown without name and password', () => {
  expect(withoutSecrets('https://me:secret@mirror.example/simple')).toBe('https://mirror.example/simple');
  expect(withoutSecrets('not an address')).not.toContain('not an address');
});
