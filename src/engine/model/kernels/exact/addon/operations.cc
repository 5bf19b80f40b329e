// All operations: their names in TensorFlow, inputs, outputs, and implementations.
#include "operations.h"

#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "call.h"
#include "tensorflow/c/ops.h"

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

/** The callback for TensorFlow: lets no exception pass through it. */
template <void (*operation)(Call&)>
void compute(void*, TF_OpKernelContext* context) {
  Call call(context);
  try {
    operation(call);
  } catch (const WrongShape& wrong) {
    call.fail(wrong.what);
  } catch (const std::bad_alloc&) {
    call.fail("there is not enough memory");
  } catch (const std::exception& other) {
    call.fail(other.what());
  }
}

struct Operation {
  const char* name;
  std::vector<const char*> inputs;
  std::vector<const char*> outputs;
  void (*compute)(void*, TF_OpKernelContext*);
};

const Operation kOperations[] = {
    {"ShelfwiseMultinomialLoss",
     {"code: float", "decoder: float", "bias: float", "offsets: int32", "indices: int32", "values: float"},
     {"losses: float", "factors: float", "bracket: float"},
     compute<multinomialLoss>},
    {"ShelfwiseMultinomialLossGradient",
     {"code: float", "decoder: float", "bracket: float", "factors: float"},
     {"code_gradient: float", "decoder_gradient: float", "bias_gradient: float"},
     compute<multinomialLossGradient>},
    {"ShelfwiseMultinomialLossStep",
     {"code: float", "decoder: float", "bracket: float", "factors: float", "first_moment: float",
      "second_moment: float", "numbers: float"},
     {"code_gradient: float", "bias_gradient: float"},
     compute<multinomialLossStep>},
    {"ShelfwiseLoweredMultinomialLoss",
     {"code: float", "decoder: float", "bias: float", "offsets: int32", "indices: int32", "values: float"},
     {"losses: float", "factors: float", "bracket: float"},
     compute<loweredMultinomialLoss>},
    {"ShelfwiseLoweredMultinomialLossGradient",
     {"code: float", "decoder: float", "bracket: float", "factors: float"},
     {"code_gradient: float", "decoder_gradient: float", "bias_gradient: float"},
     compute<loweredMultinomialLossGradient>},
    {"ShelfwiseLoweredMultinomialLossStep",
     {"code: float", "decoder: float", "bracket: float", "factors: float", "first_moment: float",
      "second_moment: float", "numbers: float"},
     {"code_gradient: float", "bias_gradient: float"},
     compute<loweredMultinomialLossStep>},
    {"ShelfwiseAdam",
     {"parameter: float", "first_moment: float", "second_moment: float", "gradient: float", "numbers: float"},
     {},
     compute<adam>},
    {"ShelfwiseSparseProduct",
     {"offsets: int32", "indices: int32", "values: float", "dense: float"},
     {"product: float"},
     compute<sparseProduct>},
    {"ShelfwiseSparseTransposedProduct",
     {"offsets: int32", "indices: int32", "values: float", "dense: float", "columns: int32"},
     {"product: float"},
     compute<sparseTransposedProduct>},
    {"ShelfwiseScores", {"code: float", "decoder: float", "bias: float"}, {"scores: float"}, compute<scores>},
    {"ShelfwiseScoresOfItems",
     {"code: float", "decoder: float", "bias: float", "items: int32"},
     {"scores: float"},
     compute<scoresOfItems>},
    {"ShelfwiseBestItems",
     {"code: float", "decoder: float", "bias: float", "watched_offsets: int32", "watched: int32", "count: int32"},
     {"items: int32", "scores: float", "broken: int32"},
     compute<bestItems>},
    {"ShelfwiseHalfMultinomialLoss",
     {"scores: bfloat16", "bias: float", "offsets: int32", "indices: int32", "values: float"},
     {"losses: float", "factors: float", "bracket: bfloat16"},
     compute<halfMultinomialLoss>},
    {"ShelfwiseHalfBiasGradient",
     {"bracket: bfloat16", "factors: float"},
     {"gradient: float"},
     compute<halfBiasGradient>},
    {"ShelfwiseFactorGram", {"others: float", "scale: float"}, {"gram: float"}, compute<factorGram>},
    {"ShelfwiseImproveFactors",
     {"own: float", "others: float", "gram: float", "offsets: int32", "indices: int32", "values: float",
      "ridges: float", "steps: int32"},
     {"improved: float"},
     compute<improveFactors>},
    {"ShelfwiseNearestTitles",
     {"offsets: int32", "indices: int32", "values: float", "watched_norms: float", "candidate_norms: float",
      "damping: float", "count: int32"},
     {"nearest_offsets: int32", "nearest: int32", "similarities: float"},
     compute<nearestTitles>},
    {"ShelfwiseSparseScores",
     {"offsets: int32", "indices: int32", "values: float", "weight_offsets: int32", "weight_indices: int32",
      "weights: float", "columns: int32"},
     {"scores: float"},
     compute<sparseScores>},
    {"ShelfwiseFilterScores",
     {"offsets: int32", "indices: int32", "values: float", "there_offsets: int32", "there_indices: int32",
      "there: float", "back_offsets: int32", "back_indices: int32", "back: float"},
     {"scores: float"},
     compute<filterScores>},
    {"ShelfwiseRidgeMatrix",
     {"offsets: int32", "indices: int32", "values: float", "columns: int32", "ridge: float"},
     {"matrix: float"},
     compute<ridgeMatrix>},
    {"ShelfwiseSweep", {"matrix: float", "from: int32", "least: float"}, {"is_definite: int32"}, compute<sweep>},
    {"ShelfwiseMirror", {"matrix: float"}, {"done: int32"}, compute<mirror>},
    {"ShelfwiseLinksOfTitles",
     {"inverse: float", "asked: int32"},
     {"link_offsets: int32", "links: int32", "multipliers: float", "counts: int32", "is_sound: int32"},
     compute<linksOfTitles>},
    {"ShelfwiseLinksOfProfiles",
     {"offsets: int32", "indices: int32", "values: float", "titles: int32", "inverse: float", "asked: int32"},
     {"link_offsets: int32", "links: int32", "multipliers: float", "counts: int32", "is_sound: int32"},
     compute<linksOfProfiles>},
    {"ShelfwiseLinkedScores",
     {"offsets: int32", "indices: int32", "values: float", "link_offsets: int32", "links: int32", "multipliers: float"},
     {"scores: float"},
     compute<linkedScores>},
    {"ShelfwiseBestOfMixtures",
     {"own: float", "first: float", "second: float", "trend: float", "watched_offsets: int32", "watched: int32",
      "mixtures: int32", "numbers: int32"},
     {"items: int32", "is_left: int32"},
     compute<bestOfMixtures>},
    {"ShelfwiseMixedScores",
     {"own: float", "first: float", "second: float", "peers: float", "conditions: float", "trend: float",
      "offsets: int32", "shares: int32", "numbers: int32"},
     {"scores: float"},
     compute<mixedScores>},
    {"ShelfwiseBestMixed",
     {"own: float", "first: float", "second: float", "peers: float", "conditions: float", "trend: float",
      "offsets: int32", "shares: int32", "numbers: int32", "excluded_offsets: int32", "excluded: int32"},
     {"items: int32", "scores: float", "broken: int32"},
     compute<bestMixed>},
};

