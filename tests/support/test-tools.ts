/**
 * Tools that only some tests need and not every machine has: another processor (qemu), another Node, strace, a browser,
 * an ONNX runtime. Setup looks for them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface TestTool {
  /** Absolute path of the program; null if missing. */
  readonly path: string | null;
  /** Why it is missing, shown by skipped tests. */
  readonly reason: string | null;
}

export interface TestTools {
  /** qemu-x86_64, which runs a Linux program on an emulated processor: `qemu-x86_64 -cpu Haswell node ...`. */
  readonly qemu: TestTool;
  /** g++ for ARM of 64 bits; only `npm test -- --all` installs it. */
  readonly armCompiler: TestTool;
  /** Wine, with a Node of Windows; only `npm test -- --all` installs it. */
  readonly windows: TestTool;
  /** qemu-aarch64, with a Node of ARM; only `npm test -- --all` installs it. */
  readonly linuxOnArm: TestTool;
  readonly node24: TestTool;
  /** Shows the system calls of a program and its children. */
  readonly strace: TestTool;
  /** The current one if its binary exists, otherwise Electron 9: tests/electron/README.md. */
  readonly electron: TestTool;
  /** An invisible screen. */
  readonly xvfb: TestTool;
  /** Chromium or Chrome, for Playwright. */
  readonly browser: TestTool;
  /** Packs archives. */
  readonly sevenZip: TestTool;
  /** Creates and reads Debian packages. */
  readonly dpkgDeb: TestTool;
  /** A folder of Python packages: onnxruntime and its dependencies. */
  readonly onnxRuntime: TestTool;
}

const STATE = fileURLToPath(new URL('../../node_modules/.shelfwise/test-tools.json', import.meta.url));
const MISSING: TestTool = { path: null, reason: 'setup has not looked for it yet: npm run setup -- --tests' };

/** The tools as `npm test` (or `npm run setup -- --tests`) found them. */
export function testTools(): TestTools {
  const missing: TestTools = {
    qemu: MISSING,
    armCompiler: MISSING,
    windows: MISSING,
    linuxOnArm: MISSING,
    node24: MISSING,
    strace: MISSING,
    electron: MISSING,
    xvfb: MISSING,
    browser: MISSING,
    sevenZip: MISSING,
    dpkgDeb: MISSING,
    onnxRuntime: MISSING,
  };
  try {
    return { ...missing, ...(JSON.parse(readFileSync(STATE, 'utf8')) as Partial<TestTools>) };
  } catch {
    return missing;
  }
}
