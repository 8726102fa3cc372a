package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the style are read as one: a block left open in one swallows all that follows. */
class StyleTest {

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "fonts", "base", "layout", "components", "print"})
    void everyBlockIsClosedBeforeTheNextHeading(String part) throws IOException {
        int open = 0;
        for (String line : Files.readAllLines(Path.of("webapp/WEB-INF/assets", part + ".css"))) {
            if (line.startsWith("/*")) {
                assertThat(open).as("open blocks before " + line).isZero();
            }
            open += count(line, '{') - count(line, '}');
        }
        assertThat(open).as("open blocks at the end").isZero();
    }

    private static int count(String line, char c) {
        return (int) line.chars().filter(each -> each == c).count();
    }
}
