package com.rebatesuite.deploy.retail.invoices;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** An invoice file, plain or gzip. */
public final class InvoiceFile {

    private final Path path;

    /** The file at a path; nothing is opened yet. */
    public InvoiceFile(Path path) {
        this.path = path;
    }

    /**
     * Streams every row to the reader and answers the SHA-256 of the file's text.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when the header lacks a column
     */
    public String read(Consumer<Row> reader) throws IOException {
        var digest = sha256();
        try (var bytes = new DigestInputStream(open(), digest);
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            var header = lines.readLine();
            var parser = new RowParser(Columns.of(header == null ? "" : header));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    reader.accept(parser.parse(line));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private InputStream open() throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        raw.mark(2);
        var gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
