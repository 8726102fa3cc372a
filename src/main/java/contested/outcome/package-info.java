/**
 * What a workshop leaves behind, as figures: the swing between its ballots, who took part, who answered whom, which
 * passages were used. The figures themselves find nothing: a service brings them the ballots and comments that the asker may know of. Imports question,
 * passage, workshop, discussion and moderation.
 */
@NullMarked
package contested.outcome;

import org.jspecify.annotations.NullMarked;
