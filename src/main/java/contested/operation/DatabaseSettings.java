package contested.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of the database. The server reads it too (see {@code src/main/server/contested.cli}); this says
 * in one line what is wrong with it before the server says it in many.
 */
final class DatabaseSettings {

    private static final List<String> NAMES = List.of("DB_DRIVER", "DB_URL", "DB_USER", "DB_PASSWORD", "DB_POOL");
    private static final int MIN_POOL = 2;
    private static final int MAX_POOL = 200;

    private DatabaseSettings() {}

    /** @throws WrongSettingException When one of them cannot be used; the first found. */
    static void check(UnaryOperator<@Nullable String> environment) {
        for (String name : NAMES) {
            String given = environment.apply(name);
            if (given != null && given.isBlank()) {
                // The server would take the empty text for what was meant.
                throw new WrongSettingException(name, "a value, or not to be set at all");
            }
        }
        String driver = value("DB_DRIVER", environment).orElse("h2");
        if (!List.of("h2", "postgresql").contains(driver)) {
            throw new WrongSettingException("DB_DRIVER", "h2 or postgresql");
        }
        Optional<String> url = value("DB_URL", environment);
        boolean needsUrl = driver.equals("postgresql");
        if (url.isEmpty() ? needsUrl : !url.get().startsWith("jdbc:" + driver + ":")) {
            throw new WrongSettingException("DB_URL", "jdbc:" + driver + ":… with DB_DRIVER=" + driver);
        }
        if (needsUrl && value("DB_PASSWORD", environment).isEmpty()) {
            throw new WrongSettingException("DB_PASSWORD", "the password of the database's user");
        }
        value("DB_POOL", environment).ifPresent(DatabaseSettings::checkPool);
    }

    private static void checkPool(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < MIN_POOL || Integer.parseInt(text) > MAX_POOL) {
            throw new WrongSettingException("DB_POOL", "a number from " + MIN_POOL + " to " + MAX_POOL);
        }
    }

    private static Optional<String> value(String name, UnaryOperator<@Nullable String> environment) {
        return Optional.ofNullable(environment.apply(name));
    }
}
