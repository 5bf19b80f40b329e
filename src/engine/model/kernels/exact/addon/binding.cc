// Entry point from Node: what the JavaScript of @tensorflow/tfjs-node calls (its dist/tfjs_binding.d.ts), and settings of our own.
#include <node_api.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "operations.h"
#include "threads.h"

namespace {

/** The kinds of an option, by their values in TensorFlow's C interface (TF_AttrType). */
enum class OptionKind : int32_t { kText = 0, kWhole = 1, kNumber = 2, kTruth = 3, kType = 4, kShape = 5 };

/** The tensors of one Node environment: the main thread's, or a worker's. */
struct Tensors {
  std::unordered_map<int32_t, Tensor> byId;
  int32_t last = 0;

  int32_t add(Tensor tensor) {
    byId.emplace(++last, std::move(tensor));
    return last;
  }

  Tensor* of(int32_t id) {
    const auto found = byId.find(id);
    require(found != byId.end(), "there is no such tensor");
    return &found->second;
  }
};

/** Thrown if Node has an exception of its own waiting. */
struct NodeFailed {};

/** The values of one call from JavaScript. */
class FromNode {
 public:
  FromNode(napi_env env, napi_callback_info info) : env_(env) {
    size_t count = kMost;
    check(napi_get_cb_info(env, info, &count, values_, nullptr, nullptr));
    count_ = count;
  }

  napi_env env() const { return env_; }

  napi_value at(size_t place) const {
    require(place < count_, "an argument is missing");
    return values_[place];
  }

  int32_t whole(napi_value value) const {
    int32_t number = 0;
    check(napi_get_value_int32(env_, value, &number));
    return number;
  }

  double number(napi_value value) const {
    double number = 0;
    check(napi_get_value_double(env_, value, &number));
    return number;
  }

  bool truth(napi_value value) const {
    bool isTrue = false;
    check(napi_get_value_bool(env_, value, &isTrue));
    return isTrue;
  }

  std::string text(napi_value value) const {
    size_t length = 0;
    check(napi_get_value_string_utf8(env_, value, nullptr, 0, &length));
    std::string text(length, 0);
    check(napi_get_value_string_utf8(env_, value, text.data(), length + 1, &length));
    return text;
  }

  napi_value property(napi_value object, const char* name) const {
    napi_value value;
    check(napi_get_named_property(env_, object, name, &value));
    return value;
  }

  std::vector<napi_value> elements(napi_value array) const {
    uint32_t length = 0;
    check(napi_get_array_length(env_, array, &length));
    std::vector<napi_value> all(length);
    for (uint32_t place = 0; place < length; place++) check(napi_get_element(env_, array, place, &all[place]));
    return all;
  }

  /** What every binding of ours checks: a wrong argument is an exception of Node or of ours, and never a crash. */
  static void check(napi_status status) {
    if (status == napi_pending_exception) throw NodeFailed{};
    require(status == napi_ok, "an argument has the wrong type");
  }

