// Threads that share the parts of one operation. Their number changes no bit: every thread computes a part alike.
#pragma once

#include <cstdint>
#include <functional>

/** Sets the number of threads; 0 is one per processor that this process may use. */
void setThreads(int count);

int threadCount();

/** Calls `work(part)` once for each part, in any order and on any thread, and returns when all are done. */
void forEachPart(int64_t parts, const std::function<void(int64_t)>& work);
