/** base^exponent through the logarithm: Math.pow differs between versions of Node. 0 for base 0, whatever the exponent. */
export const powerOf = (base: number, exponent: number): number =>
  base === 0 ? 0 : exponent === 1 ? base : Math.exp(exponent * Math.log(base));
