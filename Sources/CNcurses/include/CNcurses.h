#ifndef TRIPTYCH_CNCURSES_H
#define TRIPTYCH_CNCURSES_H
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#endif
