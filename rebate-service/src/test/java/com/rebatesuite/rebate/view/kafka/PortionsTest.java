package com.rebatesuite.rebate.view.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortionsTest {

    private static final int MOST = 2 << 20;

    @Test
    void ofNothingThereIsNone() {
        assertThat(Portions.of(List.<ConsumerRecord<byte[], byte[]>>of())).isEmpty();
    }

    @Test
    void aRecordThatIsTooLargeIsAPortionOfItsOwn() {
        assertThat(Portions.of(records(10, MOST + 1, 10)))
                .extracting(List::size)
                .containsExactly(1, 1, 1);
    }

    /** Whatever the sizes: all records, in their order, in portions that are no larger than allowed. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void losesNothingAndKeepsTheBound(long seed) {
        var random = new SplittableRandom(seed);
        var records = records(random.ints(200, 0, MOST / 3).toArray());

        var portions = Portions.of(records);

        assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(records);
        assertThat(portions).allSatisfy(portion -> assertThat(bytes(portion)).isLessThanOrEqualTo(MOST));
    }

    private static int bytes(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().mapToInt(record -> record.value().length).sum();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(int... sizes) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (int size : sizes) {
            records.add(record(records.size(), size));
        }
        return records;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, int size) {
        return new ConsumerRecord<>("rebates", 0, offset, new byte[0], new byte[size]);
    }
}
