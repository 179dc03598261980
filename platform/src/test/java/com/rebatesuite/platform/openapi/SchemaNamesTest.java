package com.rebatesuite.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaNamesTest {

    private final SchemaNames names = new SchemaNames();

    @Test
    void saysOfARecordWithinARecordWhoseItIs() {
        assertThat(nameOf(Order.Line.class)).isEqualTo("SchemaNamesTestOrderLine");
        assertThat(nameOf(Parcel.Line.class)).isEqualTo("SchemaNamesTestParcelLine");
        assertThat(nameOf(SchemaNames.class)).isEqualTo("SchemaNames");
    }

    @Test
    void refusesToDescribeTwoTypesAsOne() {
        assertThat(nameOf(Map.Entry.class)).isEqualTo("MapEntry");
        assertThat(nameOf(Map.Entry.class)).isEqualTo("MapEntry");

        assertThatThrownBy(() -> nameOf(MapEntry.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("schema MapEntry: java.util.Map$Entry and " + MapEntry.class.getName());
    }

    private String nameOf(Class<?> type) {
        return names.nameForType(TypeFactory.defaultInstance().constructType(type));
    }

    private record Order() {
        private record Line() {}
    }

    private record Parcel() {
        private record Line() {}
    }
}

/** Not within the test, so that its name is that of an entry within a map. */
record MapEntry() {}
