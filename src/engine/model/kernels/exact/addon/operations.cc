// All operations: their names, the types of their inputs, and implementations.
#include "operations.h"

#include <cstring>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "plain-operations.h"

namespace {

/** Best first; null after the last that this processor has. */
const Arithmetic* const* available() {
  static const Arithmetic* found[6] = {};
  static const bool isFilled = [] {
#if defined(__aarch64__)
    found[0] = &kNeon;
#else
    const Instructions has;
    const Arithmetic** next = found;
    if (has.bfloat16) *next++ = &kAvx512Bfloat16;
    if (has.vnni) *next++ = &kAvx512Vnni;
    if (has.avx512) *next++ = &kAvx512;
    if (has.avx2) *next++ = &kAvx2;
    *next = &kPlain;
#endif
    return true;
  }();
  return isFilled ? found : nullptr;
}

const Arithmetic*& choice() {
  static const Arithmetic* arithmetic = available()[0];
  return arithmetic;
}

/** An operation of ours. The comment above its definition names its outputs. */
struct Operation {
  const char* name;
  /** Name and type of each input. */
  std::vector<const char*> inputs;
  void (*run)(Call&);
};

const Operation kOperations[] = {
    {"ShelfwiseMultinomialLoss", {"code: float", "decoder: float", "bias: float", "offsets: int32", "indices: int32", "values: float"}, multinomialLoss},
    {"ShelfwiseMultinomialLossGradient", {"code: float", "decoder: float", "bracket: float", "factors: float"}, multinomialLossGradient},
    {"ShelfwiseMultinomialLossStep", {"code: float", "decoder: float", "bracket: float", "factors: float", "first_moment: float", "second_moment: float", "numbers: float"}, multinomialLossStep},
    {"ShelfwiseLoweredMultinomialLoss", {"code: float", "decoder: float", "bias: float", "offsets: int32", "indices: int32", "values: float"}, loweredMultinomialLoss},
    {"ShelfwiseLoweredMultinomialLossGradient", {"code: float", "decoder: float", "bracket: float", "factors: float"}, loweredMultinomialLossGradient},
    {"ShelfwiseLoweredMultinomialLossStep", {"code: float", "decoder: float", "bracket: float", "factors: float", "first_moment: float", "second_moment: float", "numbers: float"}, loweredMultinomialLossStep},
    {"ShelfwiseAdam", {"parameter: float", "first_moment: float", "second_moment: float", "gradient: float", "numbers: float"}, adam},
    {"ShelfwiseSparseProduct", {"offsets: int32", "indices: int32", "values: float", "dense: float"}, sparseProduct},
    {"ShelfwiseSparseTransposedProduct", {"offsets: int32", "indices: int32", "values: float", "dense: float", "columns: int32"}, sparseTransposedProduct},
    {"ShelfwiseScores", {"code: float", "decoder: float", "bias: float"}, scores},
    {"ShelfwiseScoresOfItems", {"code: float", "decoder: float", "bias: float", "items: int32"}, scoresOfItems},
    {"ShelfwiseBestItems", {"code: float", "decoder: float", "bias: float", "watched_offsets: int32", "watched: int32", "count: int32"}, bestItems},
    {"ShelfwiseFactorGram", {"others: float", "scale: float"}, factorGram},
    {"ShelfwiseImproveFactors", {"own: float", "others: float", "gram: float", "offsets: int32", "indices: int32", "values: float", "ridges: float", "steps: int32"}, improveFactors},
    {"ShelfwiseNearestTitles", {"offsets: int32", "indices: int32", "values: float", "watched_norms: float", "candidate_norms: float", "damping: float", "count: int32"}, nearestTitles},
    {"ShelfwiseSparseScores", {"offsets: int32", "indices: int32", "values: float", "weight_offsets: int32", "weight_indices: int32", "weights: float", "columns: int32"}, sparseScores},
    {"ShelfwiseFilterScores", {"offsets: int32", "indices: int32", "values: float", "there_offsets: int32", "there_indices: int32", "there: float", "back_offsets: int32", "back_indices: int32", "back: float"}, filterScores},
    {"ShelfwiseRidgeMatrix", {"offsets: int32", "indices: int32", "values: float", "columns: int32", "ridge: float"}, ridgeMatrix},
    {"ShelfwiseSweep", {"matrix: float", "from: int32", "least: float"}, sweep},
    {"ShelfwiseMirror", {"matrix: float"}, mirror},
    {"ShelfwiseLinksOfTitles", {"inverse: float", "asked: int32"}, linksOfTitles},
    {"ShelfwiseLinksOfProfiles", {"offsets: int32", "indices: int32", "values: float", "titles: int32", "inverse: float", "asked: int32"}, linksOfProfiles},
    {"ShelfwiseLinkedScores", {"offsets: int32", "indices: int32", "values: float", "link_offsets: int32", "links: int32", "multipliers: float"}, linkedScores},
    {"ShelfwiseBestOfMixtures", {"own: float", "others: float", "trend: float", "watched_offsets: int32", "watched: int32", "mixtures: int32", "numbers: int32"}, bestOfMixtures},
    {"ShelfwiseMixedScores", {"own: float", "first: float", "second: float", "peers: float", "conditions: float", "trend: float", "offsets: int32", "shares: int32", "numbers: int32"}, mixedScores},
    {"ShelfwiseBestMixed", {"own: float", "first: float", "second: float", "peers: float", "conditions: float", "trend: float", "offsets: int32", "shares: int32", "numbers: int32", "excluded_offsets: int32", "excluded: int32"}, bestMixed},
};

/** The type after the name of an input: "code: float". */
Type typeIn(const char* input) { return std::strcmp(std::strchr(input, ':') + 2, "float") == 0 ? Type::kFloat : Type::kInt32; }

void requireInputs(const Operation& operation, const Call& call) {
  require(call.inputCount() == static_cast<int>(operation.inputs.size()), "another number of inputs is needed");
  for (int place = 0; place < call.inputCount(); place++)
    if (call.input(place)->type() != typeIn(operation.inputs[place])) throw WrongInput{"an input has the wrong type: " + std::string(operation.inputs[place])};
}

const Operation* operationOf(const std::string& name) {
  static const auto byName = [] {
    std::unordered_map<std::string, const Operation*> all;
    for (const Operation& operation : kOperations) all.emplace(operation.name, &operation);
    return all;
  }();
  const auto found = byName.find(name);
  return found == byName.end() ? nullptr : found->second;
}

}  // namespace

const Arithmetic* chosen() { return choice(); }

const char* instructionSet() { return chosen()->name; }

bool setInstructionSet(const char* name) {
  for (const Arithmetic* const* one = available(); *one != nullptr; one++)
    if (std::strcmp((*one)->name, name) == 0) {
      choice() = *one;
      return true;
    }
  return false;
}

std::vector<Tensor> runOperation(const std::string& name, std::vector<Tensor*> inputs, const Options& options) {
  const PlainNumbers plain;
  try {
    Call call(std::move(inputs), options);
    if (const Operation* operation = operationOf(name)) {
      requireInputs(*operation, call);
      operation->run(call);
    } else {
      const PlainOperation run = plainOperationOf(name);
      require(run != nullptr, "there is no such operation");
      run(call);
    }
    return call.takeOutputs();
  } catch (const WrongInput& wrong) {
    throw WrongInput{name + ": " + wrong.what};
  }
}
