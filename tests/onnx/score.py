"""Scores rows with a model folder: JSON inputs on standard input, JSON outputs on standard output."""

import json
import sys

import numpy
import onnxruntime

options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession(f"{sys.argv[1]}/model.onnx", options, providers=["CPUExecutionProvider"])
given = json.load(sys.stdin)
inputs = {one.name: numpy.array(given[one.name], dtype=numpy.float32) for one in session.get_inputs()}
outputs = session.run(None, inputs)
json.dump({one.name: output.tolist() for one, output in zip(session.get_outputs(), outputs)}, sys.stdout)
