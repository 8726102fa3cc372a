package contested.discussion;

import contested.shared.Slug;

/**
 * A passage that a comment rests on, as the comment names it.
 *
 * @param retired whether editors took it back since
 */
public record CitedPassage(Slug slug, Slug source, String sourceCode, int paragraph, boolean retired) {}
