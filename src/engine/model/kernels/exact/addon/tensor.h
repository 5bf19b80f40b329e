// A tensor: a type, a shape, and memory that other tensors of the same numbers may share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

/** The types that tfjs has for numbers, by their values in TensorFlow's C interface (TF_DataType), which tfjs-node passes through. */
enum class Type : int32_t { kFloat = 1, kInt32 = 3, kBool = 10 };

/** Bytes of one number. */
constexpr size_t sizeOf(Type type) { return type == Type::kBool ? 1 : 4; }

/** Memory that starts at a whole line of the cache, with room for a vector read that begins at the last number. */
class Memory {
 public:
  /** @throws std::bad_alloc */
  explicit Memory(size_t bytes);
  ~Memory();
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  void* data() const { return data_; }

 private:
  void* data_;
};

class Tensor {
 public:
  Tensor() = default;
  /** With memory of its own, whose numbers are not set. @throws std::bad_alloc */
  Tensor(Type type, std::vector<int64_t> shape);
  /** The same numbers in another shape, in the same memory. */
  Tensor(const Tensor& source, std::vector<int64_t> shape);

  Type type() const { return type_; }
  const std::vector<int64_t>& shape() const { return shape_; }
  int64_t rank() const { return static_cast<int64_t>(shape_.size()); }
  int64_t count() const;
  size_t bytes() const { return static_cast<size_t>(count()) * sizeOf(type_); }
  void* data() const { return memory_->data(); }

 private:
  Type type_ = Type::kFloat;
  std::vector<int64_t> shape_;
  std::shared_ptr<Memory> memory_;
};
