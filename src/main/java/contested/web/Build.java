package contested.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The name of this build. */
final class Build {

    /** Differs from build to build; part of each ETag and of each asset's address. */
    static final String ID = read("id");

    private Build() {}

    private static String read(String key) {
        try (InputStream in = Build.class.getResourceAsStream("/contested/build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(key);
        } catch (IOException e) {
            throw new UncheckedIOException("the build lacks its properties", e);
        }
    }
}
