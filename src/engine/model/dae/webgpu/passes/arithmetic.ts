/**
 * Functions whose accuracy WebGPU leaves to the adapter, from basic operations: Moshier's Cephes library (expf, logf, tanhf), within some units of
 * the last place. WGSL.
 */

/** exponential(x): 0 below -87, where the result would be denormal. */
export const EXPONENTIAL = `
fn exponential(x: f32) -> f32 {
  if (x < -87.0) { return 0.0; }
  let bounded = min(x, 88.0);
  let power = floor(bounded * 1.44269504088896341 + 0.5);
  let rest = (bounded - power * 0.693359375) + power * 2.12194440e-4;
  var sum = 1.9875691500e-4;
  sum = sum * rest + 1.3981999507e-3;
  sum = sum * rest + 8.3334519073e-3;
  sum = sum * rest + 4.1665795894e-2;
  sum = sum * rest + 1.6666665459e-1;
  sum = sum * rest + 5.0000001201e-1;
  return (sum * rest * rest + rest + 1.0) * bitcast<f32>(u32(i32(power) + 127) << 23u);
}`;

/** logarithm(x) of a normal, positive number. */
export const LOGARITHM = `
fn logarithm(x: f32) -> f32 {
  let bits = bitcast<u32>(x);
  var power = f32(i32(bits >> 23u) - 126);
  var part = bitcast<f32>((bits & 0x007fffffu) | 0x3f000000u);
  if (part < 0.70710678118654752) { power = power - 1.0; part = part + part - 1.0; } else { part = part - 1.0; }
  let square = part * part;
  var sum = 7.0376836292e-2;
  sum = sum * part - 1.1514610310e-1;
  sum = sum * part + 1.1676998740e-1;
  sum = sum * part - 1.2420140846e-1;
  sum = sum * part + 1.4249322787e-1;
  sum = sum * part - 1.6668057665e-1;
  sum = sum * part + 2.0000714765e-1;
  sum = sum * part - 2.4999993993e-1;
  sum = sum * part + 3.3333331174e-1;
  let low = part * square * sum - 2.12194440e-4 * power - 0.5 * square;
  return (part + low) + 0.693359375 * power;
}`;

/** hyperbolicTangent(x); needs the exponential. */
export const HYPERBOLIC_TANGENT = `${EXPONENTIAL}
fn hyperbolicTangent(x: f32) -> f32 {
  let size = abs(x);
  if (size >= 0.625) {
    let result = 1.0 - 2.0 / (exponential(size + size) + 1.0);
    return select(result, -result, x < 0.0);
  }
  let square = x * x;
  var sum = -5.70498872745e-3;
  sum = sum * square + 2.06390887954e-2;
  sum = sum * square - 5.37397155531e-2;
  sum = sum * square + 1.33314422036e-1;
  sum = sum * square - 3.33332819422e-1;
  return sum * square * x + x;
}`;
