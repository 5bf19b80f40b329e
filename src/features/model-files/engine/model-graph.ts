/** The model of a run as a graph: takes history and profile, returns scores of all titles and the best 25. */
import { LIST_LENGTH } from '../../../shared/limits';
import type { Recipe } from '../../../shared/recipe/table';
import type { NamedTensors } from '../../../engine/model/recommender';
import { autoencoderPart } from './autoencoder-part';
import { Graph, type Value } from './graph';
import { type History, linearPart } from './linear-models';
import { isPositive, rowSum, whole } from './rows';

/** Name of the dimension of rows, of any length per call. */
const ROWS = 'profiles';

/** @param sizes columns of the histories, and of the encoded profile (0 if profiles have no attributes) */
export function modelGraph(
  tensors: NamedTensors,
  recipe: Recipe,
  { items, conditions }: { readonly items: number; readonly conditions: number },
): Graph {
  const graph = new Graph();
  const values = graph.input('history', 'float', [ROWS, items], 'What was watched; 0 for what was not (inputs.json)');
  const watched = isPositive(graph, values);
  const history: History = { values, watched, length: rowSum(graph, whole(graph, watched)) };
  const scores = scoresOf(graph, tensors, recipe, history, conditions);
  graph.output('scores', scores, 'float', [ROWS, items], 'Of all titles; higher is better');

  const places = Math.min(LIST_LENGTH, items);
  const ranked = recipe['scoring.watched'] === 'exclude' ? behindOthers(graph, scores, watched) : scores;
  // Among equal scores the lower index comes first, as in our lists.
  const [, best] = graph.nodes('TopK', [ranked, graph.integers(places)], 2, { axis: { int: 1 } });
  graph.output('top_items', best!, 'int64', [ROWS, places], 'Places of the best titles in inputs.json, best first');
  const top = graph.node('GatherElements', [scores, best!], { axis: { int: 1 } });
  graph.output('top_scores', top, 'float', [ROWS, places], 'Their scores');
  return graph;
}

function scoresOf(graph: Graph, tensors: NamedTensors, recipe: Recipe, history: History, conditions: number): Value {
  const { model } = recipe;
  // A model that contains the histories was refused (refusal.ts).
  if (model !== 'dae') return linearPart(model)!.scores(graph, '', tensors, recipe, history);
  const profile =
    conditions === 0
      ? null
      : graph.input('profile', 'float', [ROWS, conditions], 'Attributes of the profile, encoded (inputs.json)');
  return autoencoderPart(graph, tensors, recipe, history, profile);
}

/** Watched titles below all others, in their own order. */
function behindOthers(graph: Graph, scores: Value, watched: Value): Value {
  const extreme = (op: string): Value => graph.node(op, [scores], { axes: { ints: [1] }, keepdims: { int: 1 } });
  const span = graph.node('Sub', [extreme('ReduceMax'), extreme('ReduceMin')]);
  const below = graph.node('Sub', [scores, graph.node('Add', [span, graph.number(1)])]);
  return graph.node('Where', [watched, below, scores]);
}
