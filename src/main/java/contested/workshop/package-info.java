/**
 * Workshops, join codes, members, agenda, phases, ballots. Imports account, question and passage, access and shared.
 */
@NullMarked
package contested.workshop;

import org.jspecify.annotations.NullMarked;
