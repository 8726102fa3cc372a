package contested.question;

import contested.shared.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question says; see the fields of {@link Question} of the same names. */
public record QuestionWording(
        int number,
        Theme theme,
        Bilingual title,
        Bilingual dek,
        Bilingual framing,
        @Nullable Bilingual missingVoices,
        List<Bilingual> affected,
        List<Term> terms,
        List<PositionWording> positions) {}
