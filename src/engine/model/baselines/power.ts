/** A power by way of the logarithm: Math.pow is not the same in every Node. 0 of 0, whatever the exponent. */
export const powerOf = (base: number, exponent: number): number =>
  base === 0 ? 0 : exponent === 1 ? base : Math.exp(exponent * Math.log(base));
