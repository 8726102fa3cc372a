package contested.passage;

import static org.assertj.core.api.Assertions.assertThat;

import contested.passage.MarkedText.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    private static Map<String, Span> stretches(Object... nameStartEnd) {
        Map<String, Span> stretches = new LinkedHashMap<>();
        for (int i = 0; i < nameStartEnd.length; i += 3) {
            stretches.put((String) nameStartEnd[i], new Span(1, (Integer) nameStartEnd[i + 1], (Integer)
                    nameStartEnd[i + 2]));
        }
        return stretches;
    }

    /** Such as {@code "the [a: old ][ab: lake]/ab"}: marks over each segment, and those that end after it. */
    private static String drawn(String text, Object... nameStartEnd) {
        return MarkedText.of(text, stretches(nameStartEnd)).segments().stream()
                .map(s -> s.isPlain()
                        ? s.text()
                        : "[" + String.join("", s.marks()) + ":" + s.text() + "]"
                                + (s.ends().isEmpty() ? "" : "/" + String.join("", s.ends())))
                .collect(Collectors.joining());
    }

    @Test
    void aTextWithoutMarksIsOnePlainSegment() {
        assertThat(drawn("the old lake")).isEqualTo("the old lake");
        assertThat(MarkedText.of("the old lake", Map.of()).segments()).hasSize(1);
        assertThat(MarkedText.of("", Map.of()).segments()).isEmpty();
    }

    @Test
    void aStretchIsCutOutOfItsText() {
        assertThat(drawn("the old lake", "a", 4, 7)).isEqualTo("the [a:old]/a lake");
    }

    @Test
    void aStretchMayBeginOrEndWithItsText() {
        assertThat(drawn("the old lake", "a", 0, 3, "b", 8, 12)).isEqualTo("[a:the]/a old [b:lake]/b");
        assertThat(drawn("the old lake", "a", 0, 12)).isEqualTo("[a:the old lake]/a");
    }

    @Test
    void overlappingStretchesShareASegment() {
        assertThat(drawn("the old lake", "a", 0, 7, "b", 4, 12)).isEqualTo("[a:the ][ba:old]/a[b: lake]/b");
    }

    @Test
    void aStretchWithinAnotherLiesAboveIt() {
        assertThat(drawn("the old lake", "in", 4, 7, "out", 0, 12))
                .isEqualTo("[out:the ][outin:old]/in[out: lake]/out");
    }

    @Test
    void stretchesOverTheSameWordsKeepTheirOrder() {
        assertThat(drawn("the old lake", "a", 4, 7, "b", 4, 7)).isEqualTo("the [ab:old]/ab lake");
    }

    @Test
    void stretchesThatTouchStayApart() {
        assertThat(drawn("the old lake", "a", 0, 4, "b", 4, 7)).isEqualTo("[a:the ]/a[b:old]/b lake");
    }

    @Test
    void placesCountCodePoints() {
        assertThat(drawn("📱 in 🏫 boxes", "a", 5, 6)).isEqualTo("📱 in [a:🏫]/a boxes");
    }

    @Test
    void aCharacterIsNotTornFromItsMarks() {
        // an e with two marks of its own; the recorded places lie between the letter and its marks
        String text = "vie\u0302\u0323t nam";
        assertThat(drawn(text, "a", 0, 3)).isEqualTo("[a:vie\u0302\u0323]/at nam");
        assertThat(drawn(text, "a", 4, 6)).isEqualTo("vi[a:e\u0302\u0323t]/a nam");
    }

    @Test
    void whatLiesBeyondTheTextIsLeftOut() {
        assertThat(drawn("the lake", "a", 4, 40, "b", 8, 9)).isEqualTo("the [a:lake]/a");
    }

    @Test
    void segmentsPutTogetherAreTheText() {
        String text = "Hồ 📱 đóng băng – phải không?";
        String together =
                MarkedText.of(text, stretches("a", 0, 9, "b", 3, 20, "c", 3, 4, "d", 8, 90)).segments().stream()
                        .map(Segment::text)
                        .collect(Collectors.joining());
        assertThat(together).isEqualTo(text);
    }

    @Test
    void theSignsAtTheEndAreTiedToTheLastWord() {
        Segment<String> ending = new Segment<>("the old lake", List.of("a"), List.of("a"), false);
        assertThat(ending.beforeLastWord()).isEqualTo("the old ");
        assertThat(ending.lastWord()).isEqualTo("lake");

        Segment<String> going = new Segment<>("the old lake", List.of("a"), List.of(), false);
        assertThat(going.beforeLastWord()).isEqualTo("the old lake");
        assertThat(going.lastWord()).isEmpty();

        Segment<String> unbreakable = new Segment<>("a" + "b".repeat(40), List.of("a"), List.of("a"), false);
        assertThat(unbreakable.lastWord()).isEmpty();
    }

    @Test
    void theWordsQuotedAreCutOutOfTheirStretch() {
        List<Segment<String>> segments = MarkedText.of(
                        "the old lake froze", stretches("a", 0, 12), List.of(new Span(1, 4, 7)))
                .segments();

        assertThat(segments).extracting(Segment::text).containsExactly("the ", "old", " lake", " froze");
        assertThat(segments).extracting(Segment::quoted).containsExactly(false, true, false, false);
        assertThat(segments).map(Segment::ends).containsExactly(List.of(), List.of(), List.of("a"), List.of());
    }
}
