package com.rebatesuite.rebate.payout.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.payout.Outcome;
import com.rebatesuite.rebate.payout.ResultLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String HEADER = "withdrawal_id,result,detail\n";

    @Test
    void readsWhatItWrites() {
        var cells = List.of("a", "", "b,c", "say \"hi\"", "Ünal");

        assertThat(Csv.cells(Csv.line(cells))).contains(cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void neverWritesWhatATableWouldRun(String text) {
        assertThat(Csv.cells(Csv.line(List.of(text)).lines().findFirst().orElseThrow())
                        .orElse(List.of("'")))
                .allSatisfy(cell -> assertThat(cell).startsWith("'"));
        assertThat(Csv.line(List.of(text)).replaceFirst("^\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "\"a\"b,c", "a,\"b", "\"a\"\""})
    void readsNoLineWhoseQuotesDoNotFit(String line) {
        assertThat(Csv.cells(line)).isEmpty();
    }

    @Test
    void readsTheGoodLinesAmongTheBad() {
        var lines = ResultsFile.read(
                (HEADER + "w1,paid,bank-1\r\nw2,\"failed,x\n\nw3,lost,?\nw4,paid\nw5,failed,\"no, sorry\"\n")
                        .getBytes(UTF_8));

        assertThat(lines)
                .containsExactly(
                        new ResultLine(2, "w1", new Outcome.Paid("bank-1"), null),
                        ResultLine.unreadable(3, "line: no 3 cells (expected: withdrawal_id,result,detail)"),
                        new ResultLine(5, "w3", null, "result: another one (expected: paid or failed)"),
                        ResultLine.unreadable(6, "line: no 3 cells (expected: withdrawal_id,result,detail)"),
                        new ResultLine(7, "w5", new Outcome.Failed("no, sorry"), null));
    }

    @Test
    void readsTheFileOfATableThatOrdersAsItLikes() {
        assertThat(ResultsFile.read("\uFEFFdetail,bank,result, withdrawal_id\nb-1,x,paid,w1".getBytes(UTF_8)))
                .containsExactly(new ResultLine(2, "w1", new Outcome.Paid("b-1"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "w1,paid,bank-1", "withdrawal_id,result", "\"withdrawal_id,result,detail"})
    void refusesAFileWithoutItsHeader(String file) {
        assertThatThrownBy(() -> ResultsFile.read(file.getBytes(UTF_8))).hasMessageStartingWith("header: ");
    }

    @Test
    void refusesWhatIsNoTextOrTooLong() {
        assertThatThrownBy(() -> ResultsFile.read(new byte[] {(byte) 0xc3, (byte) 0x28}))
                .hasMessage("file: no text (expected: UTF-8)");
        assertThatThrownBy(() -> ResultsFile.read((HEADER + "w,paid,r\n".repeat(5_001)).getBytes(UTF_8)))
                .hasMessage("file: 5001 lines (expected: at most 5000)");
    }
}
