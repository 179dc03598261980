package com.rebatesuite.deploy.retail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invents an invoice file: three days around the end of summer time, products and customers that do not exist, and every
 * kind of row the reader knows. The same seed writes the same file.
 */
final class SampleFile {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 10, 25, 8, 0);
    private static final int DAYS = 3;
    private static final int MINUTES_A_DAY = 9 * 60;
    private static final int CUSTOMERS = 90;
    private static final String[] THINGS = {
        "LANTERN", "TEAPOT", "NOTEBOOK", "CANDLE", "PUZZLE", "SCARF", "CLOCK", "BASKET", "KITE", "STAMP SET"
    };
    private static final String[] LOOKS = {"BLUE", "STRIPED", "PAPER", "LARGE", "\"HELLO\"", "RED, SPOTTED"};
    private static final String[] PRICES = {"0.85", "1.25", "2.10", "2.95", "4.125", "7.50", "12.75", "0.425"};
    private static final String[] COUNTRIES = {"United Kingdom", "United Kingdom", "Norway", "Portugal"};

    private record Product(String code, String title, String price) {}

    private record Sold(String customer, Product product, int quantity) {}

    private final SplittableRandom random;
    private final int invoices;
    private final List<Product> products = new ArrayList<>();
    private final List<Sold> sold = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private LocalDateTime now = FIRST;
    private int number = 900_000;

    SampleFile(long seed, int invoices) {
        if (invoices < DAYS) {
            throw new IllegalArgumentException("invoices: " + invoices + " (expected: at least " + DAYS + ")");
        }
        this.random = new SplittableRandom(seed);
        this.invoices = invoices;
    }

    void write(Path path) throws IOException {
        Files.writeString(path, String.join("\n", lines()) + "\n", StandardCharsets.UTF_8);
    }

    List<String> lines() {
        rows.add("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");
        inventProducts();
        var oddities = oddities();
        for (int i = 0; i < invoices; i++) {
            now = timeOf(i);
            number++;
            invoice();
            // Spread evenly, after enough has been sold to bring some of it back.
            if (i % Math.max(1, invoices / (oddities.size() + 1)) == 0 && i > 0 && !oddities.isEmpty()) {
                oddities.removeFirst().run();
            }
        }
        oddities.forEach(Runnable::run);
        return List.copyOf(rows);
    }

    private LocalDateTime timeOf(int invoice) {
        var minutes = (long) invoice * DAYS * MINUTES_A_DAY / invoices;
        return FIRST.plusDays(minutes / MINUTES_A_DAY).plusMinutes(minutes % MINUTES_A_DAY);
    }

    private void inventProducts() {
        for (var look : LOOKS) {
            for (var thing : THINGS) {
                var code = 7_000 + products.size() + (products.size() % 4 == 0 ? "B" : "");
                products.add(new Product(code, look + " " + thing, PRICES[random.nextInt(PRICES.length)]));
            }
        }
        // Stock codes are case-sensitive: these two are different products.
        products.add(new Product("7000b", "BLUE LANTERN OF OLD", "3.35"));
        products.add(new Product("BANK FEE", "Bank fee", "15.00"));
    }

    private void invoice() {
        switch (random.nextInt(12)) {
            case 0 -> credit();
            case 1 -> sale("");
            default -> sale(customer());
        }
    }

    private void sale(String customer) {
        for (int line = random.nextInt(1, 10); line > 0; line--) {
            sale(customer, product(), random.nextInt(20) == 0 ? random.nextInt(100, 400) : random.nextInt(1, 25));
        }
        if (random.nextInt(12) == 0) {
            rows.add(rows.getLast());
        }
    }

    private void sale(String customer, Product product, int quantity) {
        row(Integer.toString(number), product, quantity, product.price(), customer);
        if (!customer.isEmpty()) {
            sold.add(new Sold(customer, product, quantity));
        }
    }

    /** Brings back something that was bought, some of it or all; now and then more than was bought. */
    private void credit() {
        if (sold.isEmpty()) {
            sale(customer());
            return;
        }
        for (int line = random.nextInt(1, 4); line > 0; line--) {
            var purchase = sold.get(random.nextInt(sold.size()));
            var units = switch (random.nextInt(6)) {
                case 0 -> purchase.quantity() + random.nextInt(1, 50);
                case 1, 2 -> purchase.quantity();
                default -> random.nextInt(1, purchase.quantity() + 1);
            };
            row("C" + number, purchase.product(), -units, purchase.product().price(), purchase.customer());
            number++;
        }
    }

    private List<Runnable> oddities() {
        var customer = customer();
        var other = customer + "1";
        var product = products.getFirst();
        var list = new ArrayList<Runnable>();
        list.add(() -> rows.add(number + "," + product.code() + ",LANT"));
        list.add(() -> rows.add(number + "," + product.code() + ",\"LANTERN,6,2025"));
        list.add(() -> rows.add(row("" + number, product.code(), "6", text(now), "1.00", customer) + ",surplus"));
        list.add(() -> rows.add(row("", product.code(), "6", text(now), "1.00", customer)));
        list.add(() -> rows.add(row("X" + number, product.code(), "6", text(now), "1.00", customer)));
        list.add(() -> rows.add(row("" + number, "", "6", text(now), "1.00", customer)));
        list.add(() -> rows.add(row("" + number, product.code(), "6", "31/02/2025", "1.00", customer)));
        list.add(() -> rows.add(row("" + number, product.code(), "six", text(now), "1.00", customer)));
        list.add(() -> rows.add(row("" + number, product.code(), "6", text(now), "1,00", customer)));
        list.add(() -> row("A" + number, new Product("B", "Adjust bad debt", "0"), 1, "-250.00", ""));
        list.add(() -> row("" + number, new Product(product.code(), "damaged", "0"), -12, "0.0", ""));
        list.add(() -> row("" + number, new Product(product.code(), "found", "0"), 30, "0.0", ""));
        list.add(() -> row("" + number, product, 1, "-1.00", customer));
        list.add(() -> row("" + number, product, 1, "0.0", customer));
        list.add(() -> row("" + number, product, 0, "1.00", customer));
        list.add(() -> row("" + number, product, -4, "1.00", customer));
        list.add(this::twoCustomers);
        list.add(this::twoTimes);
        list.add(() -> row("C" + number, product, -3, "1.00", ""));
        list.add(() -> row("C" + number, product, 3, "1.00", customer));
        list.add(() -> row("C" + number, products.getLast(), -2, "15.00", other));
        list.add(this::returnOfTwoOrders);
        return list;
    }

    private void twoCustomers() {
        number++;
        var customer = customer();
        sale(customer, product(), 3);
        row("" + number, product(), 2, "1.00", customer + "2");
    }

    private void twoTimes() {
        number++;
        var customer = customer();
        sale(customer, product(), 3);
        now = now.plusMinutes(1);
        sale(customer, product(), 4);
    }

    /** One credit row for what two orders brought, within minutes. */
    private void returnOfTwoOrders() {
        var customer = customer() + "3";
        var product = product();
        number++;
        sale(customer, product, 5);
        number++;
        sale(customer, product, 7);
        number++;
        row("C" + number, product, -9, product.price(), customer);
    }

    private void row(String invoice, Product product, int quantity, String price, String customer) {
        rows.add(String.join(
                ",",
                invoice,
                product.code(),
                quoted(product.title()),
                Integer.toString(quantity),
                text(now),
                price,
                customer.isEmpty() ? "" : customer + ".0",
                COUNTRIES[number % COUNTRIES.length]));
    }

    private static String row(
            String invoice, String code, String quantity, String date, String price, String customer) {
        return String.join(
                ",", invoice, code, "ODD LANTERN", quoted(quantity), date, quoted(price), customer, "Norway");
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static String text(LocalDateTime time) {
        return DATE.format(time);
    }

    private Product product() {
        return products.get(random.nextInt(products.size()));
    }

    private String customer() {
        return Integer.toString(20_001 + random.nextInt(CUSTOMERS));
    }
}
