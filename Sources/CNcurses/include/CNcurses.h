// ncursesw for Swift: its globals and macros as functions, because Swift 6 imports neither. Nothing here decides.
#ifndef TRIPTYCH_CNCURSES_H
#define TRIPTYCH_CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdio.h>
#include <term.h>

// The screen on standard input and this descriptor, or NULL for a type that is not known.
static inline SCREEN *nc_newterm(const char *type, int output) {
    FILE *file = fdopen(output, "w");
    return file ? newterm(type, file, stdin) : NULL;
}

static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_lines(void) { return LINES; }
static inline int nc_columns(void) { return COLS; }

// A string capability of the terminal that setupterm() chose: NULL when it has none.
static inline const char *nc_string(const char *capability) {
    char *found = tigetstr(capability);
    return found == (char *)-1 ? NULL : found;
}

// The bytes that move the cursor there; valid until the next call.
static inline const char *nc_cursor_address(int row, int column) {
    return cursor_address ? tiparm(cursor_address, row, column) : NULL;
}

// Makes ncurses count columns with this function, in place of the C library's wcwidth(), whose table is of another
// version of Unicode and knows nothing of the terminal's width of ambiguous characters.
void nc_count_columns_with(int (*measure)(wchar_t character));

// The bytes that let these rows scroll; valid until the next call.
static inline const char *nc_scroll_region(int top, int bottom) {
    return change_scroll_region ? tiparm(change_scroll_region, top, bottom) : NULL;
}

static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
static inline attr_t nc_pair(int number) { return (attr_t)COLOR_PAIR(number); }

// A whole line of cells at this place, with no wrapping, no scrolling and no waiting.
static inline int nc_put(int row, int column, const cchar_t *cells, int count) {
    return mvwadd_wchnstr(stdscr, row, column, cells, count);
}

#endif
