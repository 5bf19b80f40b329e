// Threads that share the parts of one operation. How many there are changes no bit: a part is computed alike whoever does it.
#pragma once

#include <cstdint>
#include <functional>

/** How many threads take part from now on; 0 is one a processor that this process may use. */
void setThreads(int count);

int threadCount();

/** Calls `work(part)` once for each part, in any order and on any thread, and comes back when all are done. */
void forEachPart(int64_t parts, const std::function<void(int64_t)>& work);
