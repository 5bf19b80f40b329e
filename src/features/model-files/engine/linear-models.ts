/** The linear models as parts of a graph, each with the scores of its recommender (src/engine/model/baselines). */
import { type BaselineName, MODEL_ROWS } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import type { NamedTensors } from '../../../engine/model/recommender';
import { stepOf, valueOf } from '../../../engine/model/kernels/linear/links';
import { SCORING_STEPS } from '../../../engine/model/baselines/als';
import { floatsOf } from '../../../engine/model/values-of';
import type { Graph, Value } from './graph';
import { isPositive, rowSum, share, whole } from './rows';

/** A profile's history in the graph. */
export interface History {
  /** rows x items: 0 for an unwatched title. */
  readonly values: Value;
  /** rows x items: whether it was watched. */
  readonly watched: Value;
  /** rows x 1: number of titles. */
  readonly length: Value;
}

interface LinearPart {
  /** Adds its scores of all items to the graph: rows x items. `name` prefixes the names of its tensors there. */
  readonly scores: (graph: Graph, name: string, tensors: NamedTensors, recipe: Recipe, history: History) => Value;
  /**
   * One weight per title, the same in every version of the recipe; some factors per title; or one for each pair of titles, which the graph stores in
   * full.
   */
  readonly weights: 'title' | 'factors' | 'pairs';
}

const PARTS: Readonly<Record<NonNullable<(typeof MODEL_ROWS)[BaselineName]['part']>, LinearPart>> = {
  constant: { scores: constant, weights: 'title' },
  neighbours: { scores: itemKnn, weights: 'pairs' },
  links: { scores: ease, weights: 'pairs' },
  factors: { scores: als, weights: 'factors' },
};

/** Null for a model that holds the histories themselves: they leave the computer with no model. */
export function linearPart(model: BaselineName): LinearPart | null {
  const { part } = MODEL_ROWS[model];
  return part === null ? null : PARTS[part];
}

/** The same for every row. */
function constant(graph: Graph, name: string, tensors: NamedTensors, _recipe: Recipe, { length }: History): Value {
  const zero = graph.node('Mul', [length, graph.number(0)]);
  return graph.node('Add', [zero, rowOf(graph, `${name}score of each title`, floatsOf(tensors, 'scores'))]);
}

/** Neighbours of the watched titles; titles without any link from the history rank below them, by popularity. */
function itemKnn(graph: Graph, name: string, tensors: NamedTensors, _recipe: Recipe, history: History): Value {
  const popularity = floatsOf(tensors, 'popularity');
  const items = popularity.length;
  const { offsets, candidates, similarities, profiles } = tensors;
  const weights = new Float32Array(items * items);
  for (let from = 0; from < items; from++)
    for (let at = offsets!.values[from]!; at < offsets!.values[from + 1]!; at++)
      weights[from * items + candidates!.values[at]!] = similarities!.values[at]!;
  const scores = graph.node('MatMul', [history.values, graph.tensor(`${name}weights`, [items, items], weights)]);
  const background = popularity.map((count) => count / (profiles!.values[0]! + 1) - 1);
  return graph.node('Where', [isPositive(graph, scores), scores, rowOf(graph, `${name}background`, background)]);
}

/** Links of the watched titles; popularity if none of them has any. */
function ease(graph: Graph, name: string, tensors: NamedTensors, _recipe: Recipe, history: History): Value {
  const popularity = floatsOf(tensors, 'popularity');
  const items = popularity.length;
  const { offsets, links, multipliers } = tensors;
  const weights = new Float32Array(items * items);
  const speaks = new Float32Array(items);
  for (let from = 0; from < items; from++) {
    let title = -1;
    for (let at = offsets!.values[from]!; at < offsets!.values[from + 1]!; at++) {
      title += stepOf(links!.values[at]!);
      weights[from * items + title] = valueOf(links!.values[at]!) * multipliers!.values[title]!;
      speaks[from] = 1;
    }
  }
  const scores = graph.node('MatMul', [history.values, graph.tensor(`${name}weights`, [items, items], weights)]);
  const speaking = graph.node('MatMul', [
    whole(graph, history.watched),
    graph.tensor(`${name}speaks`, [items, 1], speaks),
  ]);
  return graph.node('Where', [isPositive(graph, speaking), scores, rowOf(graph, `${name}popularity`, popularity)]);
}

/**
 * The factors of a profile, computed from its history with as many steps of conjugate gradients as its recommender takes (RowSolver), times those of
 * the titles; popularity without viewings.
 */
function als(graph: Graph, name: string, tensors: NamedTensors, recipe: Recipe, history: History): Value {
  const [items = 0, factors = 0] = tensors['items']!.shape;
  const values = floatsOf(tensors, 'items');
  const unwatched = tensors['unwatched']!.values[0]!;
  const regularisation = tensors['regularisation']!.values[0]!;
  const titles = graph.tensor(`${name}titles`, [items, factors], values);
  const across = graph.node('Transpose', [titles]);
  const gram = graph.tensor(`${name}gram`, [factors, factors], scaledGram(values, factors, unwatched));
  const total = graph.node('Add', [rowSum(graph, history.values), graph.number(unwatched * items)]);
  const power = graph.node('Exp', [
    graph.node('Mul', [graph.number(recipe['als.frequency']), graph.node('Log', [total])]),
  ]);
  const ridge = graph.node('Mul', [graph.number(regularisation), power]);
  const multiplied = (vector: Value): Value => {
    const scores = graph.node('Mul', [graph.node('MatMul', [vector, across]), history.values]);
    const parts = [graph.node('MatMul', [scores, titles]), graph.node('MatMul', [vector, gram])];
    return graph.node('Add', [graph.node('Add', parts), graph.node('Mul', [ridge, vector])]);
  };
  const product = (left: Value, right: Value): Value => rowSum(graph, graph.node('Mul', [left, right]));

  let residual = graph.node('MatMul', [history.values, titles]);
  let direction = residual;
  let own: Value | null = null;
  let length = product(residual, residual);
  for (let step = 0; step < SCORING_STEPS; step++) {
    const image = multiplied(direction);
    const rate = share(graph, length, product(direction, image));
    const move = graph.node('Mul', [rate, direction]);
    own = own === null ? move : graph.node('Add', [own, move]);
    residual = graph.node('Sub', [residual, graph.node('Mul', [rate, image])]);
    const next = product(residual, residual);
    direction = graph.node('Add', [residual, graph.node('Mul', [share(graph, next, length), direction])]);
    length = next;
  }
  const scores = graph.node('MatMul', [own!, across]);
  const popularity = rowOf(graph, `${name}popularity`, floatsOf(tensors, 'popularity'));
  return graph.node('Where', [isPositive(graph, history.length), scores, popularity]);
}

/** factor x Y'Y, factors x factors, summed in 64 bits. */
function scaledGram(titles: Float32Array, factors: number, factor: number): Float32Array {
  const gram = new Float64Array(factors * factors);
  for (let start = 0; start < titles.length; start += factors)
    for (let row = 0; row < factors; row++)
      for (let column = 0; column < factors; column++)
        gram[row * factors + column]! += titles[start + row]! * titles[start + column]!;
  return Float32Array.from(gram, (value) => factor * value);
}

/** One row that is combined with every row of another matrix. */
const rowOf = (graph: Graph, name: string, values: Float32Array): Value =>
  graph.tensor(name, [1, values.length], values);
