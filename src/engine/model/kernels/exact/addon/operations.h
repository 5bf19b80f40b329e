// The kernels as operations of TensorFlow, so that tensors never leave it.
#pragma once

class Call;

// The comment above each definition names its inputs and outputs.
void multinomialLoss(Call& call);
void multinomialLossGradient(Call& call);
void multinomialLossStep(Call& call);
void loweredMultinomialLoss(Call& call);
void loweredMultinomialLossGradient(Call& call);
void loweredMultinomialLossStep(Call& call);
void halfMultinomialLoss(Call& call);
void halfBiasGradient(Call& call);
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

/** Registers all operations with TensorFlow, once per process. Returns an error, or null. */
const char* registerOperations();

/** The instruction set in use: the best of "avx512-bf16", "avx512-vnni", "avx512" and "avx2" that the processor has, else "plain"; "neon" on ARM. */
const char* instructionSet();

/** Switches to another one, for tests: the bits are the same. False if the processor does not have it. */
bool setInstructionSet(const char* name);
