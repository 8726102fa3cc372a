/**
 * Workshops: classes and policy workshops, who takes part in them, their agenda, their phases and their ballots. May
 * import account, question and passage.
 */
@NullMarked
package contested.workshop;

import org.jspecify.annotations.NullMarked;
