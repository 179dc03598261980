package com.rebatesuite.rebate.payout.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.rebate.payout.ResultLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bank says, as CSV: a header with {@code withdrawal_id,result,detail} in any order, then a line for each payout. */
final class ResultsFile {

    static final int MOST_LINES = 5_000;

    private final List<String> header;

    private ResultsFile(List<String> header) {
        this.header = header;
    }

    /** @throws UnreadableFile if the file as a whole is none; a line that is none is an unreadable line */
    static List<ResultLine> read(byte[] content) {
        var lines = text(content).lines().toList();
        if (lines.size() > MOST_LINES + 1) {
            throw new UnreadableFile("file: " + (lines.size() - 1) + " lines (expected: at most " + MOST_LINES + ")");
        }
        var file = new ResultsFile(header(lines.isEmpty() ? "" : lines.getFirst()));
        var results = new ArrayList<ResultLine>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                results.add(file.result(i + 1, lines.get(i)));
            }
        }
        return results;
    }

    private ResultLine result(int number, String line) {
        return Csv.cells(line)
                .filter(cells -> cells.size() == header.size())
                .map(cells -> ResultLine.of(
                        number, cell(cells, "withdrawal_id"), cell(cells, "result"), cell(cells, "detail")))
                .orElseGet(() -> ResultLine.unreadable(
                        number, "line: no " + header.size() + " cells (expected: " + String.join(",", header) + ")"));
    }

    private @Nullable String cell(List<String> cells, String name) {
        return cells.get(header.indexOf(name));
    }

    private static List<String> header(String line) {
        return Csv.cells(line)
                .map(cells -> cells.stream().map(String::strip).toList())
                .filter(cells -> cells.containsAll(List.of("withdrawal_id", "result", "detail")))
                .orElseThrow(() -> new UnreadableFile(
                        "header: another one (expected: withdrawal_id,result,detail, in any order)"));
    }

    private static String text(byte[] content) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            // Tables of some makers begin with a mark that is none of the header's.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException unreadable) {
            throw new UnreadableFile("file: no text (expected: UTF-8)");
        }
    }
}
