"""PyTorch's side of bench/training: `train.py FOLDER FORM`, the same autoencoder on the arrays that the worker exported.

plain     as one writes it: dense input, torch's dropout and log-softmax, Adam(fused=True)
fastest   embedding bag for the sparse input, the loss in place of the scores, Adam(fused=True); to be run with a tuned allocator
bfloat16  the same with the three products of the last layer in bfloat16

Commands: `given N` trains epoch N on the exported order and noise, `epoch N` with noise of its own.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import torch

folder, form = Path(sys.argv[1]), sys.argv[2]
facts = json.loads((folder / "facts.json").read_text())
items, width, features, batch = (facts[name] for name in ("items", "width", "features", "batch"))
torch.set_num_threads(2)
torch.manual_seed(1)


def array(name, kind=np.float32):
    return np.fromfile(folder / name, dtype=kind)


offsets, indices = array("offsets", np.int32).astype(np.int64), array("indices", np.int32).astype(np.int64)
values = array("values")
conditions = torch.from_numpy(array("conditions").reshape(-1, features))
trained = np.flatnonzero(np.diff(offsets) > 0)
lengths = np.sqrt(np.add.reduceat(values**2, offsets[trained]))
normalised = values / np.repeat(lengths, np.diff(offsets)[trained])


def parameter(name, *shape):
    return torch.nn.Parameter(torch.from_numpy(array(name).reshape(shape)))


encoder, encoder_bias = parameter("encoder", items, width), parameter("encoder.bias", width)
decoder, decoder_bias = parameter("decoder", items, width + features), parameter("decoder.bias", items)
adam = torch.optim.Adam([encoder, encoder_bias, decoder, decoder_bias], lr=facts["rate"], fused=True)


def positions(starts, ends):
    """All positions of the ranges in order, and the row of each."""
    counts = ends - starts
    rows = np.repeat(np.arange(len(starts)), counts)
    firsts = np.cumsum(counts) - counts
    return np.arange(counts.sum()) - np.repeat(firsts - starts, counts), rows


def dense(rows, columns, numbers, count):
    matrix = np.zeros((count, items), dtype=np.float32)
    matrix[rows, columns] = numbers
    return torch.from_numpy(matrix)


class LossInPlace(torch.autograd.Function):
    """Multinomial loss of code . decoder^T + bias: the scores become their own gradient."""

    @staticmethod
    def forward(context, code, decoder, bias, rows, columns, targets):
        products = torch.bfloat16 if form == "bfloat16" else torch.float32
        low_code, low_decoder = code.to(products), decoder.to(products)
        if form == "bfloat16":
            scores = (low_code @ low_decoder.T).float().add_(bias)
        else:
            scores = torch.addmm(bias, code, decoder.T)
        sums = torch.zeros(len(code)).index_add_(0, rows, targets)
        picked = torch.zeros(len(code)).index_add_(0, rows, targets * scores[rows, columns])
        highest = scores.amax(1, keepdim=True)
        exponentials = scores.sub_(highest).exp_()
        total = exponentials.sum(1, keepdim=True)
        loss = (sums * (total.log() + highest).squeeze(1) - picked).mean()
        exponentials.mul_(sums.unsqueeze(1) / total / len(code))
        exponentials.index_put_((rows, columns), -targets / len(code), accumulate=True)
        context.save_for_backward(low_code, low_decoder)
        context.gradient = exponentials
        return loss

    @staticmethod
    def backward(context, upstream):
        low_code, low_decoder = context.saved_tensors
        gradient = context.gradient.to(low_code.dtype)
        return (
            (gradient @ low_decoder).float(),
            (gradient.T @ low_code).float(),
            context.gradient.sum(0),
            None,
            None,
            None,
        )


def loss_of(profiles, noisy):
    """Mean loss of a batch; `noisy` is the (offsets, columns, values) shown to the model, or None to draw dropout here."""
    kept = 1 - facts["dropout"]
    places, rows = positions(offsets[profiles], offsets[profiles + 1])
    columns, targets = indices[places], values[places]
    joined = conditions[profiles]
    if form == "plain":
        clean = dense(rows, columns, targets, len(profiles))
        if noisy is None:
            shown = torch.nn.functional.dropout(torch.nn.functional.normalize(clean), facts["dropout"])
        else:
            shown = dense(np.repeat(np.arange(len(profiles)), np.diff(noisy[0])), noisy[1], noisy[2], len(profiles))
        code = torch.tanh(shown @ encoder + encoder_bias)
        scores = torch.cat([code, joined], 1) @ decoder.T + decoder_bias
        return -(clean * torch.log_softmax(scores, 1)).sum(1).mean()
    if noisy is None:
        drawn = np.random.random(len(places)) < kept
        counts = np.bincount(rows[drawn], minlength=len(profiles))
        noisy = (np.concatenate([[0], np.cumsum(counts)]), columns[drawn], normalised[places[drawn]] / np.float32(kept))
    code = torch.tanh(
        torch.nn.functional.embedding_bag(
            torch.from_numpy(noisy[1]),
            encoder,
            torch.from_numpy(noisy[0][:-1]),
            mode="sum",
            per_sample_weights=torch.from_numpy(noisy[2]),
        )
        + encoder_bias
    )
    whole = torch.cat([code, joined], 1)
    sparse = (torch.from_numpy(part) for part in (rows, columns, targets))
    return LossInPlace.apply(whole, decoder, decoder_bias, *sparse)


steps = 0


def epoch(number, given):
    global steps
    if given:
        order = array(f"order-{number}", np.int32).astype(np.int64)
        noise = [
            array(f"noisy-{part}-{number}", kind)
            for part, kind in (("offsets", np.int32), ("indices", np.int32), ("values", np.float32))
        ]
        starts, columns = noise[0].astype(np.int64), noise[1].astype(np.int64)
    else:
        order = np.random.permutation(trained)
    total, started, processor = 0.0, time.perf_counter(), time.process_time()
    for start in range(0, len(order), batch):
        profiles = order[start : start + batch]
        noisy = None
        if given:
            first, last = starts[start], starts[start + len(profiles)]
            noisy = (starts[start : start + len(profiles) + 1] - first, columns[first:last], noise[2][first:last])
        steps += 1
        # TensorFlow adds epsilon before the bias correction (Kingma and Ba 2015, end of section 2), PyTorch after it.
        adam.param_groups[0]["eps"] = 1e-8 / (1 - 0.999**steps) ** 0.5
        adam.zero_grad(set_to_none=True)
        loss = loss_of(profiles, noisy)
        loss.backward()
        adam.step()
        total += loss.item() * len(profiles)
    return {
        "seconds": time.perf_counter() - started,
        "processor": time.process_time() - processor,
        "loss": total / len(order),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


for line in sys.stdin:
    command, number = line.split()
    print(json.dumps(epoch(int(number), command == "given")), flush=True)