void shapesUnknown(TF_ShapeInferenceContext* context, TF_Status* status) {
  TF_ShapeInferenceContextSetUnknownShape(context, status);
}

std::string registerOperation(const Operation& operation) {
  TF_Status* status = TF_NewStatus();
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(operation.name);
  for (const char* input : operation.inputs) TF_OpDefinitionBuilderAddInput(definition, input);
  for (const char* output : operation.outputs) TF_OpDefinitionBuilderAddOutput(definition, output);
  TF_OpDefinitionBuilderSetIsStateful(definition, true);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, shapesUnknown);
  TF_RegisterOpDefinition(definition, status);
  if (TF_GetCode(status) == TF_OK) {
    TF_KernelBuilder* kernel = TF_NewKernelBuilder(operation.name, "CPU", nullptr, operation.compute, nullptr);
    TF_RegisterKernelBuilder(operation.name, kernel, status);
  }
  const std::string problem = TF_GetCode(status) == TF_OK ? "" : TF_Message(status);
  TF_DeleteStatus(status);
  return problem;
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

const char* registerOperations() {
  static const std::string problem = [] {
    for (const Operation& operation : kOperations) {
      const std::string found = registerOperation(operation);
      if (!found.empty()) return std::string(operation.name) + ": " + found;
    }
    return std::string();
  }();
  return problem.empty() ? nullptr : problem.c_str();
}
