package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What brings a participant back: easy to write down and to type, out of reach for others. */
class ReturnPhraseTest {

    private static final String TYPED = "bado kimu tepa hovi lenu mabi peto";

    @Test
    void holdsAtLeastSeventyBits() {
        double bits = ReturnPhrase.WORDS * Math.log(ReturnPhrase.words()) / Math.log(2);

        assertThat(bits).isGreaterThan(75);
    }

    @Test
    void isSevenWordsOfTwoOpenSyllables() {
        assertThat(ReturnPhrase.fresh().shown())
                .matches("([bdhklmnptv][aeiou][bdhklmnptv][aeiou] ){6}[bdhklmnptv][aeiou][bdhklmnptv][aeiou]");
    }

    @Test
    void noWordHasALetterTwiceNorIsRude() {
        assertThat(Stream.generate(ReturnPhrase::fresh)
                        .limit(2000)
                        .flatMap(phrase -> Stream.of(phrase.shown().split(" "))))
                .allMatch(word -> word.chars().distinct().count() == 4)
                .doesNotContain("puta", "dike", "duma", "nude", "hate");
    }

    @Test
    void freshOnesDiffer() {
        assertThat(Stream.generate(() -> ReturnPhrase.fresh().hash()).limit(1000))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TYPED,
                "  BADO KIMU TEPA HOVI LENU MABI PETO",
                "badokimutepahovilenumabipeto",
                "ba-do-ki-mu-te-pa-ho-vi-le-nu-ma-bi-pe-to",
                "bado, kimu, tepa, hovi, lenu, mabi, peto.",
                "bádo kìmu tẹpa hỏvi lênu mãbi pêto",
                "ba\u0301đo kimu tepa hovi lenu mabi peto",
                "bado kimu\ntepa hovi\nlenu mabi\npeto"
            })
    void isReadFromWhatPeopleType(String typed) {
        assertThat(ReturnPhrase.parse(typed).orElseThrow().hash())
                .isEqualTo(ReturnPhrase.parse(TYPED).orElseThrow().hash());
        assertThat(ReturnPhrase.parse(typed).orElseThrow().shown()).isEqualTo(TYPED);
    }

    @Test
    void isReadFromWhatIsShown() {
        ReturnPhrase phrase = ReturnPhrase.fresh();

        assertThat(ReturnPhrase.parse(phrase.shown()).orElseThrow().hash()).isEqualTo(phrase.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bado kimu tepa",
                "bado kimu tepa hovi lenu mabi peto bado",
                "sado kimu tepa hovi lenu mabi peto",
                "bado kimu tepa hovi lenu mabi pet0"
            })
    void whatHasNotItsShapeIsNone(String typed) {
        assertThat(ReturnPhrase.parse(typed)).isEmpty();
    }

    @Test
    void isKeptAsItsHashAlone() {
        ReturnPhrase phrase = ReturnPhrase.fresh();

        assertThat(phrase.hash()).matches("[0-9a-f]{64}");
        assertThat("came back with " + phrase).doesNotContain(phrase.shown().substring(0, 4));
    }
}
