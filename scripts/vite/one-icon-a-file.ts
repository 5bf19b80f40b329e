/**
 * Takes each icon from its own file. The package's index names six thousand, and a build that reads it spends a third of its time on those
 * that no screen shows.
 */
import type { Plugin } from 'vite';

const PACKAGE = '@tabler/icons-react';
const IMPORT = /^import \{([^}]*)\} from '@tabler\/icons-react';/gm;

function importOf(words: string): string {
  const [name, local = name] = words.split(' as ');
  return `import ${local} from '${PACKAGE}/dist/esm/icons/${name}.mjs';`;
}

export function oneIconAFile(): Plugin {
  return {
    name: 'one-icon-a-file',
    // While the types of an import are still marked.
    enforce: 'pre',
    transform: {
      filter: { id: { exclude: /node_modules/ }, code: PACKAGE },
      handler: (code) => ({
        code: code.replaceAll(IMPORT, (whole, names: string) => {
          const icons = names.split(',').map((name) => name.trim());
          const imports = icons.filter((name) => name !== '' && !name.startsWith('type ')).map(importOf);
          // As many lines as before, so that positions stay right.
          return imports.join(' ') + whole.replaceAll(/[^\n]/g, '');
        }),
        map: null,
      }),
    },
  };
}
