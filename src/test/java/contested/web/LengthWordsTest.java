package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.shared.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a phase lasts is said in the largest units, and none that is nothing. */
class LengthWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 min, 0 phút",
        "1, 1 min, 1 phút",
        "59, 59 min, 59 phút",
        "60, 1 h, 1 giờ",
        "90, 1 h 30 min, 1 giờ 30 phút",
        "1440, 1 day, 1 ngày",
        "1441, 1 day 1 min, 1 ngày 1 phút",
        "4320, 3 days, 3 ngày",
        "4410, 3 days 1 h 30 min, 3 ngày 1 giờ 30 phút",
        "1728000, '1,200 days', 1.200 ngày",
    })
    void minutesAreDaysAndHours(int minutes, String english, String vietnamese) {
        assertThat(LengthWords.in(Language.EN, minutes)).isEqualTo(english);
        assertThat(LengthWords.in(Language.VI, minutes)).isEqualTo(vietnamese);
    }
}
