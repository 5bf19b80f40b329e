/** A pass: a program in WGSL, the arrays that it is bound to, and its number of workgroups. */
import type { ParameterName } from '../../structure';
import type { Slice } from '../shape';
import type { Binding } from './shader';

export interface Pass {
  readonly name: string;
  readonly text: string;
  /** Names of the arrays; `value`, `first` and `second` are those of `parameter`. */
  readonly bindings: readonly Binding[];
  /** The parameter that it reads or updates under those names. */
  readonly parameter?: ParameterName;
  /** Whether it runs once for each slice of the titles rather than once per step. */
  readonly isOfSlice: boolean;
  groups(slice: Slice): readonly [x: number, y: number, z: number];
}
