package com.rebatesuite.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;

/** The keys tokens are signed with. They lie in a file, so that tokens outlive a restart. */
final class SigningKeys {

    private SigningKeys() {}

    /**
     * Reads the keys, or makes and stores them when there are none yet.
     *
     * @throws IllegalStateException when the file is there and is no key set
     * @throws IOException when it can be neither read nor written
     */
    static JWKSet in(Path file) throws IOException, JOSEException {
        if (Files.exists(file)) {
            return read(file);
        }
        var keys = new JWKSet(new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate());
        write(file, keys);
        return keys;
    }

    private static JWKSet read(Path file) throws IOException {
        try {
            return JWKSet.load(file.toFile());
        } catch (ParseException e) {
            throw new IllegalStateException("IDENTITY_KEYS: " + file + " (expected: a JSON Web Key Set)", e);
        }
    }

    /** Moved into place whole: a crash leaves no half a key. A temporary file is its owner's only. */
    private static void write(Path file, JWKSet keys) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(folder, "keys", ".json");
        Files.writeString(draft, keys.toString(false));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
