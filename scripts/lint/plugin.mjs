// Our own rules for oxlint: the layers, and what makes a number differ from machine to machine.
import { layersRule } from './layers-rule.mjs';
import { portableNumbersRule } from './portable-numbers-rule.mjs';

export default {
  meta: { name: 'shelfwise' },
  rules: { layers: layersRule, 'portable-numbers': portableNumbersRule },
};
