package contested.web;

import contested.passage.Matrix;
import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.question.Position;
import contested.source.Source;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader should mind before counting marks, worded from the evidence itself and nothing else. */
@Named
@RequestScoped
public class Cautions {

    @Inject
    private Text text;

    /** The message key of the heading: nobody heard at all, one-sided, or neither. */
    public String titleKey(QuestionEvidence evidence) {
        boolean unsupported = evidence.question().positions().stream()
                .allMatch(p -> evidence.supportingPublishers(p).isEmpty());
        return unsupported
                ? "question.care.title.unsupported"
                : evidence.isOneSided() ? "question.care.title.one-sided" : "question.care.title";
    }

    /** One line for each position that has no support, or has it from one publisher only. Empty when none is so. */
    public List<String> oneSided(QuestionEvidence evidence) {
        List<String> lines = new ArrayList<>();
        for (Position position : evidence.question().positions()) {
            Set<String> publishers = evidence.supportingPublishers(position);
            String label = text.of(position.label());
            if (publishers.isEmpty()) {
                lines.add(text.with("question.care.unsupported", label));
            } else if (publishers.size() == 1) {
                Passage first = evidence.on(position, Relation.SUPPORTS).get(0);
                lines.add(text.with("question.care.one-publisher", label, publisher(first.source())));
            }
        }
        return lines;
    }

    /**
     * A caution in a list of questions.
     *
     * @param words      what to mind
     * @param definition the id on the method page under which the term is defined; empty where the words say all
     */
    public record Flag(String words, String definition) {}

    /** What to mind about each question of a list, in few words: the same as its own page says at length. */
    public List<Flag> flags(Matrix.Row row) {
        List<Flag> flags = new ArrayList<>();
        for (Matrix.Flag flag : row.flags()) {
            if (flag == Matrix.Flag.ONE_SIDED) {
                addSide(flags, "questions.flag.unsupported", supportedBy(row.evidence(), 0));
                addSide(flags, "questions.flag.one-publisher", supportedBy(row.evidence(), 1));
            } else {
                flags.add(new Flag(
                        text.get("questions.flag." + flag), flag == Matrix.Flag.READY ? "ready-for-class" : ""));
            }
        }
        return flags;
    }

    private void addSide(List<Flag> flags, String key, List<Position> positions) {
        if (!positions.isEmpty()) {
            String labels = positions.stream()
                    .map(p -> text.with("questions.flag.position", text.of(p.label())))
                    .collect(Collectors.joining(", "));
            flags.add(new Flag(text.with(key, labels), "one-sided"));
        }
    }

    private static List<Position> supportedBy(QuestionEvidence evidence, int publishers) {
        return evidence.question().positions().stream()
                .filter(p -> evidence.supportingPublishers(p).size() == publishers)
                .toList();
    }

    /** Names the catalogued sources that say nothing on the question; empty when all speak. */
    public String silent(QuestionEvidence evidence) {
        List<Source> silent = evidence.silentSources();
        return silent.isEmpty() ? "" : text.with("question.care.silent", silent.size(), names(silent));
    }

    /** Short names, as a list in a sentence; names such as "WVR, analysis" have commas of their own. */
    public String names(List<Source> sources) {
        return sources.stream().map(s -> text.of(s.shortName())).collect(Collectors.joining("; "));
    }

    private String publisher(Source source) {
        return text.with(
                "question.care.publisher",
                source.publisher(),
                text.get("publisher-type." + source.publisherType().name().toLowerCase(Locale.ROOT)));
    }
}
