/** npm run audit, as typed, in a checkout with a changed lock file, against a registry on the loopback address. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/finished-run';

const ROOT = path.join(import.meta.dirname, '../..');

interface Lock {
  packages: Record<string, { version: string; license?: string; dev?: boolean }>;
}
interface Advisory {
  id: number;
  url: string;
  title: string;
  severity: string;
  vulnerable_versions: string;
}
type Advisories = Record<string, Advisory[]>;

/** What the registry knows; null if it does not answer. */
let known: Advisories | null;
let registry: http.Server;
let address: string;

beforeAll(async () => {
  registry = http.createServer((request, response) => {
    request.resume().on('end', () => {
      const answers = known !== null && request.method === 'POST' && request.url!.endsWith('/advisories/bulk');
      response.writeHead(answers ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answers ? known : {}));
    });
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
});
afterAll(() => registry.close());

const advisory = (title: string, severity: string): Advisory[] => [
  { id: 1, url: 'https://advisories.example/1', title, severity, vulnerable_versions: '*' },
];

/** @param change to the lock file's packages, by folder */
async function audit(
  advisories: Advisories | null,
  change: (packages: Lock['packages']) => void = () => {},
): Promise<{ status: number; output: string }> {
  known = advisories;
  const checkout = await temporaryFolder();
  await fs.cp(path.join(ROOT, 'scripts'), path.join(checkout, 'scripts'), { recursive: true });
  await fs.copyFile(path.join(ROOT, 'package.json'), path.join(checkout, 'package.json'));
  const lock = JSON.parse(await fs.readFile(path.join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  change(lock.packages);
  await fs.writeFile(path.join(checkout, 'package-lock.json'), JSON.stringify(lock));
  const env = {
    ...process.env,
    npm_config_registry: address,
    npm_config_cache: path.join(checkout, 'cache'),
    npm_config_fetch_retries: '0',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/audit.mjs'], { cwd: checkout, env }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}

test("this checkout's packages have allowed licences, and the command succeeds without known vulnerabilities", async () => {
  const { status, output } = await audit({});
  expect(output).toMatch(/^audit: licences of \d{3,} packages: all allowed$/m);
  expect(output).toContain('audit: known vulnerabilities: 0 to deal with, 0 in tools that can wait');
  expect(status).toBe(0);
});

test(
  'a forbidden licence is named with its package; a choice of licences may be used',
  { tags: ['rare'] },
  async () => {
    const { status, output } = await audit({}, (packages) => {
      packages['node_modules/ws']!.license = 'GPL-3.0-only';
      packages['node_modules/zod']!.license = '(GPL-3.0-only OR MIT)';
      packages['node_modules/react']!.license = '(MIT AND (GPL-3.0-only OR AGPL-3.0-only))';
      packages['node_modules/yauzl']!.license = 'MIT WITH Something-else';
      packages['node_modules/wouter']!.license = 'MPL-2.0';
      packages['node_modules/oxfmt']!.license = 'MPL-2.0';
      delete packages['node_modules/vitest']!.license;
    });
    expect(output).toMatch(/^audit: licences of \d+ packages: NOT ALLOWED$/m);
    const named = [...output.matchAll(/^audit: {3}(\S+) \S+ (is \w+).* licence "(.*)"/gm)].map((found) =>
      found.slice(1, 4),
    );
    expect(named.sort()).toEqual([
      ['react', 'is passed', '(MIT AND (GPL-3.0-only OR AGPL-3.0-only))'],
      ['vitest', 'is a', 'no licence'],
      ['wouter', 'is passed', 'MPL-2.0'],
      ['ws', 'is passed', 'GPL-3.0-only'],
      ['yauzl', 'is passed', 'MIT WITH Something-else'],
    ]);
    expect(status).toBe(1);
  },
);

test('any vulnerability of what is passed on has to be dealt with, of a tool only a serious one', async () => {
  const waiting = await audit({ oxfmt: advisory('Slow on long lines', 'moderate') });
  expect(waiting.output).toMatch(/can wait: moderate: oxfmt [\d.]+ \(a tool\): Slow on long lines\. https:/);
  expect(waiting.status).toBe(0);

  const both = await audit({
    ws: advisory('Frames too long', 'low'),
    oxfmt: advisory('Runs what it reads', 'high'),
  });
  expect(both.output).toMatch(/DEAL WITH: low: ws [\d.]+ \(passed on to users\): Frames too long\./);
  expect(both.output).toMatch(/DEAL WITH: high: oxfmt [\d.]+ \(a tool\)/);
  expect(both.status).toBe(1);
});

test(
  'without an answer of the registry the command fails and says that nothing is known',
  { tags: ['rare'] },
  async () => {
    const { status, output } = await audit(null);
    expect(output).toContain("Cannot ask npm's registry for known vulnerabilities");
    expect(output).toContain('Nothing was found out about vulnerabilities.');
    expect(status).toBe(1);
  },
);
