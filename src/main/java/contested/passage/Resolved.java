package contested.passage;

import org.jspecify.annotations.Nullable;

/**
 * Where a passage was found.
 *
 * @param resolution what became of it
 * @param span       where it stands now; null unless it was found
 */
record Resolved(Resolution resolution, @Nullable Span span) {}
