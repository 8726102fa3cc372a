package contested.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding the words of a list in a comment. */
class CommentWordsTest {

    @ParameterizedTest
    @CsvSource({
        // without marks on the list: every spelling
        "ngu, Đồ NGU quá, true",
        "ngu, Đi ngủ sớm đi, true",
        "ngu, nguyên văn, false",
        // with marks: exactly that word, in both ways of placing the tone, composed or not
        "chó, con chó, true",
        "chó, cho tôi, false",
        "chó, chỗ này, false",
        "hoà, hòa giải, true",
        "xoá, xóa đi, true",
        "chó, cho\u0301 dữ, true",
        "đồ chó, 'đồ  chó!', true",
        "đồ chó, đồ của chó, false",
        // whole words, also beside digits and signs
        "fool, (fool), true",
        "fool, foolish, false",
        "fool, fool2, false",
        // what hides a word
        "fool, f\u200Bool, true",
        "fool, ｆｏｏｌ, true",
        "fool, f\u00ADo\u202Eol, true"
    })
    void aWordIsFoundOrNot(String word, String text, boolean found) {
        assertThat(new WordSearch(List.of(word)).firstIn(text)).matches(hit -> hit.isPresent() == found);
    }

    @Test
    void whatWasFoundIsNamedAsTheListHasIt() {
        assertThat(new WordSearch(List.of("Fool")).firstIn("you FOOL")).contains("Fool");
    }

    @Test
    void anEmptyListFindsNothing() {
        assertThat(new WordSearch(List.of()).firstIn("anything")).isEmpty();
        assertThat(new WordSearch(List.of("...")).firstIn("any... thing")).isEmpty();
    }

    @Test
    void longListsAndTextsAreWalkedOnce() {
        WordSearch search = new WordSearch(
                IntStream.range(0, 2_000).mapToObj(i -> "a".repeat(50) + i).toList());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(search.firstIn("a".repeat(100_000)))
                .isEmpty());
    }
}
