/**
 * What becomes of comments: house rules, the queue, decisions and their log, reports, appeals. Imports account and
 * discussion.
 */
@NullMarked
package contested.moderation;

import org.jspecify.annotations.NullMarked;
