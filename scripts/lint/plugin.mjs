// Our own rules for oxlint: the layers, what makes a number differ between machines, and the only way to DuckDB.
import { layersRule } from './layers-rule.mjs';
import { portableNumbersRule } from './portable-numbers-rule.mjs';
import { sqlRule } from './sql-rule.mjs';

export default {
  meta: { name: 'shelfwise' },
  rules: { layers: layersRule, 'portable-numbers': portableNumbersRule, sql: sqlRule },
};
