// The kernels as operations of TensorFlow, so that tensors never leave it.
#pragma once

/** Tells TensorFlow of all operations, once a process. Returns what went wrong, or null. */
const char* registerOperations();

/** The instruction set that is computed in: "avx512" where the processor has it, else "avx2", or null where it has neither. */
const char* instructionSet();

/** Computes in another one, for tests: the bits are the same. False where the processor has it not. */
bool setInstructionSet(const char* name);
