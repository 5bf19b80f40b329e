/** Scores of the titles of a slice from the codes of some rows, as training and lists make them: code . decoder + bias. */
import type { Pass } from './pass';
import { type Binding, product, TILE } from './shader';

export interface ScoresPass {
  readonly name: string;
  readonly rows: number;
  readonly width: number;
  /** What the decoder and its bias are bound as. */
  readonly decoder: string;
  readonly bias: string;
  /** Trained with the pass; absent where the decoder only scores. */
  readonly parameter?: Pass['parameter'];
  /** Where a score goes, and where the bias of its title lies. */
  readonly place: string;
  readonly biasPlace: string;
}

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
