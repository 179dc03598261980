package com.rebatesuite.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares demo secrets, which everybody may read anyway. Left to itself the framework would turn them into bcrypt hashes
 * at the first use, and then every token would cost 70 ms of CPU.
 */
@Component
class PlainSecrets implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : secret.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String secret) {
        return given != null
                && secret != null
                && MessageDigest.isEqual(given.toString().getBytes(UTF_8), secret.getBytes(UTF_8));
    }
}
