// The entrance to libFuzzer for a program with a `main` of its own. The library is linked by .ci/fuzz.

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*take)(const uint8_t *bytes, size_t size));
