/**
 * A graph as the bytes of an ONNX file (onnx.proto, IR version 8). Tensors of more than a few numbers are stored in a second file, at offsets in the
 * first one: a message of Protocol Buffers ends at 2 GiB.
 */
import { PbfWriter } from 'pbf';

/** TensorProto.DataType */
const DATA_TYPES = { float: 1, int64: 7 } as const;
export type DataType = keyof typeof DATA_TYPES;

/** AttributeProto.AttributeType */
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 } as const;
export type Attribute = { readonly int: number } | { readonly ints: readonly number[] } | { readonly float: number };

/** TensorProto.DataLocation */
const EXTERNAL = 1;
const IR_VERSION = 8;

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Tensor {
  readonly name: string;
  readonly type: DataType;
  readonly shape: readonly number[];
  /** Where its numbers are, little-endian: in the graph itself, or in the second file. */
  readonly at: { readonly bytes: Uint8Array } | { readonly offset: number; readonly length: number };
}

/** An input or output; a side with a name may have any length. */
export interface Port {
  readonly name: string;
  readonly type: DataType;
  readonly shape: readonly (number | string)[];
  readonly about: string;
}

export interface ModelMessage {
  readonly name: string;
  readonly about: string;
  /** Version of the default set of operators. */
  readonly operators: number;
  readonly producer: { readonly name: string; readonly version: string };
  readonly nodes: readonly Node[];
  readonly tensors: readonly Tensor[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly properties: Readonly<Record<string, string>>;
  /** Name of the second file, beside the first. */
  readonly data: string;
}

/** The bytes of the first file; the same graph gives the same bytes. */
export function encodeModel(model: ModelMessage): Uint8Array {
  const writer = new PbfWriter();
  writer.writeVarintField(1, IR_VERSION);
  writer.writeStringField(2, model.producer.name);
  writer.writeStringField(3, model.producer.version);
  writer.writeStringField(6, model.about);
  writer.writeMessage(7, writeGraph, model);
  // The default set of operators has no name.
  writer.writeMessage(8, (version: number, into) => into.writeVarintField(2, version), model.operators);
  for (const entry of Object.entries(model.properties)) writer.writeMessage(14, writeEntry, entry);
  return writer.finish();
}

function writeGraph({ name, about, nodes, tensors, inputs, outputs, data }: ModelMessage, into: PbfWriter): void {
  for (const node of nodes) into.writeMessage(1, writeNode, node);
  into.writeStringField(2, name);
  for (const tensor of tensors) into.writeMessage(5, (one: Tensor, pbf) => writeTensor(one, data, pbf), tensor);
  into.writeStringField(10, about);
  for (const port of inputs) into.writeMessage(11, writePort, port);
  for (const port of outputs) into.writeMessage(12, writePort, port);
}

function writeNode({ op, inputs, outputs, attributes }: Node, into: PbfWriter): void {
  for (const input of inputs) into.writeStringField(1, input);
  for (const output of outputs) into.writeStringField(2, output);
  into.writeStringField(3, `node of ${outputs[0]!}`);
  into.writeStringField(4, op);
  for (const [name, attribute] of Object.entries(attributes))
    into.writeMessage(5, (given: Attribute, pbf) => writeAttribute(name, given, pbf), attribute);
}

function writeAttribute(name: string, attribute: Attribute, into: PbfWriter): void {
  into.writeStringField(1, name);
  if ('float' in attribute) {
    into.writeFloatField(2, attribute.float);
    into.writeVarintField(20, ATTRIBUTE_TYPES.float);
  } else if ('int' in attribute) {
    into.writeVarintField(3, attribute.int);
    into.writeVarintField(20, ATTRIBUTE_TYPES.int);
  } else {
    for (const one of attribute.ints) into.writeVarintField(8, one);
    into.writeVarintField(20, ATTRIBUTE_TYPES.ints);
  }
}

function writeTensor({ name, type, shape, at }: Tensor, data: string, into: PbfWriter): void {
  for (const side of shape) into.writeVarintField(1, side);
  into.writeVarintField(2, DATA_TYPES[type]);
  into.writeStringField(8, name);
  if ('bytes' in at) {
    into.writeBytesField(9, at.bytes);
    return;
  }
  const place = { location: data, offset: String(at.offset), length: String(at.length) };
  for (const entry of Object.entries(place)) into.writeMessage(13, writeEntry, entry);
  into.writeVarintField(14, EXTERNAL);
}

/** StringStringEntryProto */
function writeEntry([key, value]: readonly [string, string], into: PbfWriter): void {
  into.writeStringField(1, key);
  into.writeStringField(2, value);
}

/** ValueInfoProto, and in it TypeProto, TypeProto.Tensor and TensorShapeProto */
function writePort({ name, type, shape, about }: Port, into: PbfWriter): void {
  into.writeStringField(1, name);
  into.writeMessage(
    2,
    (_: null, typeInto) =>
      typeInto.writeMessage(
        1,
        (__: null, tensorInto) => {
          tensorInto.writeVarintField(1, DATA_TYPES[type]);
          tensorInto.writeMessage(2, writeShape, shape);
        },
        null,
      ),
    null,
  );
  into.writeStringField(3, about);
}

function writeShape(shape: readonly (number | string)[], into: PbfWriter): void {
  for (const side of shape)
    into.writeMessage(
      1,
      (one: number | string, pbf) =>
        typeof one === 'number' ? pbf.writeVarintField(1, one) : pbf.writeStringField(2, one),
      side,
    );
}
