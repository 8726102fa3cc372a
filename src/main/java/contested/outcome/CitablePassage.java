package contested.outcome;

import contested.question.Slot;
import contested.shared.Bilingual;
import contested.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A passage that a discussion could cite, as the figures need it.
 *
 * @param slug      its name
 * @param source    the code of the source in which it stands
 * @param paragraph where in the source
 * @param gist      what it says, in our words
 * @param position  of the position to which it speaks; null for none
 */
public record CitablePassage(Slug slug, String source, int paragraph, Bilingual gist, @Nullable Slot position) {}
