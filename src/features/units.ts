/** The kinds of unit, each with the feature that owns it: work that this computer or a cluster can do, one line each. */
import type { UnitKind } from '../engine/training/units/unit-kind';
import type { Unit } from './work-schemas';
import { JOIN_UNIT, LISTS_UNIT } from './export/engine/lists-unit';
import { COMPARE_UNIT } from './leaderboard/engine/compare-unit';
import { TRAIN_UNIT } from './train/engine/train-unit';
import { VERIFY_UNIT } from './verify/engine/verify-unit';

const UNITS: { readonly [Kind in Unit['kind']]: UnitKind<Extract<Unit, { kind: Kind }>> } = {
  train: TRAIN_UNIT,
  compare: COMPARE_UNIT,
  verify: VERIFY_UNIT,
  lists: LISTS_UNIT,
  join: JOIN_UNIT,
};

export const kindOf = <Of extends Unit>({ kind }: Of): UnitKind<Of> => UNITS[kind] as unknown as UnitKind<Of>;
