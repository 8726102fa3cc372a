package contested.pack;

import static org.assertj.core.api.Assertions.assertThat;

import contested.pack.PackFiles.Contents;
import contested.pack.PackFiles.CoverageRow;
import contested.pack.PackFiles.PassageEntry;
import contested.pack.PackFiles.PhraseEntry;
import contested.pack.PackFiles.PositionEntry;
import contested.pack.PackFiles.QuestionFile;
import contested.shared.Bilingual;
import contested.shared.Language;
import contested.support.Folders;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the content guide asks of each pack that the project ships. */
@ParameterizedClass(name = "{0}")
@MethodSource("packs")
class ShippedPackTest {

    /** Source: the content guide. */
    private static final int MAX_PHRASE_WORDS = 15;

    /** The lengths of a question's positions differ by at most a fifth. Source: the content guide. */
    private static final double MAX_LENGTH_RATIO = 1.25;

    @Parameter
    Path folder;

    static Stream<Path> packs() {
        return Folders.shippedPacks().stream();
    }

    private Contents contents() {
        return new PackReader(folder).read();
    }

    private Stream<PassageEntry> passages() {
        return contents().questions().stream().flatMap(q -> q.passages().stream());
    }

    @Test
    void itHasQuestionsSourcesAndPassages() {
        assertThat(contents().questions()).isNotEmpty();
        assertThat(contents().sources()).isNotEmpty();
        assertThat(passages()).isNotEmpty();
    }

    @Test
    void aQuotedPhraseIsShort() {
        assertThat(passages())
                .allSatisfy(p -> assertThat(words(whole(p.phrase()))).as(p.id()).isBetween(1, MAX_PHRASE_WORDS));
    }

    /** A phrase that begins with a capital and ends with a full stop looks like a sentence and is one. */
    @Test
    void aQuotedPhraseIsNoSentence() {
        assertThat(passages()).allSatisfy(p -> assertThat(whole(p.phrase()).matches("(?s)[\"“]?\\p{Lu}.*[.!?][\"”]?"))
                .as(p.id())
                .isFalse());
    }

    @Test
    void positionsAreOfOneLength() {
        for (QuestionFile question : contents().questions()) {
            for (Language language : Language.values()) {
                List<Integer> lengths = question.positions().stream()
                        .map(PositionEntry::statement)
                        .map(s -> s.in(language).orElse(""))
                        .map(s -> s.codePointCount(0, s.length()))
                        .toList();
                int shortest = lengths.stream().min(Integer::compare).orElseThrow();
                int longest = lengths.stream().max(Integer::compare).orElseThrow();
                assertThat((double) longest)
                        .as(question.slug() + " " + language + " " + lengths)
                        .isLessThanOrEqualTo(shortest * MAX_LENGTH_RATIO);
            }
        }
    }

    @Test
    void aQuestionAsks() {
        assertThat(contents().questions()).allSatisfy(q -> {
            assertThat(q.title().en()).endsWith("?");
            assertThat(q.title().vi()).endsWith("?");
            assertThat(q.positions()).hasSizeBetween(2, 4);
            assertThat(q.terms()).as("terms of " + q.slug()).hasSizeBetween(2, 5);
            assertThat(q.notes()).allSatisfy(n -> assertThat(n.text()).isNotNull());
        });
    }

    @Test
    void whoIsAffectedIsNamedShortlyAndOnEachSide() {
        assertThat(contents().questions()).allSatisfy(q -> {
            assertThat(q.affected())
                    .as("affected by " + q.slug())
                    .hasSizeBetween(4, 5)
                    .doesNotHaveDuplicates();
            assertThat(q.affected()).allSatisfy(group -> {
                assertThat(words(group.en())).as(group.en()).isBetween(2, 10);
                assertThat(group.en()).doesNotEndWith(".");
                assertThat(group.vi()).doesNotEndWith(".");
            });
        });
    }

    @Test
    void everythingIsWrittenInBothLanguages() {
        List<String> missing = new ArrayList<>();
        collect(contents(), "", missing);

        assertThat(missing).isEmpty();
    }

    private static void collect(Object value, String at, List<String> missing) {
        if (value instanceof Bilingual text) {
            if (blank(text.en()) || blank(text.vi()) || text.en().equals(text.vi()) && words(text.en()) > 6) {
                missing.add(at + " " + text);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), at + "/" + i, missing);
            }
        } else if (value instanceof Record whole) {
            for (RecordComponent part : whole.getClass().getRecordComponents()) {
                try {
                    Object inner = part.getAccessor().invoke(whole);
                    if (inner != null) {
                        collect(inner, at + "/" + part.getName(), missing);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    @Test
    void coverageJudgesEachBodyParagraphOnce() {
        Set<String> judged = new TreeSet<>();
        contents().coverage().forEach(row -> assertThat(judged.add(row.source() + " " + row.paragraph()))
                .as("once")
                .isTrue());
        Set<String> body = new TreeSet<>();
        contents().sources().forEach(s -> {
            for (int i = 1; i <= s.paragraphs().size(); i++) {
                body.add(s.slug() + " " + i);
            }
        });

        assertThat(judged).isEqualTo(body);
    }

    @Test
    void coverageAgreesWithThePassages() {
        Map<String, Set<String>> said = new TreeMap<>();
        Map<String, Set<String>> are = new TreeMap<>();
        for (CoverageRow row : contents().coverage()) {
            row.passages().forEach((question, ids) -> said.computeIfAbsent(
                            row.source() + " " + row.paragraph() + " " + question, k -> new TreeSet<>())
                    .addAll(ids));
        }
        for (QuestionFile question : contents().questions()) {
            question.passages().forEach(p -> are.computeIfAbsent(
                            p.source() + " " + p.paragraph() + " " + question.slug(), k -> new TreeSet<>())
                    .add(p.id()));
        }

        assertThat(said).isEqualTo(are);
    }

    @Test
    void coverageHoldsEachParagraphAgainstEachQuestion() {
        Set<String> questions = Set.copyOf(contents().manifest().questions());
        for (CoverageRow row : contents().coverage()) {
            String at = row.source() + " " + row.paragraph();
            for (String question : questions) {
                // Neither is "none", and says why for all questions that are not named.
                assertThat(row.passages().containsKey(question) && row.context().containsKey(question))
                        .as(at + " is passage and context of " + question)
                        .isFalse();
            }
            assertThat(row.passages().keySet()).as(at).isSubsetOf(questions);
            assertThat(row.context().keySet()).as(at).isSubsetOf(questions);
            assertThat(row.context().values()).as(at).noneMatch(String::isBlank);
            assertThat(row.none()).as(at).isNotBlank();
        }
    }

    @Test
    void codesAndNamesTellSourcesApart() {
        Map<String, String> codes = new HashMap<>();
        contents().sources().forEach(s -> assertThat(codes.put(s.code(), s.slug()))
                .as(s.code())
                .isNull());
    }

    private static String whole(PhraseEntry phrase) {
        return (phrase.prefix() == null ? "" : phrase.prefix())
                + phrase.exact()
                + (phrase.suffix() == null ? "" : phrase.suffix());
    }

    private static int words(String text) {
        return (int) Stream.of(text.strip().split("[\\s\\u00A0—–/]+"))
                .filter(w -> w.matches(".*[\\p{L}\\p{N}].*"))
                .count();
    }
}
