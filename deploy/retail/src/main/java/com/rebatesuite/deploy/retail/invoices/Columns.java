package com.rebatesuite.deploy.retail.invoices;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Where the columns stand; the header line says it, in any order. */
record Columns(
        int count, int invoice, int stockCode, int description, int quantity, int date, int price, int customer) {

    /**
     * Reads the header line.
     *
     * @throws IllegalArgumentException when a column is missing
     */
    static Columns of(String header) {
        // Files saved by office programs start with a byte order mark.
        var cells = RowParser.cells(header.startsWith("\uFEFF") ? header.substring(1) : header);
        var names = cells == null ? new ArrayList<String>() : cells.toList();
        return new Columns(
                names.size(),
                find("InvoiceNo", names),
                find("StockCode", names),
                find("Description", names),
                find("Quantity", names),
                find("InvoiceDate", names),
                find("UnitPrice", names),
                find("CustomerID", names));
    }

    private static int find(String name, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).trim().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("header: " + String.join(",", names) + " (expected: a column " + name + ")");
    }

    String invoice(CSVRecord cells) {
        return cells.get(invoice).trim();
    }

    String stockCode(CSVRecord cells) {
        return cells.get(stockCode).trim();
    }

    String description(CSVRecord cells) {
        return cells.get(description).trim();
    }

    String quantity(CSVRecord cells) {
        return cells.get(quantity).trim();
    }

    String date(CSVRecord cells) {
        return cells.get(date).trim();
    }

    String price(CSVRecord cells) {
        return cells.get(price).trim();
    }

    String customer(CSVRecord cells) {
        return cells.get(customer).trim();
    }
}
