/**
 * What the packages hold: what the program loads on their system, once, and nothing of any other. `npm run
 * test:packages` makes them.
 *
 * @module-tag rare
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { readMachO } from './support/mach-o';
import { filesBelow, madePackages, type MadePackages, NO_PACKAGES, VERSION } from './support/made-packages';

const ROOT = path.join(import.meta.dirname, '../..');

const MACOS = { endings: ['.zip'], webGpu: 'darwin-universal', library: 'libduckdb.dylib', node: '26' } as const;

/** Of each system: its packages, the folder of its WebGPU, its library of DuckDB, and the line of its Node. */
const SYSTEMS = {
  'linux-x64': {
    endings: ['.deb', '.rpm', '.AppImage', '.tar.gz'],
    webGpu: 'linux-x64',
    library: 'libduckdb.so',
    node: '24',
  },
  'linux-arm64': { endings: ['.deb', '.rpm', '.tar.gz'], webGpu: 'linux-arm64', library: 'libduckdb.so', node: '24' },
  'windows-x64': { endings: ['-setup.exe', '-portable.zip'], webGpu: 'win32-x64', library: 'duckdb.dll', node: '24' },
  // npm has no recent Node 24 for Macs.
  'macos-x64': MACOS,
  'macos-arm64': MACOS,
} as const;

/** Megabytes: of the engine alone, without the window's page and what is for GPUs. */
const LARGEST_ENGINE = 95;
const LARGEST_ENGINE_PACKED = 25;
/** Bytes from which the same file twice is worth a word. */
const LARGE = 100_000;

