import CNcurses
import Glibc
import Screen
import System

/// Draws grids through ncurses, which determines the difference from the screen and sends the fewest bytes for it.
final class Painter {
    /// The size at which ncurses draws.
    private(set) var size: Size
    /// The frame on the screen; nil if the screen is unknown.
    private var shown: Grid?
    private var line: UnsafeMutableBufferPointer<cchar_t>
    private let attributes: [CellAttributes]
    /// The layer of links, if the terminal supports them.
    private let linkLayer: LinkLayer?
    private var isCursorShown = true

    /// Starts ncurses on standard input and output.
    ///
    /// The bytes that ncurses sends at its start are discarded, since the same bytes enter the screen the first
    /// time and after each suspension. ncurses is then suspended once: before that, ncurses 6.4 treats each motion
    /// of the cursor as that of a program without windows and sends it at once, so that a frame would take as many
    /// writes as it has lines.
    init(_ type: String, size: Size, colour: Bool?, isLinked: Bool) throws(TerminalError) {
        let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        let nothing = uninterrupted { open("/dev/null", O_WRONLY | O_CLOEXEC) }
        guard output >= 0, nothing >= 0 else { throw .refused(SystemError(.opened, "the terminal")) }
        guard Self.start(type, output, size: size) else { throw .unknown(type) }
        cbreak()
        noecho()
        nonl()
        _ = uninterrupted { dup2(nothing, output) }
        TerminalType.dropCharacterSet()
        attributes = CellAttributes.all(colour: colour)
        linkLayer =
            isLinked && TerminalType.takesControlSequences ? LinkLayer(styles: attributes.map(\.shown)) : nil
        endwin()
        wrefresh(nc_stdscr())
        guard uninterrupted({ dup2(STDOUT_FILENO, output) }) >= 0 else {
            throw .refused(SystemError(.opened, "the terminal"))
        }
        _ = fcntl(output, F_SETFD, FD_CLOEXEC)
        close(nothing)

        // Only our own poll reads the keyboard, so that ncurses must not look for input.
        typeahead(-1)
        idlok(nc_stdscr(), false)
        idcok(nc_stdscr(), false)
        scrollok(nc_stdscr(), false)
        leaveok(nc_stdscr(), false)
        line = .allocate(capacity: max(1, size.columns))
        self.size = size
        resize(size)
    }

    deinit { line.deallocate() }

    /// Starts ncurses at this size; false if it does not know the terminal.
    ///
    /// ncurses would not start at the size that some terminals claim, and some descriptions have none. It therefore
    /// reads this one, in the variables by which users could set another, and these are then as before.
    private static func start(_ type: String, _ output: Int32, size: Size) -> Bool {
        let names = ["LINES", "COLUMNS"]
        let before = names.map(CurrentProcess.variable)
        for (name, number) in zip(names, [size.rows, size.columns]) { setenv(name, String(number), 1) }
        defer {
            for (name, value) in zip(names, before) {
                if let value { setenv(name, value, 1) } else { unsetenv(name) }
            }
        }
        use_env(true)
        use_tioctl(false)
        nc_count_columns_with { CellAttributes.columns(of: $0) }
        return nc_newterm(type, output) != nil
    }

    /// Sets the size; the same size repaints a screen whose contents may be lost.
    func resize(_ size: Size) {
        shown = nil
        if size.columns > line.count {
            line.deallocate()
            line = .allocate(capacity: size.columns)
        }
        self.size = size
        if nc_lines() != Int32(size.rows) || nc_columns() != Int32(size.columns) {
            resizeterm(Int32(size.rows), Int32(size.columns))
        }
        clearok(nc_stdscr(), true)
    }

    /// Enters the screen with these bytes; the next frame is sent in full.
    func enter(with bytes: [UInt8]) {
        send(bytes)
        // Restoring the terminal has shown the cursor.
        if !isCursorShown { curs_set(1) }
        isCursorShown = true
        shown = nil
        clearok(nc_stdscr(), true)
    }

