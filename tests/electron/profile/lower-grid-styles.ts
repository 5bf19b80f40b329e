/**
 * AG Grid's styles are strings of JavaScript, which Vite does not lower: they contain nested rules, which Chrome 83
 * drops.
 */
import { transform } from 'lightningcss';
import type { ESTree, Plugin } from 'vite';

const CHROME_83 = 83 << 16;

function lowered(style: string): string {
  const { code } = transform({ filename: 'grid.css', code: Buffer.from(style), targets: { chrome: CHROME_83 } });
  return JSON.stringify(code.toString());
}

/** The text of `var core_default = ".ag-root{...}"`; null for other values. */
function styleIn(name: string, value: ESTree.Expression): string | null {
  if (!name.endsWith('_default')) return null;
  const text =
    value.type === 'TemplateLiteral' ? value.quasis[0]!.value.cooked : value.type === 'Literal' && value.value;
  return typeof text === 'string' && /\{[^]*\}/.test(text) ? text : null;
}

export function lowerGridStyles(): Plugin {
  return {
    name: 'lower-grid-styles',
    transform(code, id) {
      if (!id.includes('/ag-grid-community/')) return null;
      let lower = code;
      // Backwards, so that earlier positions stay valid.
      for (const statement of this.parse(code).body.toReversed()) {
        const declared = statement.type === 'VariableDeclaration' ? statement.declarations[0] : undefined;
        if (declared?.id.type !== 'Identifier' || !declared.init) continue;
        const { start, end } = declared.init;
        const style = styleIn(declared.id.name, declared.init);
        if (style !== null) lower = lower.slice(0, start) + lowered(style) + lower.slice(end);
      }
      return lower;
    },
  };
}
