/**
 * Threads, comments, their revisions and citations, and the checks that a new comment passes. Imports account, question
 * and passage.
 */
@NullMarked
package contested.discussion;

import org.jspecify.annotations.NullMarked;
