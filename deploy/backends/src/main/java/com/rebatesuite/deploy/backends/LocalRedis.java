package com.rebatesuite.deploy.backends;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A Redis server. */
public final class LocalRedis extends LocalServer implements RedisBackend {

    private @Nullable Path program;

    /** Describes the server; nothing is started yet. */
    public LocalRedis(ServerSettings settings) {
        super("Redis", settings);
    }

    @Override
    public int port() {
        return settings().port();
    }

    @Override
    void prepare() throws IOException {
        Files.createDirectories(settings().data());
        var copy = settings().directory().resolve("redis-server");
        if (!Files.exists(copy)) {
            var extracted = ExecutableProvider.newJarResourceProvider(
                            settings().data().toFile())
                    .get()
                    .toPath();
            Files.move(extracted, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        program = copy;
    }

    @Override
    List<String> command() {
        return List.of(
                String.valueOf(program),
                "--port",
                Integer.toString(port()),
                "--bind",
                "127.0.0.1",
                "--dir",
                settings().data().toString(),
                "--save",
                "60",
                "1",
                "--appendonly",
                settings().durable() ? "yes" : "no");
    }

    @Override
    void probe() throws IOException {
        Probes.ask(port(), "PING\r\n".getBytes(US_ASCII), '+');
    }
}
