// All operations: ours, named Shelfwise..., and those that tfjs calls by the names of TensorFlow.
#pragma once

#include <string>
#include <vector>

#include "call.h"

// The comment above each definition names its inputs and outputs.
void multinomialLoss(Call& call);
void multinomialLossGradient(Call& call);
void multinomialLossStep(Call& call);
void loweredMultinomialLoss(Call& call);
void loweredMultinomialLossGradient(Call& call);
void loweredMultinomialLossStep(Call& call);
void adam(Call& call);
void sparseProduct(Call& call);
void sparseTransposedProduct(Call& call);
void scores(Call& call);
void scoresOfItems(Call& call);
void factorGram(Call& call);
void improveFactors(Call& call);
void nearestTitles(Call& call);
void sparseScores(Call& call);
void filterScores(Call& call);
void ridgeMatrix(Call& call);
void sweep(Call& call);
void mirror(Call& call);
void linksOfTitles(Call& call);
void linksOfProfiles(Call& call);
void linkedScores(Call& call);
void bestItems(Call& call);
void bestOfMixtures(Call& call);
void mixedScores(Call& call);
void bestMixed(Call& call);

/**
 * Runs an operation.
 * @throws WrongInput if the name is unknown or an input does not fit; its text begins with the name
 * @throws std::bad_alloc
 */
std::vector<Tensor> runOperation(const std::string& name, std::vector<Tensor*> inputs, const Options& options);

/** The instruction set in use: the best of "avx512-bf16", "avx512-vnni", "avx512" and "avx2" that the processor has, else "plain"; "neon" on ARM. */
const char* instructionSet();

/** Switches to another one, for tests: the bits are the same. False if the processor does not have it. */
bool setInstructionSet(const char* name);
