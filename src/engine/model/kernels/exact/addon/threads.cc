#include "threads.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "processor.h"

namespace {

/** Checks for new work before a thread goes to sleep: about 20 microseconds, which is less than waking it up costs. */
constexpr int kLooks = 2000;

/** One operation. A helper that arrives late finds no part left and touches nothing else of it. */
struct Job {
  const std::function<void(int64_t)>* work;
  int64_t parts;
  std::atomic<int64_t> next{0};
  std::atomic<int64_t> done{0};
  std::mutex failing;
  /** The exception of the first part that failed: the caller rethrows it when no other part is being worked on. */
  std::exception_ptr failure;

  void takeParts() {
    for (int64_t part = next.fetch_add(1); part < parts; part = next.fetch_add(1)) {
      try {
        (*work)(part);
      } catch (...) {
        const std::lock_guard<std::mutex> lock(failing);
        if (!failure) failure = std::current_exception();
      }
      done.fetch_add(1, std::memory_order_release);
    }
  }
};

class Pool {
 public:
  /** If the system grants fewer threads, those do the work. */
  explicit Pool(int threads) {
    try {
      for (; helpers_ < threads - 1; helpers_++) std::thread([this] { serve(); }).detach();
    } catch (const std::system_error&) {
    }
  }

  void run(int64_t parts, const std::function<void(int64_t)>& work) {
    const PlainNumbers plain;
    if (helpers_ == 0 || parts <= 1) {
      for (int64_t part = 0; part < parts; part++) work(part);
      return;
    }
    const auto job = std::make_shared<Job>();
    job->work = &work;
    job->parts = parts;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      job_ = job;
      round_.fetch_add(1, std::memory_order_release);
    }
    wake_.notify_all();
    job->takeParts();
    // On a busy computer the other threads may not be running at all: then they need this core.
    for (int look = 0; job->done.load(std::memory_order_acquire) < parts; look++)
      if (look < kLooks)
        pauseLoop();
      else
        std::this_thread::yield();
    if (job->failure) std::rethrow_exception(job->failure);
  }

 private:
  void serve() {
    const PlainNumbers plain;
    uint64_t seen = 0;
    for (;;) {
      for (int look = 0; look < kLooks && round_.load(std::memory_order_acquire) == seen; look++) pauseLoop();
      std::shared_ptr<Job> job;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        wake_.wait(lock, [&] { return round_.load(std::memory_order_acquire) != seen; });
        seen = round_.load(std::memory_order_acquire);
        job = job_;
      }
      job->takeParts();
    }
  }

  int helpers_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::atomic<uint64_t> round_{0};
  std::shared_ptr<Job> job_;
};

std::mutex owner;
std::atomic<int> wanted{0};
/** Never destroyed: a process that ends does not wait for its threads. A smaller number leaves threads asleep. */
Pool* pool = nullptr;

}  // namespace

void setThreads(int count) {
  const std::lock_guard<std::mutex> lock(owner);
  if (count == wanted) return;
  wanted = count;
  pool = nullptr;
}

int threadCount() { return wanted > 0 ? wanted.load() : static_cast<int>(std::max(1u, std::thread::hardware_concurrency())); }

void forEachPart(int64_t parts, const std::function<void(int64_t)>& work) {
  const std::lock_guard<std::mutex> lock(owner);
  if (pool == nullptr) pool = new Pool(threadCount());
  pool->run(parts, work);
}
