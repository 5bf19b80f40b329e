// Compiled for each instruction set. For x86: plain, AVX2 with FMA, AVX-512, with VNNI added, and with VNNI and bfloat16 added; for ARM: NEON. Must not include the standard library: the
// linker would keep one copy of an inline function for all variants, and a processor without AVX-512 would crash in it.
#include "arithmetic.h"

#include "dense.h"
#include "factors.h"
#include "gradients.h"
#include "inverse.h"
#include "lowered.h"
#include "mixed-rows.h"
#include "mixing.h"
#include "scoring.h"
#include "sparse.h"
#ifdef __AVX512VNNI__
#include "shortlist.h"
#endif

#if defined(__AVX512BF16__)
extern const Arithmetic kAvx512Bfloat16 = {"avx512-bf16",
#elif defined(__AVX512VNNI__)
extern const Arithmetic kAvx512Vnni = {"avx512-vnni",
#elif defined(__AVX512F__)
extern const Arithmetic kAvx512 = {"avx512",
#elif defined(__AVX2__)
extern const Arithmetic kAvx2 = {"avx2",
#elif defined(__aarch64__)
extern const Arithmetic kNeon = {"neon",
#else
extern const Arithmetic kPlain = {"plain",
#endif
                                 exponentials,
                                 maxima,
                                 scores,
                                 best,
                                 scoresOfItems,
                                 gradientOfCode,
                                 gradientOfItems,
                                 stepOfItems,
                                 pairRows,
                                 loweredExponentials,
                                 loweredMaxima,
                                 loweredGradientOfItems,
                                 loweredStepOfItems,
                                 adam,
                                 sparseProduct,
                                 denseProduct,
                                 exponentialsOf,
                                 factorGram,
                                 improveFactors,
                                 sweepFactors,
                                 sweepRows,
                                 subtractTimes,
                                 momentsOfRows,
                                 standardise,
                                 mixRow,
                                 placesFrom,
                                 mixRows,
                                 bestOfRow,
#ifdef __AVX512VNNI__
                                 unitMaxima,
                                 lowerItems,
                                 lowerRows,
                                 bestByShortlist
#else
                                 nullptr,
                                 nullptr,
                                 nullptr,
                                 nullptr
#endif
};
