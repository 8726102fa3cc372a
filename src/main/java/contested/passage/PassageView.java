package contested.passage;

import java.util.List;
import java.util.Optional;

/**
 * One passage on its own page.
 *
 * @param passage with source, question and position
 * @param text    the passage in its paragraph; empty when its document is not installed
 * @param beside  the other passages in the same paragraph, on this question or another, in the order of the text
 */
public record PassageView(Passage passage, Optional<PassageText> text, List<Passage> beside) {}
