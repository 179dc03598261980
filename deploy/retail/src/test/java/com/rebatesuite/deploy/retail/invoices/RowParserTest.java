package com.rebatesuite.deploy.retail.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParserTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private final RowParser parser = new RowParser(Columns.of(HEADER));

    @Test
    void readsASaleInLocalTime() {
        assertThat(parser.parse("536365,85123A,\"HOLDER, \"\"WHITE\"\"\",6,2011-07-01 08:26:00,2.550,17850.0,UK"))
                .isEqualTo(new Row.Sale(
                        "536365",
                        "17850",
                        Instant.parse("2011-07-01T07:26:00Z"),
                        "85123A",
                        "HOLDER, \"WHITE\"",
                        6,
                        new BigDecimal("2.550")));
    }

    @Test
    void readsAReturn() {
        assertThat(parser.parse("C536379,D,Discount,-1,2010-12-01 09:41,27.5,14527,UK"))
                .isEqualTo(new Row.Credit("C536379", "14527", Instant.parse("2010-12-01T09:41:00Z"), "D", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "536365,85123A,HOLDER,6                                      | CUT_LINE",
                "536365,85123A,\"HOLDER,6,2010-12-01 08:26:00,2.55,17850,UK   | BROKEN_QUOTES",
                "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,UK,X  | TOO_MANY_COLUMNS",
                ",85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,UK          | NO_INVOICE",
                "B12,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,UK       | UNKNOWN_INVOICE",
                "536365,,HOLDER,6,2010-12-01 08:26:00,2.55,17850,UK          | NO_STOCK_CODE",
                "536365,85123A,HOLDER,6,2010-02-30 08:26:00,2.55,17850,UK    | BAD_DATE",
                "536365,85123A,HOLDER,6,,2.55,17850,UK                       | BAD_DATE",
                "536365,85123A,HOLDER,six,2010-12-01 08:26:00,2.55,17850,UK  | NOT_A_NUMBER",
                "536365,85123A,HOLDER,6.5,2010-12-01 08:26:00,2.55,17850,UK  | NOT_A_NUMBER",
                "536365,85123A,HOLDER,9999999999,2010-12-01 08:26:00,1,1,UK  | NOT_A_NUMBER",
                "536365,85123A,HOLDER,6,2010-12-01 08:26:00,1E+9,17850,UK    | NOT_A_NUMBER",
                "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,Jane,UK     | NOT_A_NUMBER",
                "A563185,B,Adjust,1,2011-08-12 14:50:00,11062.06,,UK         | ADJUSTMENT",
                "536414,22139,,56,2010-12-01 11:52:00,0.0,,UK                | STOCK_MOVEMENT",
                "536414,22139,GIFT,56,2010-12-01 11:52:00,0,17850,UK         | ZERO_PRICE",
                "536414,22139,GIFT,56,2010-12-01 11:52:00,-1,17850,UK        | NEGATIVE_PRICE",
                "536414,22139,GIFT,0,2010-12-01 11:52:00,1,17850,UK          | ZERO_QUANTITY",
                "536414,22139,GIFT,-5,2010-12-01 11:52:00,1,17850,UK         | NEGATIVE_QUANTITY",
                "536414,22139,GIFT,5,2010-12-01 11:52:00,1,,UK               | MISSING_CUSTOMER",
                "C536414,22139,GIFT,-5,2010-12-01 11:52:00,1,,UK             | RETURN_WITHOUT_CUSTOMER",
                "C536414,22139,GIFT,5,2010-12-01 11:52:00,1,17850,UK         | RETURN_OF_NOTHING",
            })
    void saysWhyARowIsOfNoUse(String line, Reason reason) {
        assertThat(parser.parse(line))
                .isInstanceOfSatisfying(
                        Row.Unusable.class, row -> assertThat(row.reason()).isEqualTo(reason));
    }
}
