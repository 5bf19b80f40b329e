/**
 * A set of rules says the lowest version that has all of them: what an earlier program would misread, it refuses.
 *
 * @module-tag telling
 */
import { expect, it } from 'vitest';
import { ruleProfilesSchema, ruleSchema, ruleSetOf, titleConditionSchema } from './rules';

/** The parts of conditions that programs of version 1 have. Nothing is added: a new part is of a later version. */
const OF_VERSION_1 = { titles: ['ids', 'series', 'attributes', 'text'], profiles: ['text', 'attributes', 'watched'] };

const MEMBERS = { segment: 'a1', name: 'Picked', day: '2026-11-29', profiles: ['3'] };
/** Of each kind of part one; the first that a part takes is tried. */
const VALUES = ['x', 1, true, ['x'], { from: 1 }, { x: ['x'] }, { x: { from: 1 } }, MEMBERS];

it.each([
  ...Object.entries(titleConditionSchema.shape).map(([part, schema]) => ['titles', part, schema] as const),
  ...Object.entries(ruleProfilesSchema.shape).map(([part, schema]) => ['profiles', part, schema] as const),
])('a condition on %s by %s is of version 1 only if that has it', (of, part, schema) => {
  const value = VALUES.find((one) => schema.safeParse(one).success);
  expect(value, 'VALUES has one that the part takes').toBeDefined();
  const rule = { kind: 'hide', id: 'a', name: 'A', titles: { text: 'x' }, [of]: { [part]: value } };
  const { formatVersion } = ruleSetOf([ruleSchema.parse(rule)]);
  expect(formatVersion === 1).toBe(OF_VERSION_1[of].includes(part));
});
