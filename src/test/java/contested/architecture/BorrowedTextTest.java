package contested.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import contested.pack.PackReader;
import contested.support.Folders;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents belong to their publishers: no tracked file holds a stretch of one. */
class BorrowedTextTest {

    /** So many words in a row are borrowed, whatever stands between them. Source: issue 2. */
    private static final int WORDS_IN_A_ROW = 16;

    @Test
    void noTrackedFileSharesAStretchWithADocument() throws Exception {
        Set<String> stretches = stretchesOfDocuments();
        assertThat(stretches).isNotEmpty();

        List<String> borrowed = new ArrayList<>();
        for (Path file : trackedFiles()) {
            for (String stretch : stretchesOf(read(file))) {
                if (stretches.contains(stretch)) {
                    borrowed.add(file.toString());
                    break;
                }
            }
        }
        assertThat(borrowed).isEmpty();
    }

    @Test
    void aBorrowedStretchIsFoundWhateverStandsBetweenItsWords() {
        String words =
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
        String dressed = "\"One, two — three\\n four: five/six <b>seven</b>"
                        .replace("<b>", " ")
                        .replace("</b>", " ")
                        .replace("\\n", "\n")
                + "; eight nine ten eleven twelve thirteen fourteen fifteen (Sixteen)\"";

        assertThat(stretchesOf(dressed)).isEqualTo(stretchesOf(words)).hasSize(1);
        assertThat(stretchesOf(words.replace(" sixteen", ""))).isEmpty();
    }

    private static Set<String> stretchesOfDocuments() throws IOException {
        Set<String> all = new HashSet<>();
        try (Stream<Path> files = Files.list(Folders.requiredDocuments())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.addAll(stretchesOf(read(file)));
            }
        }
        // A title names a document and is a fact about it.
        for (Path pack : Folders.shippedPacks()) {
            new PackReader(pack).read().sources().forEach(s -> all.removeAll(stretchesOf(s.title())));
        }
        return all;
    }

    private static Set<String> stretchesOf(String text) {
        String[] words = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip()
                .split(" ");
        Set<String> all = new HashSet<>();
        for (int i = 0; i + WORDS_IN_A_ROW <= words.length; i++) {
            all.add(String.join(" ", java.util.Arrays.asList(words).subList(i, i + WORDS_IN_A_ROW)));
        }
        return all;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            // pictures and fonts hold no words; a text in another encoding does
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    private static List<Path> trackedFiles() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeThat(git.waitFor()).as("git knows what is tracked").isZero();
        return Stream.of(names.split("\0"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }
}
