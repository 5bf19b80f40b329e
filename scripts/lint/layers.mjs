// The architecture as a table. docs/architecture.md shows it to people; the linter reads it; tests/layers.test.ts holds the two to each other and
// proves that each forbidden import is refused. A folder under src that has no row here is refused altogether.
//
// A rule of our own, since no-restricted-imports compares texts: it lets ./part/../../engine/x through, refuses a folder of the same name
// deeper down, and sees neither import() nor require(). Ours resolves the path first. oxlint calls plugins in JavaScript unstable: without
// that interface, this table and refuseImport need another caller.

/**
 * @typedef {object} Layer
 * @property {string} folder under src
 * @property {Array<string | { folder: string, only: string[] }>} mayImport other layers; `only`: these modules of theirs
 * @property {boolean} node whether Node's built-in modules may be imported
 * @property {string} instead what to do where an import is refused
 */

/** @type {Layer[]} */
export const LAYERS = [
  {
    folder: 'shared',
    mayImport: [],
    node: false,
    instead:
      'src/shared runs in every process, the window included: keep plain data and pure functions here, move the rest to its layer.',
  },
  {
    folder: 'node',
    mayImport: ['shared'],
    node: true,
    instead:
      "src/node is what every process of Node may need, Electron's main process included: it knows no engine and no host.",
  },
  {
    folder: 'engine',
    mayImport: ['node', 'shared'],
    node: true,
    instead:
      'The engine is a library that knows no host: let the host hand in what is needed, as it does with TrainerLauncher.',
  },
  {
    folder: 'host',
    mayImport: ['engine', 'node', 'shared'],
    node: true,
    instead: 'A host serves the engine and knows nothing of who asks: what both need belongs in src/shared.',
  },
  {
    folder: 'cli',
    mayImport: ['engine', 'node', 'shared', { folder: 'host', only: ['launcher', 'web-entry'] }],
    node: true,
    instead:
      'The command line calls the engine through the contract; of src/host it uses launcher (and web-entry) only.',
  },
  {
    folder: 'main',
    mayImport: ['node', 'shared'],
    node: true,
    instead:
      'The shell brokers and steps aside: it starts src/host by its built file and talks to the window through src/shared.',
  },
  {
    folder: 'preload',
    mayImport: ['shared'],
    node: false,
    instead: 'The preload is sandboxed: it has electron and the types of src/shared, nothing else.',
  },
  {
    folder: 'renderer',
    mayImport: ['shared'],
    node: false,
    instead:
      'The window asks the engine through the contract in src/shared, and the shell through shell-contract there.',
  },
];

/**
 * The folders of the two largest layers, top to bottom. A folder imports from the rows below its own: from none above, and from none
 * beside it. `loose` are the files that join the parts: they lie in no folder and stand above all rows. `name/*` stands for each folder in it.
 * @type {Record<string, { loose: string[], rows: string[][] }>}
 */
export const ROWS = {
  engine: {
    loose: [],
    rows: [
      // Lists as they leave the program, how two deliveries differ and what that is worth.
      ['delivery'],
      // Lists of a model: neutral, tuned. What every call needs.
      ['calls', 'lists'],
      ['sessions', 'training'],
      // What lies in a workspace.
      ['kept', 'runs'],
      ['rules'],
      ['import', 'model'],
      ['data'],
      ['machine'],
      ['storage'],
    ],
  },
  renderer: {
    loose: ['main', 'App', 'assets.d'],
    rows: [['shell'], ['actions'], ['components'], ['locales'], ['stores'], ['connection'], ['theme']],
  },
};

/**
 * Packages that only some folders touch, so that each can be replaced in one place.
 * @type {Array<{ packages: string[], folders: string[], instead: string }>}
 */
export const OWNED_PACKAGES = [
  {
    packages: ['@tensorflow/*'],
    folders: ['engine/model'],
    instead: 'use the kernels and the Recommender interface of src/engine/model.',
  },
  {
    packages: ['@duckdb/*'],
    folders: ['engine/storage/database'],
    instead: 'use the functions of src/engine/data, which answer plain arrays.',
  },
  {
    packages: ['webgpu'],
    folders: ['engine/machine/gpu/webgpu'],
    instead: 'use openGpu of src/engine/machine/gpu/webgpu, which keeps what must outlive a device.',
  },
  {
    packages: ['electron', 'electron-*'],
    folders: ['main', 'preload'],
    instead: 'use useShell in the window; everything else runs without Electron.',
  },
  { packages: ['ws'], folders: ['host'], instead: 'the web host in src/host owns the socket.' },
  {
    packages: ['react', 'react-*', 'zustand', '@mantine/*', '@tanstack/react-*', 'ag-grid-*', 'wouter'],
    folders: ['renderer'],
    instead: 'what is shown is the business of src/renderer; answer display-ready data instead.',
  },
  {
    packages: ['@xmldom/*'],
    folders: ['features/report/engine/page'],
    instead: 'only pictures of a report are drawn without a window; everything else has no document.',
  },
  {
    packages: ['@observablehq/*'],
    folders: ['shared/charts'],
    instead: 'say what is to be drawn as a Drawing (src/shared/charts/drawing.ts), and let draw-plot.ts draw it.',
  },
  {
    packages: ['marked'],
    folders: ['renderer/components/guide'],
    instead: 'use Markdown of src/renderer/components/guide, which draws nothing that a page could bring in by itself.',
  },
];
