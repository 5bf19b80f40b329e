// Entry point from Node: loading the addon registers its operations with the TensorFlow of this process.
#include <node_api.h>

#include "operations.h"
#include "threads.h"

namespace {

napi_value setThreadsOf(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  double threads = 0;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  if (count < 1 || napi_get_value_double(env, argument, &threads) != napi_ok || !(threads >= 0 && threads <= 1024)) {
    napi_throw_range_error(env, nullptr, "setThreads takes a number from 0 (one a processor) to 1024");
    return nullptr;
  }
  setThreads(static_cast<int>(threads));
  return nullptr;
}

napi_value setInstructionSetOf(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  char name[16];
  size_t length = 0;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  napi_value isSet;
  const bool isText = count == 1 && napi_get_value_string_utf8(env, argument, name, sizeof name, &length) == napi_ok;
  napi_get_boolean(env, isText && setInstructionSet(name), &isSet);
  return isSet;
}

}  // namespace

NAPI_MODULE_INIT() {
  napi_value value;
  if (const char* problem = registerOperations()) {
    napi_throw_error(env, nullptr, problem);
    return nullptr;
  }
  napi_create_string_utf8(env, instructionSet(), NAPI_AUTO_LENGTH, &value);
  napi_set_named_property(env, exports, "instructionSet", value);
  napi_create_function(env, "setThreads", NAPI_AUTO_LENGTH, setThreadsOf, nullptr, &value);
  napi_set_named_property(env, exports, "setThreads", value);
  napi_create_function(env, "setInstructionSet", NAPI_AUTO_LENGTH, setInstructionSetOf, nullptr, &value);
  napi_set_named_property(env, exports, "setInstructionSet", value);
  return exports;
}
