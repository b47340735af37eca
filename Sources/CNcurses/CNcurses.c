#include "CNcurses.h"

static int (*columns_of)(wchar_t character);

void nc_count_columns_with(int (*measure)(wchar_t character)) { columns_of = measure; }

// The program's own symbol precedes that of the C library in all of its libraries, ncurses among them; nothing else
// here asks for widths. Before the function is set, which is before ncurses starts, every character has one column.
int wcwidth(wchar_t character) { return columns_of ? columns_of(character) : 1; }
