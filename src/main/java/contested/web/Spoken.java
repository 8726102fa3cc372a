package contested.web;

import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.question.Position;
import contested.source.Source;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the pictures say in words, for those who hear them, and for tables that stand beside them. */
@Named
@RequestScoped
public class Spoken {

    /** Enough to know a phrase by, and short to listen to. */
    private static final int FIRST_WORDS = 5;

    @Inject
    private Text text;

    /** Such as "Question 3, Human Rights Watch: 3 passages support Yes, 1 passage gives context". */
    public String cell(QuestionEvidence evidence, Source source) {
        List<Passage> passages = evidence.from(source);
        return text.with(
                "matrix.cell.label",
                evidence.question().number(),
                text.of(source.shortName()),
                passages.isEmpty() ? text.get("matrix.cell.silent") : parts(evidence, passages));
    }

    /** Such as "Yes: 4 passages; It depends: no passage; No: 2 passages. 3 more take no position". */
    public String balance(QuestionEvidence evidence) {
        List<String> sides = new ArrayList<>();
        for (Position position : evidence.question().positions()) {
            List<Passage> bearing = evidence.bearingOn(position);
            sides.add(text.with(
                    "balance.side",
                    text.of(position.label()),
                    bearing.size(),
                    count(bearing, Relation.QUALIFIES),
                    count(bearing, Relation.CHALLENGES)));
        }
        return text.with(
                "balance.label",
                String.join("; ", sides),
                evidence.withoutStance().size());
    }

    /** Such as "3 passages support Yes, 1 passage reports": by relation, then by position. */
    public String parts(QuestionEvidence evidence, List<Passage> passages) {
        List<String> parts = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            if (relation.takesPosition()) {
                for (Position position : evidence.question().positions()) {
                    long n = passages.stream()
                            .filter(p -> p.relation() == relation
                                    && p.position().filter(position::equals).isPresent())
                            .count();
                    add(parts, relation, n, text.of(position.label()));
                }
            } else {
                add(parts, relation, count(passages, relation), "");
            }
        }
        return String.join(", ", parts);
    }

    /** The relation as a word, such as "Supports". */
    public String relation(Passage passage) {
        return text.get("relation." + key(passage.relation()));
    }

    /** What a passage is, before its words: "Supports Yes: Human Rights Watch, paragraph 8; voice: the authors". */
    public String heading(Passage passage) {
        String key = key(passage.relation());
        String where = text.with("source.tab.spoken", text.of(passage.source().shortName()), passage.paragraph());
        String bearing = passage.position()
                .map(p -> text.with("passage.heading." + key + ".position", text.of(p.label()), where))
                .orElseGet(() -> text.with("passage.heading." + key, where));
        return text.with("passage.heading", bearing, text.of(passage.voice().name()));
    }

    /** How the phrase of a passage begins, so that links to passages of one question differ. */
    public String firstWords(Passage passage) {
        String[] words = passage.phrase().exact().split(" ", FIRST_WORDS + 1);
        return words.length <= FIRST_WORDS
                ? passage.phrase().exact()
                : String.join(" ", Arrays.asList(words).subList(0, FIRST_WORDS)) + "…";
    }

    /** Where a source comes from: "NGO, op-ed, 24 Oct 2025". */
    public String provenance(Source source) {
        return text.with(
                "source.provenance",
                text.get("publisher-type." + source.publisherType().name().toLowerCase(Locale.ROOT)),
                text.of(source.genre()),
                date(source));
    }

    /** The day on which a source was published, as its document states it, or that it states none. */
    public String date(Source source) {
        return source.publishedOn().map(text::day).orElseGet(() -> text.get("date.not-stated"));
    }

    private void add(List<String> parts, Relation relation, long n, String label) {
        if (n > 0) {
            parts.add(text.with("matrix.part." + key(relation), n, label));
        }
    }

    private static long count(List<Passage> passages, Relation relation) {
        return passages.stream().filter(p -> p.relation() == relation).count();
    }

    private static String key(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }
}
