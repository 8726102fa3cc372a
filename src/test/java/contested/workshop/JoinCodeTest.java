package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is read from a wall, typed on a phone, and not guessed. */
class JoinCodeTest {

    private static final JoinCode CODE = new JoinCode("KHXMT47936");

    @ParameterizedTest
    @CsvSource({"PT1S,8", "PT10M,9", "PT1H,10", "PT6H,10", "PT7H,11", "P1D,11", "P14D,12", "P365D,13"})
    void theLongerACodeLivesTheLongerItIs(Duration life, int length) {
        assertThat(JoinCode.fresh(life).value()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT50M", "PT5H", "P1D", "P14D", "P365D", "P3650D"})
    void guessingAllItsLifeAtFiftyCodesHitsNoneInAThousand(Duration life) {
        double codes = Math.pow(16, JoinCode.fresh(life).value().length());
        double guesses = GuessBrake.LOOKED_UP_PER_SECOND * (double) life.toSeconds();

        assertThat(guesses * 50 / codes).isLessThan(1.0 / 1000);
    }

    @Test
    void allCharactersComeAndNoneThatIsTakenForAnother() {
        String many = Stream.generate(() -> JoinCode.fresh(Duration.ofDays(300)).value())
                .limit(500)
                .collect(Collectors.joining());

        assertThat(many.chars().distinct()).hasSize(16);
        assertThat(many).doesNotContainPattern("[01258AEIOUYBDGLQSVWZ]");
    }

    @Test
    void freshOnesDiffer() {
        assertThat(Stream.generate(() -> JoinCode.fresh(Duration.ofHours(1))).limit(1000))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "KHXM4793,KHXM 4793",
        "KHXM47936,KHXM4 7936",
        "KHXMT47936,KHXMT 47936",
        "KHXMT479367,KHXM T479 367",
        "KHXMT4793677,KHXM T479 3677",
        "KHXMT4793677R,KHXMT 4793 677R"
    })
    void isShownInGroupsOfAboutTheSameLength(String value, String shown) {
        assertThat(new JoinCode(value).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KHXMT47936",
                "khxmt 47936",
                " Khxm-T479–36 ",
                "k.h.x.m.t.4.7.9.3.6",
                "ＫＨＸＭＴ４７９３６",
                "khxmt٤٧٩٣٦",
                "кнхмт47936",
                "ΚΗΧΜΤ47936",
                "KHXMT\u200B47936"
            })
    void isReadFromWhatPeopleType(String typed) {
        assertThat(JoinCode.parse(typed)).contains(CODE);
    }

    @Test
    void isReadFromWhatIsShown() {
        JoinCode code = JoinCode.fresh(Duration.ofDays(14));

        assertThat(JoinCode.parse(code.shown())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "KHXM", "KHXMT4793O", "KHXMT47930", "KHXMT47936KHXMT47936", "KHXMT4793%", "🙂🙂🙂🙂🙂🙂🙂🙂"
            })
    void whatIsNoCodeIsNotGuessedInto(String typed) {
        assertThat(JoinCode.parse(typed)).isEmpty();
    }

    @Test
    void nothingElseIsACode() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JoinCode("khxmt47936"));
        assertThatIllegalArgumentException().isThrownBy(() -> JoinCode.fresh(Duration.ofDays(36_500)));
    }

    @Test
    void aLogDoesNotLearnIt() {
        assertThat("joined by " + CODE).doesNotContain("KHXM");
    }
}
