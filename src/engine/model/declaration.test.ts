import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../shared/recipe/schema';
import { PRESET_NAMES, presetRecipe } from '../../shared/recipe/presets';
import { areBelow, areFinite, checkTensors, type TensorDeclaration } from './declaration';
import { checkModel } from './models';
import type { NamedTensors } from './recommender';

const f32 = (shape: number[], ...values: number[]) => ({ shape, values: Float32Array.from(values) });
const i32 = (shape: number[], ...values: number[]) => ({ shape, values: Int32Array.from(values) });

const DECLARED: TensorDeclaration[] = [
  { name: 'offsets', type: 'I32', shape: [3], values: { kind: 'offsets', into: 'entries' } },
  { name: 'entries', type: 'I32', shape: ['entries'], values: { kind: 'indices', below: 5 } },
  { name: 'weights', type: 'F32', shape: ['entries', 2] },
  { name: 'kept', type: 'I32', shape: ['kept'], values: { kind: 'rising', below: 5 } },
  { name: 'share', type: 'F32', shape: [1], values: { kind: 'share' } },
  { name: 'counts', type: 'I32', shape: [1], values: { kind: 'counts' } },
  { name: 'links', type: 'I32', shape: ['entries'], values: { kind: 'links', offsets: 'offsets', below: 5 } },
];

const GOOD: NamedTensors = {
  offsets: i32([3], 0, 0, 2),
  entries: i32([2], 4, 0),
  weights: f32([2, 2], 1, 2, -3, 0),
  kept: i32([2], 0, 4),
  share: f32([1], 0.5),
  counts: i32([1], 7),
  links: i32([2], 0x1_3f80, 0x4_3f80),
};

describe('tensors', () => {
  it('are accepted as declared', () => {
    expect(() => checkTensors(DECLARED, GOOD)).not.toThrow();
  });

  it.each<[what: string, changes: NamedTensors, message: RegExp]>([
    ['offsets that run past their entries', { offsets: i32([3], 0, 0, 2147483647) }, /offsets holds values/],
    ['offsets that fall', { offsets: i32([3], 0, 3, 2) }, /offsets holds values/],
    ['offsets that do not begin with 0', { offsets: i32([3], 1, 1, 2) }, /offsets holds values/],
    ['an index beyond the last', { entries: i32([2], 4, 5) }, /entries holds values/],
    ['an index below 0', { entries: i32([2], 4, -1) }, /entries holds values/],
    ['indices that do not rise', { kept: i32([2], 4, 4) }, /kept holds values/],
    ['links to a title beyond the last', { links: i32([2], 0x1_3f80, 0x5_3f80) }, /links holds values/],
    ['two links to one title', { links: i32([2], 0x5_3f80, 0x0_3f80) }, /links holds values/],
    ['a link whose value is infinite', { links: i32([2], 0x1_3f80, 0x4_7f80) }, /links holds values/],
    ['infinity', { weights: f32([2, 2], 1, 2, 3, Infinity) }, /weights holds values/],
    ['what is no number', { weights: f32([2, 2], 1, NaN, 3, 4) }, /weights holds values/],
    ['a share above 1', { share: f32([1], 1.5) }, /share holds values/],
    ['a share that is no number', { share: f32([1], NaN) }, /share holds values/],
    ['a count below 0', { counts: i32([1], -1) }, /counts holds values/],
    [
      'a side that is another elsewhere',
      { weights: f32([1, 2], 1, 2) },
      /weights has the shape \[1 x 2\] instead of \[2 x 2\]/,
    ],
    ['a side too many', { kept: i32([2, 1], 0, 4) }, /kept has the shape/],
    ['a side too few', { weights: f32([4], 1, 2, 3, 4) }, /weights has the shape/],
    ['another type', { entries: f32([2], 4, 0) }, /entries has the type F32 instead of I32/],
    ['a tensor that no such model has', { surprise: f32([1], 1) }, /no model of this kind has a tensor surprise/],
  ])('are refused with %s', (_what, changes, message) => {
    expect(() => checkTensors(DECLARED, { ...GOOD, ...changes })).toThrow(message);
  });

  it('are refused if one is missing', () => {
    const { kept: _, ...others } = GOOD;
    expect(() => checkTensors(DECLARED, others)).toThrow(/the tensor kept is missing/);
  });
});

describe('every preset', () => {
  it.each(PRESET_NAMES)('%s refuses a model without tensors, and one of another kind', (preset) => {
    const recipe = completeRecipe({}, presetRecipe(preset));
    const sizes = { items: 3, conditions: null };
    expect(() => checkModel(recipe, {}, sizes)).toThrow(/not a model that Shelfwise can use/);
    expect(() => checkModel(recipe, GOOD, sizes)).toThrow(/not a model that Shelfwise can use/);
  });
});

describe('the size of numbers', () => {
  /** Among others, at every index that a loop may leave to the next. */
  const among = (value: number): Float32Array[] =>
    Array.from({ length: 7 }, (_, at) => Float32Array.from({ length: 7 }, (_one, place) => (place === at ? value : 3)));

  it.each([
    [4, true],
    [-4.999999, true],
    [5, false],
    [-5, false],
    [-6, false],
    [NaN, false],
    [-Infinity, false],
  ])('of %d differs from 5', (value, isBelow) => {
    for (const values of among(value)) expect(areBelow(values, 5)).toBe(isBelow);
  });

  it.each([
    [3.4e38, true],
    [-3.4e38, true],
    [Infinity, false],
    [-Infinity, false],
    [NaN, false],
  ])('of %d is finite or not', (value, isFinite) => {
    for (const values of among(value)) expect(areFinite(values)).toBe(isFinite);
  });

  it('of a part of an array is judged as well', () => {
    expect(areBelow(Float32Array.of(9, 1, 9).subarray(1, 2), 5)).toBe(true);
  });
});
