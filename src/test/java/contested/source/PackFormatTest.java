package contested.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/pack.md} is what makers of packs compute by; its test value is what the portal computes. */
class PackFormatTest {

    @Test
    void documentedTestValueIsWhatThePortalComputes() throws IOException {
        ParagraphText text = new ParagraphText("One small example, made up.");

        assertThat(Files.readString(Path.of("docs/pack.md")))
                .contains("the text `" + text.value() + "` has the fingerprint `" + text.fingerprint()
                        + "`, the sketch `" + text.sketch() + "` and the length " + text.length());
    }
}