describe.skipIf(NO_PACKAGES !== null).each(Object.entries(SYSTEMS))('the packages of %s', (system, expected) => {
  let made: MadePackages;
  let engine: string;
  let files: string[];
  beforeAll(() => {
    made = madePackages(system);
    engine = path.join(made.folder, 'resources', 'engine');
    files = filesBelow(engine);
  });

  it('are all there, and hashed in a list beside them', () => {
    const list = fs.readFileSync(made.file('.sha256'), 'utf8');
    for (const ending of [...expected.endings, '.cdx.json']) {
      const hash = createHash('sha256')
        .update(fs.readFileSync(made.file(ending)))
        .digest('hex');
      expect(list).toContain(`${hash}  ${path.basename(made.file(ending))}\n`);
    }
  });

  it('hold what the program loads, and no development files', () => {
    for (const file of ['out/main/trainer.js', 'out/main/cli.js', 'out/renderer/index.html'])
      expect(files).toContain(file);
    for (const folder of ['sample', 'sample-next-week'])
      expect(files).toContain(`resources/${folder}/history_data.csv`);
    expect(files.filter((file) => /\.(map|ts|h|cc|py|gypi?)$|\.test\.|(^|\/)(tests?|include)\//.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => /libtensorflow|tfjs-node\/deps\//.test(file))).toEqual([]);
    const lock = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const folders = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/.][^/]*/.exec(file)?.[0] ?? []);
    for (const folder of new Set(folders)) expect(lock.packages[folder], folder).not.toHaveProperty('dev');
  });

  it('have the native parts of their system alone, each once', () => {
    const native = files.filter((file) => /\.(?:node|so|dll|dylib)$/.test(file)).map((file) => path.basename(file));
    const ofWebGpu = files.filter((file) => file.startsWith('node_modules/webgpu/dist/'));
    expect(ofWebGpu.length).toBeGreaterThan(0);
    for (const file of ofWebGpu) expect(file.split('/')[3]).toBe(expected.webGpu);
    const others = native.filter((name) => !ofWebGpu.some((file) => path.basename(file) === name));
    expect(others.toSorted()).toEqual(['duckdb.node', expected.library, 'tfjs_binding.node'].toSorted());
  });

  it('hold no large file twice', () => {
    const places = new Map<string, string[]>();
    for (const file of filesBelow(made.folder)) {
      const place = path.join(made.folder, file);
      if (fs.lstatSync(place).isSymbolicLink() || fs.statSync(place).size < LARGE) continue;
      const hash = createHash('sha256').update(fs.readFileSync(place)).digest('hex');
      places.set(hash, [...(places.get(hash) ?? []), file]);
    }
    expect([...places.values()].filter((same) => same.length > 1)).toEqual([]);
  });

  it('have an engine that is as small as promised, installed and packed', () => {
    const own = files.filter((file) => !/^(?:out\/renderer|node_modules\/webgpu)\//.test(file));
    const bytes = own.reduce((sum, file) => sum + fs.statSync(path.join(engine, file)).size, 0);
    expect(bytes / 1e6).toBeLessThan(LARGEST_ENGINE);
    const shell = 'tar -c -T - | xz -6 | wc -c';
    const packed = execFileSync('sh', ['-c', shell], { cwd: engine, input: own.join('\n'), encoding: 'utf8' });
    console.log(`${system}: engine ${(bytes / 1e6).toFixed(1)} MB, packed ${(Number(packed) / 1e6).toFixed(1)} MB`);
    expect(Number(packed) / 1e6).toBeLessThan(LARGEST_ENGINE_PACKED);
  });

  it('carry the licences of everything in them', () => {
    const texts = fs.readFileSync(path.join(made.folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const name of [
      `Node.js ${expected.node}.`,
      'webgpu 0.',
      '@duckdb/node-api 1.',
      'react 19.',
      'electron-log 5.',
      'zod 4.',
    ])
      expect(texts).toContain(`\n${name}`);
    // Text of Node's own licence, which its package for Windows lacks.
    expect(texts).toContain('Node.js is licensed for use as follows');
    // The fonts' package lacks its licence, which requires its text beside every copy.
    expect(texts).toMatch(/\nwanted-sans 1\.[\s\S]{0,600}SIL OPEN FONT LICENSE Version 1\.1/);
    expect(fs.existsSync(path.join(made.folder, 'LICENSE'))).toBe(true);
    if (system === 'linux-x64')
      expect(fs.readdirSync(made.folder)).toEqual(
        expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
      );
  });

  it('have a list of their parts beside them, with the hashes of their native files', () => {
    const bill = JSON.parse(fs.readFileSync(made.file('.cdx.json'), 'utf8')) as {
      metadata: { component: Part };
      components: Part[];
    };
    expect(bill.metadata.component.name).toBe(made.name);
    const names = bill.components.map(({ name }) => name);
    const bindings = system.replace('windows', 'win32').replace('macos', 'darwin');
    expect(names).toContain(`@duckdb/node-bindings-${bindings}`);
    expect(names.filter((name) => name.startsWith('@duckdb/node-bindings-'))).toHaveLength(1);
    expect(names.includes('electron')).toBe(fs.existsSync(path.join(made.folder, 'resources', 'app.asar')));
    const addon = path.join(engine, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');
    expect(bill.metadata.component.components![0]!.hashes![0]!.content).toBe(
      createHash('sha256').update(fs.readFileSync(addon)).digest('hex'),
    );
  });

  it('are named test artifacts where they were made without the current Electron', () => {
    expect(made.name).toBe(made.isTestArtifact ? 'shelfwise-test-artifact' : 'shelfwise');
  });
});

interface Part {
  readonly name: string;
  readonly version: string;
  readonly components?: readonly { readonly hashes?: readonly { readonly content: string }[] }[];
}

describe.skipIf(NO_PACKAGES !== null).each(['x64', 'arm64'])('the zip of macOS for %s', (processor) => {
  it('unpacks to what was packed, with programs that may be started', async () => {
    const made = madePackages(`macos-${processor}`);
    const top = path.basename(made.folder);
    const archive = await openPromise(made.file('.zip'), { strictFileNames: true });
    const started: string[] = [];
    const names: string[] = [];
    for await (const { fileName, externalFileAttributes } of archive.eachEntry()) {
      names.push(path.relative(top, fileName));
      if (((externalFileAttributes >>> 16) & 0o111) !== 0) started.push(path.relative(top, fileName));
    }
    archive.close();
    expect(names.toSorted()).toEqual(filesBelow(made.folder));
    expect(started).toEqual(expect.arrayContaining(['resources/node', 'resources/bin/shelfwise']));
    const native = names.filter((name) => /\.(?:dylib|node)$|\/node$/.test(name));
    expect(native).toHaveLength(5);
    // Of one processor, and not of several: DuckDB's library comes for both.
    for (const name of native) {
      const { processor: built, isSigned } = readMachO(fs.readFileSync(path.join(made.folder, name)));
      expect(built, name).toBe(processor);
      if (processor === 'arm64') expect(isSigned, name).toBe(true);
    }
  });
});

describe.skipIf(NO_PACKAGES !== null)('what a package manager shows', () => {
  it('of the deb: name, version, system, both languages, and what it needs', () => {
    const made = madePackages('linux-x64');
    const fields = execFileSync('dpkg-deb', ['--field', made.file('.deb')], { encoding: 'utf8' });
    expect(fields).toMatch(new RegExp(`^Package: ${made.name}$`, 'm'));
    expect(fields).toMatch(new RegExp(`^Version: ${VERSION}$`, 'm'));
    expect(fields).toMatch(/^Architecture: amd64$/m);
    expect(fields).toMatch(/^Depends: .*libgtk-3-0t64 \| libgtk-3-0/m);
    expect(fields).toContain('어린이');
    expect(fields.includes('TEST ARTIFACT')).toBe(made.isTestArtifact);
  });

  it('of the rpm: the same, for the other processor too', () => {
    for (const [system, architecture] of [
      ['linux-x64', 'x86_64'],
      ['linux-arm64', 'aarch64'],
    ]) {
      const made = madePackages(system!);
      const query = ['-qp', '--queryformat', '%{NAME} %{VERSION} %{ARCH} %{LICENSE}', made.file('.rpm')];
      const told = execFileSync('rpm', query, { encoding: 'utf8' });
      expect(told).toBe(`${made.name} ${VERSION} ${architecture} MIT`);
    }
  });

  it('installs a command, a menu entry and a file type in both languages, icons, and a sandbox', () => {
    const made = madePackages('linux-x64');
    const { name } = made;
    const contents = execFileSync('dpkg-deb', ['--contents', made.file('.deb')], { encoding: 'utf8', maxBuffer: 1e8 });
    const modes = new Map(contents.split('\n').map((line) => [line.split(/\s+/)[5], line.split(/\s+/)[0]]));
    const owners = new Set(
      contents
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/)[1]),
    );
    expect([...owners]).toEqual(['root/root']);
    expect(modes.get(`./usr/bin/${name}`)).toMatch(/^l/);
    // Chromium's sandbox for systems without user namespaces.
    expect(modes.get(`./usr/lib/${name}/chrome-sandbox`)).toBe('-rwsr-xr-x');
    for (const size of ['16x16', '512x512'])
      expect(modes.has(`./usr/share/icons/hicolor/${size}/apps/${name}.png`)).toBe(true);
    const text = (file: string): string =>
      execFileSync('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -xO ".$2"', 'sh', made.file('.deb'), file], {
        encoding: 'utf8',
      });
    const entry = text(`/usr/share/applications/${name}.desktop`);
    expect(entry).toMatch(/^Comment\[ko\]=어린이 미디어/m);
    expect(entry).toMatch(/^MimeType=application\/x-shelfwise-run;x-scheme-handler\/shelfwise;$/m);
    expect(text(`/usr/share/mime/packages/${name}.xml`)).toContain('<glob pattern="*.shelfwise" />');
  });
});
