// Read by any Node, however old: no import and no modern syntax in this file or in those that load it first.

/** The Node versions supported by the build tools (vite, oxlint); package.json's "engines" says the same. */
var NEEDED = 'Node 20.19 or later (or 22.12 or later)';

function isSupported(version) {
  var parts = version.split('.').map(Number);
  if (parts[0] === 20) return parts[1] >= 19;
  if (parts[0] === 22) return parts[1] >= 12;
  return parts[0] > 22;
}

/** Exits with a sentence if this Node is too old; called before any other module is loaded. */
export function requireSupportedNode() {
  if (isSupported(process.versions.node)) return;
  console.error(
    'Shelfwise needs ' +
      NEEDED +
      '; this is Node ' +
      process.versions.node +
      '. Install a newer Node and run the command again.',
  );
  process.exit(1);
}
