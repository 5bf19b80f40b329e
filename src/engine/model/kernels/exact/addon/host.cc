// What the addon needs of the program that loads it: that it stays loaded, and, on Windows, the functions of Node.
#ifdef _WIN32

#include <windows.h>

#include <cstdio>
#include <cstdlib>

/** The functions of Node that the addon calls. One that is missing here is an error when the addon is linked. */
#define NODE_FUNCTIONS(X)            \
  X(napi_create_array_with_length)   \
  X(napi_create_arraybuffer)         \
  X(napi_create_function)            \
  X(napi_create_int64)               \
  X(napi_create_object)              \
  X(napi_create_string_utf8)         \
  X(napi_create_typedarray)          \
  X(napi_get_array_length)           \
  X(napi_get_boolean)                \
  X(napi_get_cb_info)                \
  X(napi_get_element)                \
  X(napi_get_instance_data)          \
  X(napi_get_named_property)         \
  X(napi_get_typedarray_info)        \
  X(napi_get_value_bool)             \
  X(napi_get_value_double)           \
  X(napi_get_value_int32)            \
  X(napi_get_value_string_utf8)      \
  X(napi_is_typedarray)              \
  X(napi_set_element)                \
  X(napi_set_instance_data)          \
  X(napi_set_named_property)         \
  X(napi_throw_error)                \
  X(napi_typeof)

/** Each function jumps to the one of its name in the program, whose arguments and stack it does not touch. */
#define DEFINE(name)            \
  extern "C" void* node_##name; \
  void* node_##name;            \
  extern "C" __attribute__((naked)) void name() { __asm__("jmpq *node_" #name "(%rip)"); }
NODE_FUNCTIONS(DEFINE)
#undef DEFINE

namespace {

/**
 * In the program itself, whatever its name is. A library to link against would name node.exe, and Windows would refuse the addon in a program of
 * another name.
 */
void* functionOfNode(const char* name) {
  void* const found = reinterpret_cast<void*>(GetProcAddress(GetModuleHandleA(nullptr), name));
  if (found == nullptr) {
    std::fprintf(stderr, "Shelfwise's addon is loaded by a program without Node's function %s.\n", name);
    std::abort();
  }
  return found;
}

const struct FindFunctions {
  FindFunctions() {
#define FIND(name) node_##name = functionOfNode(#name);
    NODE_FUNCTIONS(FIND)
#undef FIND
  }
} findFunctions;

void stayLoaded(const void* inside) {
  HMODULE own;
  GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, static_cast<LPCSTR>(inside), &own);
}

#else

#include <dlfcn.h>

namespace {

void stayLoaded(const void* inside) {
  Dl_info own;
  if (dladdr(inside, &own) != 0) dlopen(own.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
}

#endif

/** Node unloads an addon with the worker that loaded it, but the threads of the addon go on. */
const struct StayLoaded {
  StayLoaded() { stayLoaded(this); }
} keepLoaded;

}  // namespace
