#include "tensor.h"

#include <cstdlib>
#include <new>
#include <utility>
#ifdef _WIN32
#include <malloc.h>
#endif

namespace {

constexpr size_t kLine = 64;

}  // namespace

Memory::Memory(size_t bytes) {
  const size_t room = (bytes + 2 * kLine - 1) / kLine * kLine;
#ifdef _WIN32
  data_ = _aligned_malloc(room, kLine);
#else
  data_ = std::aligned_alloc(kLine, room);
#endif
  if (data_ == nullptr) throw std::bad_alloc();
}

Memory::~Memory() {
#ifdef _WIN32
  _aligned_free(data_);
#else
  std::free(data_);
#endif
}

Tensor::Tensor(Type type, std::vector<int64_t> shape) : type_(type), shape_(std::move(shape)), memory_(std::make_shared<Memory>(bytes())) {}

Tensor::Tensor(const Tensor& source, std::vector<int64_t> shape) : type_(source.type_), shape_(std::move(shape)), memory_(source.memory_) {}

int64_t Tensor::count() const {
  int64_t product = 1;
  for (const int64_t size : shape_) product *= size;
  return product;
}
