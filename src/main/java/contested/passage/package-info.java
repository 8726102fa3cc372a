/**
 * Passages: where a source bears on a question, how that place is found again in an installed text, and the evidence
 * matrix they make. May import source and question.
 */
@NullMarked
package contested.passage;

import org.jspecify.annotations.NullMarked;
