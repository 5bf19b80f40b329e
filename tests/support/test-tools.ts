/** What only some tests need and not every machine has: another processor (qemu), another Node, strace, a browser, a runtime of ONNX. Setup looks for them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface TestTool {
  /** Absolute path of the program; null where there is none. */
  readonly path: string | null;
  /** Why there is none, for the skipped test to say. */
  readonly reason: string | null;
}

export interface TestTools {
  /** qemu-x86_64, which runs a Linux program on an emulated processor: `qemu-x86_64 -cpu Haswell node ...`. */
  readonly qemu: TestTool;
  readonly node24: TestTool;
  /** Shows the system calls of a program and of all that it starts. */
  readonly strace: TestTool;
  /** The current one where its binary is there, else Electron 9: tests/electron/README.md. */
  readonly electron: TestTool;
  /** A screen that nobody sees. */
  readonly xvfb: TestTool;
  /** Chromium or Chrome, for Playwright. */
  readonly browser: TestTool;
  /** Packs archives. */
  readonly sevenZip: TestTool;
  /** Makes and reads Debian packages. */
  readonly dpkgDeb: TestTool;
  /** A folder of Python packages: onnxruntime, and what it needs. */
  readonly onnxRuntime: TestTool;
}

const STATE = fileURLToPath(new URL('../../node_modules/.shelfwise/test-tools.json', import.meta.url));
const MISSING: TestTool = { path: null, reason: 'setup has not looked for it yet: npm run setup -- --tests' };

/** As `npm test` (or `npm run setup -- --tests`) found them. */
export function testTools(): TestTools {
  const missing: TestTools = {
    qemu: MISSING,
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
