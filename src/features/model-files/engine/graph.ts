/** Builds an ONNX graph: the result of an operator is a name, which other operators take. */
import type { Attribute, DataType, ModelMessage, Node, Port, Tensor } from './messages';

/** Every runtime since 2022 reads set 17, and it has all that is needed here. */
const OPERATORS = 17;

/** Tensors of fewer bytes are stored in the graph itself. */
const SMALL = 1024;
/** Alignment of tensors in the second file: runtimes map it into memory by pages. */
const PAGE = 4096;

/** A value in the graph. */
export type Value = string;

export class Graph {
  readonly #nodes: Node[] = [];
  readonly #tensors: Tensor[] = [];
  readonly #inputs: Port[] = [];
  readonly #outputs: Port[] = [];
  readonly #data: Uint8Array[] = [];
  readonly #constants = new Map<string, Value>();
  #offset = 0;
  #values = 0;

  input(name: string, type: DataType, shape: Port['shape'], about: string): Value {
    this.#inputs.push({ name, type, shape, about });
    return name;
  }

  /** Declares a value as an output with a name. */
  output(name: string, value: Value, type: DataType, shape: Port['shape'], about: string): void {
    this.#nodes.push({ op: 'Identity', inputs: [value], outputs: [name], attributes: {} });
    this.#outputs.push({ name, type, shape, about });
  }

  /** The result of an operator with one output. */
  node(op: string, inputs: readonly Value[], attributes: Readonly<Record<string, Attribute>> = {}): Value {
    return this.nodes(op, inputs, 1, attributes)[0]!;
  }

  /** The results of an operator with several outputs. */
  nodes(
    op: string,
    inputs: readonly Value[],
    results: number,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): Value[] {
    const outputs = Array.from({ length: results }, () => `value-${++this.#values}`);
    this.#nodes.push({ op, inputs, outputs, attributes });
    return outputs;
  }

  /** A tensor stored with the graph. @param values as many as the shape has, row-major; kept until they are written */
  tensor(name: string, shape: readonly number[], values: Float32Array | BigInt64Array): Value {
    const type = values instanceof Float32Array ? 'float' : 'int64';
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    if (bytes.length < SMALL) this.#tensors.push({ name, type, shape, at: { bytes } });
    else {
      this.#tensors.push({ name, type, shape, at: { offset: this.#offset, length: bytes.length } });
      this.#data.push(bytes);
      this.#offset += Math.ceil(bytes.length / PAGE) * PAGE;
    }
    return name;
  }

  /** One number. */
  number(value: number): Value {
    return this.#constant(`number ${value}`, [], Float32Array.of(value));
  }

  /** Positions or sizes. */
  integers(...values: number[]): Value {
    return this.#constant(`integers ${values.join(' ')}`, [values.length], BigInt64Array.from(values, BigInt));
  }

  #constant(name: string, shape: readonly number[], values: Float32Array | BigInt64Array): Value {
    const known = this.#constants.get(name);
    if (known !== undefined) return known;
    this.#constants.set(name, name);
    return this.tensor(name, shape, values);
  }

  /** Bytes of the second file. */
  get dataBytes(): number {
    return this.#offset;
  }

  /** The second file, piece by piece. */
  *data(): Generator<Uint8Array> {
    for (const bytes of this.#data) {
      yield bytes;
      const rest = bytes.length % PAGE;
      if (rest > 0) yield new Uint8Array(PAGE - rest);
    }
  }

  message(about: Pick<ModelMessage, 'name' | 'about' | 'producer' | 'properties' | 'data'>): ModelMessage {
    return {
      ...about,
      operators: OPERATORS,
      nodes: this.#nodes,
      tensors: this.#tensors,
      inputs: this.#inputs,
      outputs: this.#outputs,
    };
  }
}
