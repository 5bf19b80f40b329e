// What differs between processors beside vectors: how numbers near zero are treated, a pause in a loop that waits, and which instructions there are.
#pragma once

#include <cstdint>

#if defined(__x86_64__)

#include <cpuid.h>
#include <xmmintrin.h>

using FloatingControl = unsigned;
/** All exceptions masked, rounding to the nearest, denormal numbers kept. */
constexpr FloatingControl kPlainNumbers = 0x1f80;
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
/** Rounding to the nearest, denormal numbers kept: those of ARM would be flushed before rounding, those of x86 after it. */
constexpr FloatingControl kPlainNumbers = 0;
inline FloatingControl floatingControl() {
  FloatingControl control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  return control;
}
inline void setFloatingControl(FloatingControl control) { __asm__ volatile("msr fpcr, %0" : : "r"(control)); }
inline void pauseLoop() { __asm__ volatile("yield"); }

#endif

/**
 * While this exists, numbers are those of IEEE 754, whatever this thread was set to: rounded to the nearest, and denormal ones kept. Anything else
 * differs between processors.
 */
class PlainNumbers {
 public:
  PlainNumbers() : before_(floatingControl()) { setFloatingControl(kPlainNumbers); }
  ~PlainNumbers() { setFloatingControl(before_); }
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;

 private:
  FloatingControl before_;
};
