/** The environment variables of a process that computes, and the names under which records store what computed. */

/**
 * Makes glibc keep large blocks and ask for huge pages, instead of taking 20 MB from the system and returning them at every operation
 * (docs/decisions/0020-kernels-of-our-own.md). It reads this when a process begins, so it helps forked trainers; elsewhere it has no effect.
 */
const ALLOCATOR =
  'glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=4294967296:glibc.malloc.hugetlb=1';

/** The variables to start a process with. */
export const computingEnvironment = (): Record<string, string> => ({
  GLIBC_TUNABLES: process.env['GLIBC_TUNABLES'] ?? ALLOCATOR,
});

/** The record's name for the kernels that computed a run: `exact` (ours); in records of earlier versions also `tensorflow`. */
export const KERNELS = 'SHELFWISE_KERNELS';

/** The record's name for products that are not in 32 bits: `exact-bfloat16`. */
export const PRODUCTS = 'SHELFWISE_PRODUCTS';
