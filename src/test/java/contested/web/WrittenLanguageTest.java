package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.shared.Language;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

/** Which language the letters of a comment tell. */
class WrittenLanguageTest {

    private static final String VIETNAMESE = "<p>Tôi nghĩ khác bạn.</p>";

    @Test
    void lettersOfVietnameseTellItOnEachPage() {
        for (Language page : Language.values()) {
            assertThat(WrittenLanguage.of("<p>Tôi được đọc.</p>", page)).contains(Language.VI);
            assertThat(WrittenLanguage.of(Normalizer.normalize(VIETNAMESE, Normalizer.Form.NFD), page))
                    .contains(Language.VI);
        }
    }

    @Test
    void plainLettersAreEnglishAmongVietnamese() {
        assertThat(WrittenLanguage.of("<p>I don’t agree.</p>", Language.VI)).contains(Language.EN);
        assertThat(WrittenLanguage.of("<p>I agree.</p>", Language.EN)).isEmpty();
    }

    @Test
    void nothingIsGuessedOfOthers() {
        assertThat(WrittenLanguage.of("<p>Très bien, créé là-bas</p>", Language.VI))
                .isEmpty();
        assertThat(WrittenLanguage.of("1948 ?", Language.VI)).isEmpty();
    }
}
