"""Makes the lists of a run from nothing but its bundle with data, and compares their hash with the one in its record.

    python3 tests/from-docs/lists.py BUNDLE.zip

The rule of this file: it is written from docs/ alone (docs/run-format.md, "Lists from a bundle", above all), by somebody who
had not read src, with numpy and nothing of Shelfwise. What the pages did not say was found out from bundles and added to them.
Where the two disagree, the page is what is mended. It computes in 64 bits what Shelfwise computes in 32, and ends with 0 where
weights and lists have the hashes of the record, with 1 where not.
"""

import hashlib
import json
import struct
import sys
import zipfile

import numpy as np
from parquet import column

LENGTH = 25
STEERING = {"scoring.hidden": 0, "scoring.neighbourShare": 0, "scoring.directions": "", "scoring.condition": 1}


def tensors(data):
    """The tensors of a safetensors file, by name; floats in 64 bits."""
    size = struct.unpack("<Q", data[:8])[0]
    found = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__":
            values = np.frombuffer(data[8 + size :][slice(*entry["data_offsets"])], {"F32": "<f4", "I32": "<i4"}[entry["dtype"]])
            found[name] = values.reshape(entry["shape"]).astype(float if entry["dtype"] == "F32" else np.int64)
    return found


def weights_hash(data):
    """The hash of the tensors of a safetensors file, in the order of its header."""
    size, hashed = struct.unpack("<Q", data[:8])[0], hashlib.sha256()
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__":
            hashed.update(f"{name} {'x'.join(map(str, entry['shape']))} {entry['dtype']}\n".encode())
            hashed.update(data[8 + size :][slice(*entry["data_offsets"])])
    return hashed.hexdigest()


def histories(files, recipe, vocabulary):
    """Profiles x titles: how much each title counts for each profile, and a last row for a profile of which nothing is known."""
    place = {item: at for at, item in enumerate(vocabulary["items"])}
    titles = np.array([place.get(item, -1) for item in column(files["dataset/items.parquet"], "id")])
    event = {name: np.array(column(files["dataset/events.parquet"], name)) for name in ("profile", "item", "role", "weight", "trailer", "completion")}
    role, completion = event["role"].astype(int), event["completion"].astype(float)
    share = np.where(role == 1, np.nan_to_num(completion), 1)
    knob = np.array([recipe["data.history"], recipe["data.completion"], recipe["data.purchase"], recipe["data.search"]])
    counts = knob[role] * event["weight"].astype(float) * share * np.where(event["trailer"] == True, recipe["data.trailers"], 1)  # noqa: E712
    taken = counts > 0
    history = np.zeros((len(vocabulary["profiles"]) + 1, len(place)))
    np.add.at(history, (event["profile"][taken].astype(int), titles[event["item"][taken].astype(int)]), counts[taken])
    return {"binary": history > 0, "sum": history, "logarithm": np.log1p(history)}[recipe["data.counting"]].astype(float)


def conditions(files, attributes):
    """Profiles x columns: for each attribute a column for each category, or one for its number, and one for missing."""
    blocks = []
    for number, attribute in enumerate(attributes):
        values = [*column(files["dataset/profiles.parquet"], f"a{number}"), None]
        if attribute["kind"] == "numeric":
            numbers = np.array(values, float)
            missing = np.isnan(numbers)
            known = numbers[~missing]
            centre, spread = (known.mean(), known.std() or 1) if known.size else (0, 1)
            blocks.append(np.column_stack([np.where(missing, 0, (numbers - centre) / spread), missing]))
            continue
        place = {category: at for at, category in enumerate(attribute["categories"])}
        block = np.zeros((len(values), len(place) + 1))
        for row, value in enumerate(values):
            for member in (value if isinstance(value, list) else [value]) or [None]:
                block[row, place.get(member, len(place))] = 1
        blocks.append(block)
    return np.hstack(blocks)


def own_scores(model, recipe, history, condition):
    """What the autoencoder gives each title."""
    total, length = history.sum(1, keepdims=True), np.sqrt((history**2).sum(1, keepdims=True))
    scale = {"l2": length, "l1-l2": np.sqrt(total * length / 8), "none": 1}[recipe["structure.input"]]
    bend = {"tanh": np.tanh, "relu": lambda x: np.maximum(x, 0), "linear": lambda x: x}[recipe["structure.activation"]]
    code = bend(history / np.where(total > 0, scale, 1) @ model["encoder"] + model["encoder.bias"])
    if recipe["structure.condition"] == "network":
        code = np.hstack([code, np.tanh(condition @ model["condition"] + model["condition.bias"])])
    elif recipe["structure.condition"] == "concatenate":
        code = np.hstack([code, condition])
    return code @ model["decoder"].T + model["decoder.bias"]


