package com.rebatesuite.rebate.payout.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180, a record is one line), safe to be opened as a table. */
final class Csv {

    // A table takes a cell that begins so for a formula, and runs it.
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** A line without its end. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        var harmless = text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** The cells of a line; empty if its quotes do not fit together. */
    static Optional<List<String>> cells(String line) {
        var cells = new ArrayList<String>();
        int at = 0;
        while (at <= line.length()) {
            int end = end(line, at);
            if (end < 0) {
                return Optional.empty();
            }
            cells.add(unquoted(line.substring(at, end)));
            at = end + 1;
        }
        return Optional.of(cells);
    }

    /** Where the cell that begins here ends; negative if it does not. */
    private static int end(String line, int begin) {
        if (begin == line.length() || line.charAt(begin) != '"') {
            int comma = line.indexOf(',', begin);
            return comma < 0 ? line.length() : comma;
        }
        int quote = line.indexOf('"', begin + 1);
        while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            quote = line.indexOf('"', quote + 2);
        }
        boolean closed = quote >= 0 && (quote + 1 == line.length() || line.charAt(quote + 1) == ',');
        return closed ? quote + 1 : -1;
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
