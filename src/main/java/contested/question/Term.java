package contested.question;

import contested.shared.Bilingual;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * A word to know before reading a question's evidence.
 *
 * @param word    the term
 * @param meaning what it means here, in our own words
 */
@Embeddable
public record Term(@Embedded Bilingual word, @Embedded Bilingual meaning) {}
