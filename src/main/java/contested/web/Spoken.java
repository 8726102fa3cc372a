package contested.web;

import contested.passage.Passage;
import contested.passage.PositionColumn;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Such as "Yes: 4 passages, 1 more challenges it; It depends: no passage. 3 more take no position". */
    public String balance(QuestionEvidence evidence) {
        List<String> sides = new ArrayList<>();
        for (Position position : evidence.question().positions()) {
            List<Passage> standing = evidence.standingFor(position);
            String side = text.with(
                    "balance.side", text.of(position.label()), standing.size(), count(standing, Relation.QUALIFIES));
            sides.add(listed(
                    side,
                    besides(
                            Relation.CHALLENGES,
                            count(evidence.bearingOn(position), Relation.CHALLENGES),
                            standing.size())));
        }
        return text.with(
                "balance.label",
                String.join("; ", sides),
                evidence.withoutStance().size());
    }

    /** Such as "2 passages from 2 sources, 1 more challenges it, 1 more reports the view". */
    public String tally(PositionColumn column) {
        int standing = column.standingFor().size();
        return listed(
                text.with("question.position.tally", standing, column.sources()),
                besides(Relation.CHALLENGES, column.count(Relation.CHALLENGES), standing),
                besides(Relation.REPORTS, column.count(Relation.REPORTS), standing));
    }

    /** What challenges a side and so is not in its number: "1 more challenges it"; empty where nothing does. */
    public String against(Marks.GlanceSide side) {
        return besides(Relation.CHALLENGES, side.against(), side.count());
    }

    /** Passages that count for no side and where they stand: "4 more passages take no position: 1 reports a view …". */
    public String withoutStance(QuestionEvidence evidence) {
        int all = evidence.withoutStance().size();
        int below = evidence.onNoPosition().size();
        return all == 0
                ? ""
                : text.with(
                        "question.glance.besides",
                        all,
                        listed(placed("reported", all - below, all), placed("below", below, all)));
    }

    private String placed(String where, int n, int all) {
        int pronoun = n < all ? 0 : Math.min(n, 2);
        return n == 0 ? "" : text.with("question.glance.besides." + where, n, pronoun);
    }

    /** Such as "3 passages support Yes, 1 passage reports a view for No": by relation, then by position. */
    public String parts(QuestionEvidence evidence, List<Passage> passages) {
        List<String> parts = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            List<Passage> alike =
                    passages.stream().filter(p -> p.relation() == relation).toList();
            boolean named = relation.takesPosition() || relation == Relation.REPORTS;
            long rest = alike.size();
            for (Position position : evidence.question().positions()) {
                long n = alike.stream()
                        .filter(p ->
                                named && p.position().filter(position::equals).isPresent())
                        .count();
                rest -= n;
                add(parts, key(relation) + ".position", n, text.of(position.label()));
            }
            if (!relation.takesPosition()) {
                add(parts, key(relation), rest, "");
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
        return text.with(
                "passage.heading",
                bearing(passage),
                text.with("source.tab.spoken", text.of(passage.source().shortName()), passage.paragraph()),
                text.of(passage.voice().name()));
    }

    /** Such as "Supports Yes", "Reports a view for No" or "Raises the question". */
    public String bearing(Passage passage) {
        String key = "passage.bearing." + key(passage.relation());
        return passage.position()
                .map(p -> text.with(key + ".position", text.of(p.label())))
                .orElseGet(() -> text.get(key));
    }

    /** A source by its code and its name, such as "HRW, Human Rights Watch"; by one of them where they are the same. */
    public String name(Source source) {
        String name = text.of(source.shortName());
        return source.code().equals(name) ? name : text.with("matrix.source.kind", source.code(), name);
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

    private void add(List<String> parts, String key, long n, String label) {
        if (n > 0) {
            parts.add(text.with("matrix.part." + key, n, label));
        }
    }

    /** Passages of a side that are not in its number; "more" only where there is a number. */
    private String besides(Relation relation, long n, int counted) {
        return n == 0 ? "" : text.with("balance.besides." + key(relation), n, counted);
    }

    private static String listed(String... parts) {
        return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
    }

    private static long count(List<Passage> passages, Relation relation) {
        return passages.stream().filter(p -> p.relation() == relation).count();
    }

    private static String key(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }
}