    /// Sends bytes that do not change the screen, bypassing ncurses.
    func send(_ bytes: [UInt8]) {
        // One error must not cost a mode of the terminal. A closed one is noticed at the keyboard.
        for _ in 0..<2 where (try? FileDescriptor.standardOutput.write(bytes)) != nil { return }
    }

    /// Paints a grid, clipped to the size of the screen or padded with blanks.
    func paint(_ grid: Grid) {
        let before = shown
        var changed: Set<Int> = []
        for row in 0..<size.rows {
            guard let columns = changedColumns(in: row, of: grid) else { continue }
            changed.insert(row)
            let count = convert(columns, of: row, in: grid)
            nc_put(Int32(row), Int32(columns.lowerBound), line.baseAddress, Int32(count))
        }
        let cursor = grid.cursor
        if (cursor != nil) != isCursorShown {
            isCursorShown = cursor != nil
            curs_set(isCursorShown ? 1 : 0)
        }
        let place = cursor ?? Point(row: size.rows - 1, column: 0)
        wmove(
            nc_stdscr(), Int32(max(0, min(place.row, size.rows - 1))),
            Int32(max(0, min(place.column, size.columns - 1))))
        wrefresh(nc_stdscr())
        shown = grid
        if let bytes = linkLayer?.bytes(over: grid, after: before, changed: changed, size: size),
            !bytes.isEmpty
        {
            send(bytes)
        }
    }

    /// The columns of a row that ncurses has to be told anew: from the first cell to the last one that is not on the
    /// screen yet, and a visible character on either side, since the style of the spaces between depends on it; nil if
    /// the row is on the screen. Comparing cells is much cheaper than converting them.
    private func changedColumns(in row: Int, of grid: Grid) -> Range<Int>? {
        guard let shown, shown.size == grid.size, row < grid.size.rows else { return 0..<size.columns }
        let (cells, before) = (grid.cells, shown.cells)
        let range = row * grid.size.columns..<(row + 1) * grid.size.columns
        guard var first = range.first(where: { cells[$0] != before[$0] }),
            var last = range.last(where: { cells[$0] != before[$0] })
        else { return nil }
        while first > range.lowerBound {
            first -= 1
            if cells[first].isVisible { break }
        }
        while last < range.upperBound - 1 {
            last += 1
            if cells[last].isVisible { break }
        }
        // The second half of a wide character.
        while last < range.upperBound - 1, cells[last + 1].isRightHalf { last += 1 }
        // Beyond the grid the screen is blank.
        let end = last == range.upperBound - 1 ? size.columns : last + 1 - range.lowerBound
        return first - range.lowerBound..<end
    }

    /// Fills the line buffer with cells of a row; returns the number of ncurses cells, of which a wide character takes
    /// one.
    private func convert(_ range: Range<Int>, of row: Int, in grid: Grid) -> Int {
        let columns = row < grid.size.rows ? min(range.upperBound, grid.size.columns) : 0
        let start = row * grid.size.columns
        var count = 0
        var column = range.lowerBound
        // The number of spaces since the last visible cell.
        var gap = 0
        while column < columns {
            let cell = grid.cells[start + column]
            let style = attributes[Int(cell.styleNumber)]
            if style.isInvisibleOnSpace, cell.isSpace {
                line[count] = CellAttributes.blank
                (count, column, gap) = (count + 1, column + 1, gap + 1)
                continue
            }
            // Spaces between words of one style keep it, since two changes of style take more bytes.
            if gap > 0, count > gap, style.isInvisibleOnSpace, style.isThat(of: line[count - gap - 1]) {
                for index in count - gap..<count { line[index] = style.space }
            }
            gap = 0
            let isWide = column + 1 < columns && grid.cells[start + column + 1].isRightHalf
            for cell in style.cells(of: cell, columns: isWide ? 2 : 1) {
                line[count] = cell
                count += 1
            }
            column += isWide ? 2 : 1
        }
        for _ in column..<max(column, range.upperBound) {
            line[count] = CellAttributes.blank
            count += 1
        }
        return count
    }
}
