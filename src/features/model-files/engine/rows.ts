/** Statistics of each row of a matrix in a graph: sums, counts, mean and deviation. */
import type { Graph, Value } from './graph';

/** Over the columns, which remain as one. */
export const rowSum = (graph: Graph, values: Value): Value =>
  graph.node('ReduceSum', [values, graph.integers(1)], { keepdims: { int: 1 } });

const rowMean = (graph: Graph, values: Value): Value =>
  graph.node('ReduceMean', [values], { axes: { ints: [1] }, keepdims: { int: 1 } });

/** Whether a number is above 0. */
export const isPositive = (graph: Graph, values: Value): Value => graph.node('Greater', [values, graph.number(0)]);

export const whole = (graph: Graph, truths: Value): Value => graph.node('Cast', [truths], { to: { int: 1 } });

/** left / right if right is above 0, otherwise 0. */
export function share(graph: Graph, left: Value, right: Value): Value {
  const sound = isPositive(graph, right);
  const divisor = graph.node('Where', [sound, right, graph.number(1)]);
  return graph.node('Where', [sound, graph.node('Div', [left, divisor]), graph.number(0)]);
}

interface Moments {
  readonly mean: Value;
  /** Of the population, not of a sample. */
  readonly deviation: Value;
}

export function momentsOf(graph: Graph, values: Value): Moments {
  const mean = rowMean(graph, values);
  const away = graph.node('Sub', [values, mean]);
  return { mean, deviation: graph.node('Sqrt', [rowMean(graph, graph.node('Mul', [away, away]))]) };
}

/** Deviations from the mean of a row, over its standard deviation; zeros if all values are equal. */
export function standardised(graph: Graph, values: Value): Value {
  const { mean, deviation } = momentsOf(graph, values);
  return share(graph, graph.node('Sub', [values, mean]), deviation);
}
