package com.rebatesuite.deploy.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.retail.invoices.History;
import com.rebatesuite.deploy.retail.invoices.InvoiceFile;
import com.rebatesuite.deploy.retail.invoices.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFileTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void inv11_neverReturnsMoreThanWasSold(long seed) throws IOException {
        var file = folder.resolve("sample.csv");
        new SampleFile(seed, 200).write(file);

        var plan = Slice.ALL.of(History.of(new InvoiceFile(file)));

        var left = new HashMap<String, Integer>();
        for (var order : plan.orders()) {
            order.lines().forEach(line -> left.put(order.number() + "/" + line.line(), line.quantity()));
        }
        for (var returned : plan.returns()) {
            returned.units()
                    .forEach((line, units) ->
                            left.merge(returned.order().number() + "/" + line, -units, Math::addExact));
        }
        assertThat(left.values()).allMatch(units -> units >= 0);
        assertThat(plan.returns())
                .isNotEmpty()
                .allMatch(returned -> !returned.at().isBefore(returned.order().at()));
        assertThat(plan.returns().stream()
                        .mapToLong(returned -> returned.totalUnits())
                        .sum())
                .isEqualTo(plan.returnRows().unitsMatched());
    }
}
