/**
 * Contested questions, their framing, and the positions people hold on them. Imports shared only.
 */
@NullMarked
package contested.question;

import org.jspecify.annotations.NullMarked;
