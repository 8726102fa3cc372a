package contested.passage;

import java.util.Optional;

/**
 * One passage on its own page.
 *
 * @param passage with source, question and position
 * @param text    the passage in its paragraph; empty when its document is not installed
 */
public record PassageView(Passage passage, Optional<PassageText> text) {}
