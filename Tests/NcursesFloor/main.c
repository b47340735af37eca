// The floor that benchmarks measure against: a list of lines on ncurses, moved through with the arrow keys, and
// nothing else. Usage: ncurses-floor FILE
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { longest = 1024, most = 1000000 };

static char **lines;
static int count;

// Reads the lines of a file; those that are too long are cut.
static int read_lines(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) return 0;
    char line[longest];
    while (count < most && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (count % 1024 == 0) lines = realloc(lines, (size_t)(count + 1024) * sizeof *lines);
        lines[count++] = strdup(line);
    }
    fclose(file);
    return 1;
}

static void draw_row(int row, int top, int selected) {
    int line = top + row;
    move(row, 0);
    clrtoeol();
    if (line >= count) return;
    if (line == selected) attron(A_REVERSE);
    addnstr(lines[line], COLS);
    if (line == selected) attroff(A_REVERSE);
}

static void draw(int top, int selected) {
    for (int row = 0; row < LINES - 1; row++) draw_row(row, top, selected);
    mvprintw(LINES - 1, 0, "%d/%d", selected + 1, count);
    clrtoeol();
    refresh();
}

int main(int argc, char **argv) {
    setlocale(LC_ALL, "");
    if (argc != 2 || !read_lines(argv[1])) {
        fprintf(stderr, "usage: ncurses-floor FILE\n");
        return 64;
    }
    if (!initscr()) return 70;
    cbreak();
    noecho();
    curs_set(0);
    keypad(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    idlok(stdscr, TRUE);
    int top = 0, selected = 0;
    for (;;) {
        draw(top, selected);
        int key = getch();
        int page = LINES - 1;
        switch (key) {
        case KEY_DOWN: selected += selected + 1 < count; break;
        case KEY_UP: selected -= selected > 0; break;
        case KEY_NPAGE: selected = selected + page < count ? selected + page : count - 1; break;
        case KEY_PPAGE: selected = selected > page ? selected - page : 0; break;
        case 'q': endwin(); return 0;
        default: break;
        }
        if (selected < top) top = selected;
        if (selected >= top + page) top = selected - page + 1;
    }
}
