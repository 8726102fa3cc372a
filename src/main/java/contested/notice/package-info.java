/**
 * What people are told inside the portal. Imports account, discussion and moderation.
 */
@NullMarked
package contested.notice;

import org.jspecify.annotations.NullMarked;
