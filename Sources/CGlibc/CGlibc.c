#include "CGlibc.h"
#include <fcntl.h>

static int argument_count;
static char **arguments;

// Glibc hands the arguments of main to what runs before it, too.
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
    argument_count = count;
    arguments = values;
}

int cglibc_argument_count(void) { return argument_count; }

const char *cglibc_argument(int number) {
    return number >= 0 && number < argument_count ? arguments[number] : NULL;
}

void cglibc_begin_writing(int file) {
    (void)sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE);
}
