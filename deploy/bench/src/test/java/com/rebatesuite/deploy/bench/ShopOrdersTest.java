package com.rebatesuite.deploy.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopOrdersTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 19, 20, 21, 199, 200, 201, 10_000})
    void noShopperHasMoreOrdersThanInventoryAllowsAndEveryOneHasAToken(long turns) {
        var orders = LongStream.range(0, turns)
                .mapToObj(ShopOrders::shopperOf)
                .collect(groupingBy(shopper -> shopper, counting()));

        assertThat(orders.values()).allMatch(count -> count <= ShopOrders.ORDERS_EACH);
        assertThat(orders.keySet()).allMatch(shopper -> shopper < ShopOrders.shoppersFor(turns));
    }
}