 private:
  static constexpr size_t kMost = 4;
  napi_env env_;
  napi_value values_[kMost];
  size_t count_;
};

Tensors& tensorsOf(napi_env env) {
  void* data = nullptr;
  napi_get_instance_data(env, &data);
  return *static_cast<Tensors*>(data);
}

/** A function for Node: what it throws becomes an Error there. */
template <napi_value (*function)(const FromNode&)>
napi_value forNode(napi_env env, napi_callback_info info) {
  std::string problem;
  try {
    return function(FromNode(env, info));
  } catch (const NodeFailed&) {
    return nullptr;
  } catch (const WrongInput& wrong) {
    problem = wrong.what;
  } catch (const std::bad_alloc&) {
    problem = "there is not enough memory";
  } catch (const std::exception& other) {
    problem = other.what();
  }
  napi_throw_error(env, nullptr, problem.c_str());
  return nullptr;
}

napi_value wholeFor(napi_env env, int64_t number) {
  napi_value value;
  FromNode::check(napi_create_int64(env, number, &value));
  return value;
}

Type typeOf(int32_t number) {
  const Type type = static_cast<Type>(number);
  require(type == Type::kFloat || type == Type::kInt32 || type == Type::kBool, "tensors are of float32, int32 or bool");
  return type;
}

std::vector<int64_t> shapeOf(const FromNode& given, napi_value array) {
  std::vector<int64_t> shape;
  int64_t count = 1;
  for (napi_value value : given.elements(array)) {
    const double size = given.number(value);
    require(size >= 0 && size <= kMostOfDimension && size == static_cast<double>(static_cast<int64_t>(size)), "a dimension is a whole number");
    shape.push_back(static_cast<int64_t>(size));
    require(!__builtin_mul_overflow(count, shape.back(), &count) && count <= kMostNumbers, "the tensor would be too large");
  }
  return shape;
}

/** shape, type, numbers (a typed array) -> the ID of a tensor with a copy of them */
napi_value createTensor(const FromNode& given) {
  const Type type = typeOf(given.whole(given.at(1)));
  bool isTyped = false;
  FromNode::check(napi_is_typedarray(given.env(), given.at(2), &isTyped));
  require(isTyped, "numbers of a tensor are a typed array");
  napi_typedarray_type kind;
  size_t length = 0;
  void* data = nullptr;
  FromNode::check(napi_get_typedarray_info(given.env(), given.at(2), &kind, &length, &data, nullptr, nullptr));
  const bool fits = type == Type::kFloat   ? kind == napi_float32_array
                    : type == Type::kInt32 ? kind == napi_int32_array
                                           : kind == napi_uint8_array || kind == napi_uint8_clamped_array;
  require(fits, "the numbers have another type than the tensor");
  Tensor tensor(type, shapeOf(given, given.at(0)));
  require(static_cast<int64_t>(length) == tensor.count(), "the shape has another number of numbers");
  if (length > 0) std::memcpy(tensor.data(), data, tensor.bytes());
  return wholeFor(given.env(), tensorsOf(given.env()).add(std::move(tensor)));
}

/** ID -> nothing */
napi_value deleteTensor(const FromNode& given) {
  require(tensorsOf(given.env()).byId.erase(given.whole(given.at(0))) == 1, "there is no such tensor");
  return nullptr;
}

/** ID -> a copy of the numbers, as a typed array */
napi_value tensorDataSync(const FromNode& given) {
  const napi_env env = given.env();
  const Tensor* tensor = tensorsOf(env).of(given.whole(given.at(0)));
  void* data = nullptr;
  napi_value buffer, array;
  FromNode::check(napi_create_arraybuffer(env, tensor->bytes(), &data, &buffer));
  if (tensor->count() > 0) std::memcpy(data, tensor->data(), tensor->bytes());
  const napi_typedarray_type kind = tensor->type() == Type::kFloat   ? napi_float32_array
                                    : tensor->type() == Type::kInt32 ? napi_int32_array
                                                                     : napi_uint8_array;
  FromNode::check(napi_create_typedarray(env, kind, static_cast<size_t>(tensor->count()), buffer, 0, &array));
  return array;
}

/** The options that change what an operation computes; the others name types that the tensors have anyway. */
Options optionsOf(const FromNode& given, napi_value array) {
  Options options;
  for (napi_value one : given.elements(array)) {
    const std::string name = given.text(given.property(one, "name"));
    napi_value value = given.property(one, "value");
    if (name == "adj_x") options.turnsLeft = given.truth(value);
    else if (name == "adj_y") options.turnsRight = given.truth(value);
    else if (name == "keep_dims") options.keepsDimensions = given.truth(value);
    else if (name == "DstT") options.type = typeOf(given.whole(value));
    else if (name == "batch_dims") require(given.whole(value) == 0, "indices in batches are not supported");
  }
  return options;
}

napi_value metadataFor(napi_env env, Tensors& tensors, Tensor tensor) {
  napi_value object, shape;
  FromNode::check(napi_create_object(env, &object));
  FromNode::check(napi_create_array_with_length(env, tensor.shape().size(), &shape));
  for (size_t dimension = 0; dimension < tensor.shape().size(); dimension++)
    FromNode::check(napi_set_element(env, shape, static_cast<uint32_t>(dimension), wholeFor(env, tensor.shape()[dimension])));
  FromNode::check(napi_set_named_property(env, object, "dtype", wholeFor(env, static_cast<int32_t>(tensor.type()))));
  FromNode::check(napi_set_named_property(env, object, "shape", shape));
  FromNode::check(napi_set_named_property(env, object, "id", wholeFor(env, tensors.add(std::move(tensor)))));
  return object;
}

/** name of the operation, options, IDs of the inputs, number of outputs -> ID, type and shape of each output */
napi_value executeOp(const FromNode& given) {
  const napi_env env = given.env();
  Tensors& tensors = tensorsOf(env);
  const std::string name = given.text(given.at(0));
  std::vector<Tensor*> inputs;
  for (napi_value id : given.elements(given.at(2))) inputs.push_back(tensors.of(given.whole(id)));
  std::vector<Tensor> outputs = runOperation(name, std::move(inputs), optionsOf(given, given.at(1)));
  napi_value array;
  FromNode::check(napi_create_array_with_length(env, outputs.size(), &array));
  for (size_t place = 0; place < outputs.size(); place++)
    FromNode::check(napi_set_element(env, array, static_cast<uint32_t>(place), metadataFor(env, tensors, std::move(outputs[place]))));
  return array;
}

napi_value getNumOfTensors(const FromNode& given) { return wholeFor(given.env(), static_cast<int64_t>(tensorsOf(given.env()).byId.size())); }

napi_value isUsingGpuDevice(const FromNode& given) {
  napi_value value;
  FromNode::check(napi_get_boolean(given.env(), false, &value));
  return value;
}

napi_value setThreadsOf(const FromNode& given) {
  double threads = -1;
  const bool isNumber = napi_get_value_double(given.env(), given.at(0), &threads) == napi_ok;
  require(isNumber && threads >= 0 && threads <= 1024, "setThreads takes a number from 0 (one a processor) to 1024");
  setThreads(static_cast<int>(threads));
  return nullptr;
}

napi_value setInstructionSetOf(const FromNode& given) {
  napi_valuetype type;
  FromNode::check(napi_typeof(given.env(), given.at(0), &type));
  napi_value isSet;
  FromNode::check(napi_get_boolean(given.env(), type == napi_string && setInstructionSet(given.text(given.at(0)).c_str()), &isSet));
  return isSet;
}

struct NamedFunction {
  const char* name;
  napi_callback function;
};

const NamedFunction kFunctions[] = {
    {"createTensor", forNode<createTensor>},         {"deleteTensor", forNode<deleteTensor>},
    {"tensorDataSync", forNode<tensorDataSync>},     {"executeOp", forNode<executeOp>},
    {"getNumOfTensors", forNode<getNumOfTensors>},   {"isUsingGpuDevice", forNode<isUsingGpuDevice>},
    {"setThreads", forNode<setThreadsOf>},           {"setInstructionSet", forNode<setInstructionSetOf>},
};

struct NamedNumber {
  const char* name;
  int32_t number;
};

const NamedNumber kNumbers[] = {
    // Types of TensorFlow's C interface (TF_DataType); tensors of the last four are refused.
    {"TF_FLOAT", static_cast<int32_t>(Type::kFloat)},
    {"TF_INT32", static_cast<int32_t>(Type::kInt32)},
    {"TF_BOOL", static_cast<int32_t>(Type::kBool)},
    {"TF_UINT8", 4},
    {"TF_STRING", 7},
    {"TF_COMPLEX64", 8},
    {"TF_INT64", 9},
    {"TF_RESOURCE", 20},
    {"TF_ATTR_STRING", static_cast<int32_t>(OptionKind::kText)},
    {"TF_ATTR_INT", static_cast<int32_t>(OptionKind::kWhole)},
    {"TF_ATTR_FLOAT", static_cast<int32_t>(OptionKind::kNumber)},
    {"TF_ATTR_BOOL", static_cast<int32_t>(OptionKind::kTruth)},
    {"TF_ATTR_TYPE", static_cast<int32_t>(OptionKind::kType)},
    {"TF_ATTR_SHAPE", static_cast<int32_t>(OptionKind::kShape)},
};

/** What takes the place of TensorFlow's version in records. It changes with what an operation computes, together with the recipe version. */
constexpr const char* kVersion = "shelfwise-4";

void fillExports(napi_env env, napi_value exports) {
  for (const auto& [name, function] : kFunctions) {
    napi_value value;
    FromNode::check(napi_create_function(env, name, NAPI_AUTO_LENGTH, function, nullptr, &value));
    FromNode::check(napi_set_named_property(env, exports, name, value));
  }
  for (const auto& [name, number] : kNumbers) FromNode::check(napi_set_named_property(env, exports, name, wholeFor(env, number)));
  for (const auto& [name, text] : {std::pair{"instructionSet", instructionSet()}, std::pair{"TF_Version", kVersion}}) {
    napi_value value;
    FromNode::check(napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value));
    FromNode::check(napi_set_named_property(env, exports, name, value));
  }
}

}  // namespace

NAPI_MODULE_INIT() {
  try {
    auto tensors = std::make_unique<Tensors>();
    FromNode::check(napi_set_instance_data(env, tensors.get(), [](napi_env, void* data, void*) { delete static_cast<Tensors*>(data); }, nullptr));
    tensors.release();
    fillExports(env, exports);
    return exports;
  } catch (const NodeFailed&) {
    return nullptr;
  } catch (const WrongInput& wrong) {
    napi_throw_error(env, nullptr, wrong.what.c_str());
    return nullptr;
  }
}
