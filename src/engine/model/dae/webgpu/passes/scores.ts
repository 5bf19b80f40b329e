/** Scores the titles of a slice from the codes of some rows, for training and lists: code . decoder + bias. */
import type { Pass } from './pass';
import { type Binding, product, TILE } from './shader';

interface ScoresPass {
  readonly name: string;
  readonly rows: number;
  readonly width: number;
  /** Names of the bindings of the decoder and its bias. */
  readonly decoder: string;
  readonly bias: string;
  /** The parameter trained with the pass; absent if the decoder only scores. */
  readonly parameter?: Pass['parameter'];
  /** Index of a score in its array, and of its title's bias. */
  readonly place: string;
  readonly biasPlace: string;
}

/** The pass for the scores of one slice, rows x count. */
export function scoresPass({ name, rows, width, decoder, bias, parameter, place, biasPlace }: ScoresPass): Pass {
  const bindings: Binding[] = [
    ['slice', 'Slice'],
    ['code', 'f32'],
    [decoder, 'f32'],
    [bias, 'f32'],
    ['scores', 'f32', 'read_write'],
  ];
  return {
    name,
    bindings,
    ...(parameter && { parameter }),
    isOfSlice: true,
    groups: ({ count }) => [Math.ceil(count / TILE), Math.ceil(rows / TILE), 1],
    text: product({
      bindings,
      rows: `${rows}u`,
      columns: 'slice.count',
      from: '0u',
      to: `${width}u`,
      left: `code[row * ${width}u + term]`,
      right: `${decoder}[column * ${width}u + term]`,
      alongTerms: { left: true, right: true },
      store: `scores[${place}] = sum + ${bias}[${biasPlace}];`,
    }),
  };
}
