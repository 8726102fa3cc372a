package contested.passage;

import contested.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long passages take to be read once, silently: gist, quoted phrase and, where it is installed and shown, the whole
 * paragraph. Words are what stands between blanks; Vietnamese sets a blank between syllables, so there it is rather more
 * time than less.
 *
 * <p>Source of the rule: M. Brysbaert, How many words do we read per minute? A review and meta-analysis of reading rate,
 * Journal of Memory and Language 109 (2019) 104047: adults read 238 words of English non-fiction a minute.
 */
public final class ReadingTime {

    public static final int WORDS_PER_MINUTE = 238;

    private ReadingTime() {}

    /** Whole minutes, begun ones counted in full; none for nothing to read. */
    public static Duration of(QuestionEvidence evidence, List<Passage> passages, Language language) {
        long words =
                passages.stream().mapToLong(p -> words(evidence, p, language)).sum();
        return Duration.ofMinutes((words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
    }

    private static long words(QuestionEvidence evidence, Passage passage, Language language) {
        String paragraph = evidence.textOf(passage)
                .map(t -> t.before() + t.passage() + t.after())
                .orElse("");
        return Stream.of(passage.gist().shownTo(language), passage.phrase().exact(), paragraph)
                .mapToLong(ReadingTime::words)
                .sum();
    }

    static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
