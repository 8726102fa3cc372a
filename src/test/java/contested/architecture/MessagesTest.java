package contested.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import contested.shared.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The interface's words: the same keys in each language, none missing, none left over. */
class MessagesTest {

    /** Words that are the same in both languages: names, formats, signs. */
    private static final Set<String> SAME_IN_BOTH =
            Set.of("portal.name", "language.en", "language.en.short", "language.vi", "language.vi.short");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");

    /** Strings of views stand in single quotes, strings of Java in double ones. */
    private static final Pattern VIEW_STRING = Pattern.compile("'([^'\\n]*)'");

    private static final Pattern JAVA_STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** A key that is asked for as a whole: nothing is added to it. */
    private static final Pattern WHOLE_KEY = Pattern.compile("text\\['([^']+)'\\]|text\\.with\\('([^']+)'\\s*[,)]"
            + "|text\\.with\\(\\s*\"([^\"]+)\"\\s*[,)]|text\\.get\\(\"([^\"]+)\"\\)");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|<!--.*?-->");

    private static final Map<String, String> EN = bundle(Language.EN);
    private static final Map<String, String> VI = bundle(Language.VI);

    private static Map<String, String> bundle(Language language) {
        Path file = Path.of("src/main/resources/contested/messages_" + language.tag() + ".properties");
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        return all;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(VI.keySet()).containsExactlyInAnyOrderElementsOf(EN.keySet());
    }

    @Test
    void aKeyStandsOnceInItsFile() throws IOException {
        for (Language language : Language.values()) {
            Path file = Path.of("src/main/resources/contested/messages_" + language.tag() + ".properties");
            List<String> keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && line.matches("[\\w.-]+\\s*=.*"))
                    .map(line -> line.replaceFirst("\\s*=.*", ""))
                    .toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        for (String text : sources().values()) {
            Matcher asked = WHOLE_KEY.matcher(text);
            while (asked.find()) {
                String key = Stream.of(1, 2, 3, 4)
                        .map(asked::group)
                        .filter(g -> g != null)
                        .findFirst()
                        .orElseThrow();
                assertThat(EN.containsKey(key)).as(key).isTrue();
            }
        }
    }

    @Test
    void noKeyIsLeftOver() throws IOException {
        Set<String> strings = strings();
        Set<String> prefixes = strings.stream()
                .filter(s -> KEY.matcher(s + "x").matches() && s.endsWith("."))
                .collect(Collectors.toSet());
        Set<String> suffixes =
                strings.stream().filter(s -> s.matches("\\.[A-Za-z0-9_.-]+")).collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>(EN.keySet());
        unused.removeIf(key -> strings.contains(key)
                || prefixes.stream().anyMatch(key::startsWith)
                || suffixes.stream()
                        .anyMatch(
                                s -> key.endsWith(s) && strings.contains(key.substring(0, key.length() - s.length()))));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyPrefixLeadsToKeys() throws IOException {
        Pattern built = Pattern.compile("text\\['([^']+\\.)'\\.concat");
        for (String text : sources().values()) {
            Matcher asked = built.matcher(text);
            while (asked.find()) {
                assertThat(EN.keySet()).anyMatch(key -> key.startsWith(asked.group(1)));
            }
        }
    }

    @Test
    void vietnameseIsNotEnglish() {
        EN.forEach((key, english) -> {
            boolean words = english.replaceAll("\\{[^}]*}", "").chars().anyMatch(Character::isLetter);
            if (words && !SAME_IN_BOTH.contains(key)) {
                assertThat(VI.get(key)).as(key).isNotEqualTo(english);
            }
        });
    }

    @Test
    void nothingIsEmpty() {
        assertThat(EN.values()).noneMatch(String::isBlank);
        assertThat(VI.values()).noneMatch(String::isBlank);
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        EN.forEach((key, english) -> {
            if (english.contains("{")) {
                assertThat(arguments(VI.getOrDefault(key, ""), Language.VI))
                        .as(key)
                        .isEqualTo(arguments(english, Language.EN));
            }
        });
    }

    @Test
    void apostrophesAreTypographic() {
        // MessageFormat takes a straight one for a quotation mark and drops it.
        EN.forEach((key, message) -> assertThat(message).as(key).doesNotContain("'"));
        VI.forEach((key, message) -> assertThat(message).as(key).doesNotContain("'"));
    }

    private static Set<String> arguments(String pattern, Language language) {
        // fails where the pattern cannot be read
        new MessageFormat(pattern, language.locale());
        return Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> strings() throws IOException {
        Set<String> all = new TreeSet<>();
        sources().forEach((file, text) -> {
            Pattern string = file.endsWith(".java") ? JAVA_STRING : VIEW_STRING;
            string.matcher(text).results().forEach(m -> all.add(m.group(1)));
        });
        return all;
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path root : List.of(Path.of("src/main/java"), View.WEBAPP)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|xhtml)"))
                        .toList()) {
                    all.put(
                            file.toString(),
                            COMMENT.matcher(Files.readString(file)).replaceAll(""));
                }
            }
        }
        return all;
    }
}
