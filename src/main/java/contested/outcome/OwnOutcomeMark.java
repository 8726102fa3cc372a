package contested.outcome;

import contested.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to a line of an outcome sheet, for themselves.
 *
 * @param line   the line as it reads now
 * @param reason null where they gave none
 */
public record OwnOutcomeMark(Slug workshop, Slug question, String line, boolean objects, @Nullable String reason) {

    static OwnOutcomeMark of(OutcomeMark mark) {
        OutcomeLine line = mark.line();
        return new OwnOutcomeMark(
                line.item().workshop().slug(),
                line.item().question().slug(),
                line.text(),
                mark.isObjection(),
                mark.reason().orElse(null));
    }
}
