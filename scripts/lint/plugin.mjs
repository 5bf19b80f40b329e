// Our own rules for oxlint: the layers, what makes a number differ between machines, the only way to DuckDB,
// and where texts stand.
import { layersRule } from './layers-rule.mjs';
import { portableNumbersRule } from './portable-numbers-rule.mjs';
import { sqlRule } from './sql-rule.mjs';
import { wordsRule } from './words-rule.mjs';

export default {
  meta: { name: 'shelfwise' },
  rules: { layers: layersRule, 'portable-numbers': portableNumbersRule, sql: sqlRule, words: wordsRule },
};
