/**
 * What a workshop leaves behind, as figures: the swing between its ballots, who took part, who answered whom, which
 * passages were used. Nothing here finds or stores; whoever asks brings the ballots and comments. Imports question,
 * passage, workshop, discussion and moderation.
 */
@NullMarked
package contested.outcome;

import org.jspecify.annotations.NullMarked;
