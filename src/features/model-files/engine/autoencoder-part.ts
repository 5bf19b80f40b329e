/** The autoencoder as a part of a graph, with everything mixed into its scores, in the order of DaeRecommender. */
import type { Recipe } from '../../../shared/recipe/table';
import { HALF_TRUSTED, prefixOf } from '../../../engine/model/dae/companion';
import { AS_LOUD } from '../../../engine/model/dae/noise';
import { HALF_LEFT, peersIn } from '../../../engine/model/dae/peers';
import { TREND } from '../../../engine/model/dae/structure';
import type { NamedTensors } from '../../../engine/model/recommender';
import { floatsOf } from '../../../engine/model/values-of';
import type { Graph, Value } from './graph';
import { type History, linearPart } from './linear-models';
import { companionsOf } from './parts';
import { momentsOf, rowSum, share, standardised } from './rows';

/**
 * Scores of all items, rows x items.
 * @param profile rows x columns of the encoded profile; null if profiles have no attributes
 */
export function autoencoderPart(
  graph: Graph,
  tensors: NamedTensors,
  recipe: Recipe,
  history: History,
  profile: Value | null,
): Value {
  let scores = decoded(graph, tensors, joinedCode(graph, tensors, recipe, history, profile));
  if (profile !== null) scores = withPeers(graph, tensors, scores, history, profile);
  scores = withCompanions(graph, tensors, recipe, scores, history);
  return tensors[TREND] === undefined ? scores : graph.node('Add', [scores, stored(graph, tensors, TREND)]);
}

const stored = (graph: Graph, tensors: NamedTensors, name: string): Value =>
  graph.tensor(name, tensors[name]!.shape, floatsOf(tensors, name));

/** The latent code, and beside it what joins it. */
function joinedCode(
  graph: Graph,
  tensors: NamedTensors,
  recipe: Recipe,
  history: History,
  profile: Value | null,
): Value {
  const input = normalised(graph, history, recipe['structure.input']);
  const affine = (given: Value, name: string): Value =>
    graph.node('Add', [
      graph.node('MatMul', [given, stored(graph, tensors, name)]),
      stored(graph, tensors, `${name}.bias`),
    ]);
  const code = activated(graph, affine(input, 'encoder'), recipe['structure.activation']);
  if (profile === null || recipe['structure.condition'] === 'none') return code;
  const beside = tensors['condition'] === undefined ? profile : graph.node('Tanh', [affine(profile, 'condition')]);
  return graph.node('Concat', [code, beside], { axis: { int: 1 } });
}

/** normaliseRows: each history divided by its norm. */
function normalised(graph: Graph, { values }: History, kind: Recipe['structure.input']): Value {
  if (kind === 'none') return values;
  const length = graph.node('Sqrt', [rowSum(graph, graph.node('Mul', [values, values]))]);
  if (kind === 'l2') return share(graph, values, length);
  const product = graph.node('Mul', [rowSum(graph, values), length]);
  return share(graph, values, graph.node('Sqrt', [graph.node('Div', [product, graph.number(Math.sqrt(AS_LOUD))])]));
}

function activated(graph: Graph, code: Value, activation: Recipe['structure.activation']): Value {
  switch (activation) {
    case 'tanh':
      return graph.node('Tanh', [code]);
    case 'relu':
      return graph.node('Relu', [code]);
    case 'linear':
      return code;
  }
}

const decoded = (graph: Graph, tensors: NamedTensors, code: Value): Value =>
  graph.node('Add', [
    graph.node('MatMul', [code, graph.node('Transpose', [stored(graph, tensors, 'decoder')])]),
    stored(graph, tensors, 'decoder.bias'),
  ]);

/** mixPeers: popularity among profiles with the same attributes, with more weight the shorter the history. */
function withPeers(graph: Graph, tensors: NamedTensors, own: Value, { length }: History, profile: Value): Value {
  const peers = peersIn(tensors);
  if (peers === null) return own;
  const { table, width, share: most } = peers;
  const items = table.length / (width + 1);
  const everybody = graph.tensor('peers.everybody', [1, items], table.subarray(0, items));
  const attributes = graph.tensor('peers.attributes', [width, items], table.subarray(items));
  const theirs = graph.node('Add', [graph.node('MatMul', [profile, attributes]), everybody]);
  const half = graph.number(HALF_LEFT);
  const part = graph.node('Div', [graph.number(most * HALF_LEFT), graph.node('Add', [half, length])]);
  return mixed(graph, own, [{ scores: standardised(graph, theirs), part }]);
}

/** mixRows: up to two other models, with more weight the longer the history. */
function withCompanions(graph: Graph, tensors: NamedTensors, recipe: Recipe, own: Value, history: History): Value {
  const others = companionsOf(recipe, tensors).map(({ model, most }) => {
    const prefix = prefixOf(model);
    const theirs = Object.fromEntries(
      Object.entries(tensors)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, tensor]) => [key.slice(prefix.length), tensor]),
    );
    const scores = linearPart(model)!.scores(graph, prefix, theirs, recipe, history);
    const trusted = graph.node('Add', [history.length, graph.number(HALF_TRUSTED)]);
    const part = graph.node('Div', [graph.node('Mul', [graph.number(most), history.length]), trusted]);
    return { scores: standardised(graph, scores), part };
  });
  return others.length === 0 ? own : mixed(graph, own, others);
}

/** (1 - parts) x own + part x other, each other scaled to the mean and deviation of the own row. */
function mixed(graph: Graph, own: Value, others: readonly { scores: Value; part: Value }[]): Value {
  const { mean, deviation } = momentsOf(graph, own);
  const parts = others.map(({ part }) => part).reduce((sum, part) => graph.node('Add', [sum, part]));
  const kept = graph.node('Mul', [own, graph.node('Sub', [graph.number(1), parts])]);
  return others.reduce((sum, { scores, part }) => {
    const scaled = graph.node('Add', [mean, graph.node('Mul', [deviation, scores])]);
    return graph.node('Add', [sum, graph.node('Mul', [part, scaled])]);
  }, kept);
}
