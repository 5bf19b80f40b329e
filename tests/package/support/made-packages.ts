/** The packages that `npm run test:packages` made before its tests (scripts/check/check-packages.mjs). */
import * as fs from 'node:fs';
import * as path from 'node:path';

/** Environment variable with their folder. */
const FOLDER = process.env['SHELFWISE_TEST_PACKAGES'] ?? null;

/** Why the tests of packages cannot run here; null if they can. */
export const NO_PACKAGES = FOLDER === null ? 'npm run test:packages runs them' : null;

export const VERSION = (
  JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
).version;

export interface MadePackages {
  /** As in the names of packages: linux-x64. */
  readonly system: string;
  /** The program's name, which a test artifact has of its own. */
  readonly name: string;
  /** What a user has in the end, unpacked. */
  readonly folder: string;
  /** Whether it is for tests only, around an old Electron or none. */
  readonly isTestArtifact: boolean;
  /** @param ending of the file's name: ".deb" */
  file(ending: string): string;
}

/** @param system as in the names of packages: linux-x64 */
export function madePackages(system: string): MadePackages {
  if (FOLDER === null) throw new Error('No packages were made.');
  const name = fs.readdirSync(FOLDER).find((one) => one.endsWith(`${VERSION}-${system}`));
  if (name === undefined) throw new Error(`No packages were made for ${system}.`);
  const folder = path.join(FOLDER, name);
  return {
    system,
    name: name.slice(0, -`-${VERSION}-${system}`.length),
    folder,
    isTestArtifact: fs.existsSync(path.join(folder, 'TEST-ARTIFACT.txt')),
    file: (ending) => `${folder}${ending}`,
  };
}

/** The private key whose public part was named when the packages were made. */
export const updateKey = (): string => fs.readFileSync(path.join(FOLDER!, 'update-key.pem'), 'utf8');

/** All files below a folder, relative to it, in order. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
