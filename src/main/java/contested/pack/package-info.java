/**
 * Packs: reading, checking and loading the folders that a portal is filled with. May import source, question and passage.
 */
@NullMarked
package contested.pack;

import org.jspecify.annotations.NullMarked;
