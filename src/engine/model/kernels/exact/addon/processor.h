// What differs between processors beside vectors: how numbers near zero are treated, a pause in a loop that waits, and which instructions there are.
#pragma once

#include <cstdint>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/** Bits of the control register: denormal numbers are zero as inputs and as results. */
using FloatingControl = unsigned;
constexpr FloatingControl kFlush = 0x8040;
inline FloatingControl floatingControl() { return _mm_getcsr(); }
inline void setFloatingControl(FloatingControl control) { _mm_setcsr(control); }
inline void pauseLoop() { _mm_pause(); }

/**
 * What processor and system offer together: the system has to save the registers. Asks the processor itself, because the functions of compilers for
 * that answer false in some of their run-time libraries.
 */
struct Instructions {
  bool avx2 = false;
  bool avx512 = false;
  bool vnni = false;
  bool bfloat16 = false;

  Instructions() {
    unsigned eax, ebx, ecx, edx;
    if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx)) return;
    const bool savesRegisters = (ecx >> 27 & 1) != 0;
    const bool multipliesAndAdds = (ecx >> 12 & 1) != 0;
    if (!savesRegisters || !multipliesAndAdds) return;
    const uint64_t saved = savedRegisters();
    unsigned more;
    if ((saved & 0x6) != 0x6 || !__get_cpuid_count(7, 0, &eax, &ebx, &more, &edx)) return;
    avx2 = (ebx >> 5 & 1) != 0;
    if ((saved & 0xe6) != 0xe6) return;
    constexpr unsigned kFoundation = 1u << 16, kDoublewords = 1u << 17, kBytes = 1u << 30, kLengths = 1u << 31;
    constexpr unsigned kAll = kFoundation | kDoublewords | kBytes | kLengths;
    avx512 = (ebx & kAll) == kAll;
    vnni = avx512 && (more >> 11 & 1) != 0;
    unsigned last;
    bfloat16 = vnni && __get_cpuid_count(7, 1, &last, &ebx, &ecx, &edx) && (last >> 5 & 1) != 0;
  }

 private:
  static uint64_t savedRegisters() {
    unsigned low, high;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return static_cast<uint64_t>(high) << 32 | low;
  }
};

#else

using FloatingControl = uint64_t;
/** One bit for inputs and results. ARM flushes a result before it is rounded, x86 after. */
constexpr FloatingControl kFlush = uint64_t{1} << 24;
inline FloatingControl floatingControl() {
  FloatingControl control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  return control;
}
inline void setFloatingControl(FloatingControl control) { __asm__ volatile("msr fpcr, %0" : : "r"(control)); }
inline void pauseLoop() { __asm__ volatile("yield"); }

#endif