def companion_scores(kind, part, history):
    """What a companion gives each title; its popularity where it has nothing to say of the profile."""
    popularity, count = part["popularity"], history.shape[1]
    if kind == "als":
        factors, scores = part["items"], np.tile(popularity, (len(history), 1))
        unwatched = part["unwatched"] * factors.T @ factors
        for row in np.flatnonzero(history.sum(1)):
            weight = history[row]
            pull = part["regularisation"] * (weight.sum() + part["unwatched"] * count) * np.eye(factors.shape[1])
            scores[row] = factors @ np.linalg.solve(unwatched + factors.T @ (weight[:, None] * factors) + pull, factors.T @ weight)
        return scores
    links, starts = np.zeros((count, count)), part["offsets"]
    for row in range(count):
        here = slice(starts[row], starts[row + 1])
        if kind == "item-knn":
            links[row, part["candidates"][here]] = part["similarities"][here]
        else:
            packed = part["links"][here] & 0xFFFFFFFF
            links[row, np.cumsum(packed >> 16) - 1] = ((packed & 0xFFFF) << 16).astype("<u4").view("<f4") * part["multipliers"][np.cumsum(packed >> 16) - 1]
    scores = history @ links
    if kind == "item-knn":
        return np.where(scores == 0, popularity / (part["profiles"] + 1) - 1, scores)
    return np.where(history.sum(1, keepdims=True) > 0, scores, popularity)


def mixed(scores, others):
    """Scores with others mixed in: each by its share of the row, in the mean and deviation that the row has."""
    mean, deviation = scores.mean(1, keepdims=True), scores.std(1, keepdims=True)
    result = scores * (1 - sum(share for share, _ in others))
    for share, other in others:
        spread = other.std(1, keepdims=True)
        result += share * (mean + deviation * (other - other.mean(1, keepdims=True)) / np.where(spread > 0, spread, 1))
    return result


def all_scores(model, recipe, history, condition):
    """Profiles x titles: the numbers that rank."""
    scores = own_scores(model, recipe, history, condition)
    watched = (history > 0).sum(1, keepdims=True)
    if "peers" in model:
        peers = model["peers"][0] + condition @ model["peers"][1:]
        scores = mixed(scores, [(model["peers.share"] * 2 / (2 + watched), peers)])
    companions = []
    for kind in ("als", "ease", "item-knn"):
        part = {name[len(kind) + 1 :]: values for name, values in model.items() if name.startswith(f"{kind}/")}
        if part:
            companions.append((model[f"{kind}.share"] * watched / (watched + 5), companion_scores(kind, part, history)))
    return mixed(scores, companions) + model.get("trend", 0)


def main(path):
    with zipfile.ZipFile(path) as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
    record, vocabulary = json.loads(files["run.json"]), json.loads(files["vocabulary.json"])
    attributes, recipe = json.loads(files["dataset/dataset.json"])["profileAttributes"], record["recipe"]
    model = tensors(files["model.safetensors"])
    if recipe["model"] != "dae" or "filter.share" in model or any(recipe[knob] != neutral for knob, neutral in STEERING.items()):
        sys.exit("The script makes lists of the autoencoder, without the linear filter and without settings that steer lists.")
    history = histories(files, recipe, vocabulary)
    scores = all_scores(model, recipe, history, conditions(files, attributes))
    if recipe["scoring.watched"] == "exclude":
        scores[history > 0] = -np.inf
    hashed = hashlib.sha256()
    for profile, row in zip([*vocabulary["profiles"], ""], scores):
        best = [vocabulary["items"][at] for at in np.argsort(-row, kind="stable")[:LENGTH] if row[at] > -np.inf]
        hashed.update(f"{profile}:{','.join(best)}\n".encode())
    made = {"weightsSha256": weights_hash(files["model.safetensors"]), "listsSha256": hashed.hexdigest()}
    print(json.dumps({"lists": len(scores), **made, "asRecorded": [name for name in made if made[name] == record[name]]}))
    return 0 if all(made[name] == record[name] for name in made) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
